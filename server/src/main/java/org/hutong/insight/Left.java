package org.hutong.insight;

import static org.hutong.schema.published.Tables.FORM_SUBMISSION;
import static org.hutong.schema.published.Tables.TASK_OUTCOME;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.hutong.access.AccessJournal;
import org.hutong.access.Actor;
import org.hutong.access.Purpose;
import org.hutong.access.Scoped;
import org.hutong.insight.Progress.Subject;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.resource.Doors;
import org.hutong.resource.PersonList;
import org.hutong.resource.PersonQuery;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is left: the people of an audience who have not answered, so that they can be called or visited. */
@Component
class Left {
    private static final int AT_ONCE = 500;

    private final PersonQuery people;
    private final PersonList lines;
    private final Scoped scoped;
    private final AccessJournal journal;
    private final BusinessDay day;

    Left(PersonQuery people, PersonList lines, Scoped scoped, AccessJournal journal, BusinessDay day) {
        this.people = people;
        this.lines = lines;
        this.scoped = scoped;
        this.journal = journal;
        this.day = day;
    }

    /**
     * @param region within the officer's
     * @param meant  the name, its pinyin or a part of the address, or null for all
     * @param page   from 0
     */
    LeftPage page(Actor.Officer officer, Subject subject, RegionCode region, @Nullable String meant, int page, int size) {
        Condition wanted = meant == null ? DSL.noCondition() : Doors.meant(PersonQuery.HOME, PersonQuery.ID, meant, officer.region());
        List<PersonList.Line> found = lines.page(officer, left(subject, region).and(wanted), place(subject), day.today(), page * size, size + 1);
        boolean more = found.size() > size;
        List<PersonList.Line> shown = found.subList(0, Math.min(size, found.size()));
        journal.looked(officer, shown.stream().map(PersonList.Line::person).toList(), PersonList.SHOWS, purpose(subject),
                subject.published().application().toString());
        return new LeftPage(shown, outcomes(officer, subject, shown), more);
    }

    /**
     * All of them at once, for a table.
     *
     * @param purpose why whole phone numbers are needed, if they are
     * @param most    one more is read, so that the caller sees when there are too many; those are not journalled
     */
    List<PersonList.Line> all(Actor.Officer officer, Subject subject, RegionCode region, Optional<Purpose> purpose, int most) {
        PersonList.Phones phones = purpose.isPresent() ? PersonList.Phones.WHOLE : PersonList.Phones.MASKED;
        Localised act = purpose(subject);
        Localised why = purpose.map(said -> said.of(act)).orElse(act);
        List<PersonList.Line> found = lines.page(officer, left(subject, region), place(subject), day.today(), phones, 0, most + 1);
        if (found.size() > most) {
            return found;
        }
        for (int at = 0; at < found.size(); at += AT_ONCE) {
            List<PersonList.Line> some = found.subList(at, Math.min(at + AT_ONCE, found.size()));
            journal.looked(officer, some.stream().map(PersonList.Line::person).toList(), PersonList.SHOWS, why,
                    subject.published().application().toString());
        }
        return found;
    }

    private Condition left(Subject subject, RegionCode region) {
        var audience = subject.audience();
        return people.condition(audience.criterion(), audience.relation(), audience.region(), day.today())
                .and(place(subject).between(region.first(), region.last()))
                .and(DSL.notExists(DSL.selectOne().from(FORM_SUBMISSION).where(Progress.done(subject).person())));
    }

    private Field<Long> place(Subject subject) {
        return PersonQuery.placeOf(subject.by(), subject.audience().region(), day.today());
    }

    /** Who was looked for in vain, refused or is said to be away is still left, but nobody has to go there again. */
    private Map<SubjectId, String> outcomes(Actor.Officer officer, Subject subject, List<PersonList.Line> shown) {
        if (shown.isEmpty()) {
            return Map.of();
        }
        var keys = shown.stream().map(line -> DSL.row(line.person().home(), line.person().id())).toList();
        return scoped.read(officer, dsl -> dsl.select(TASK_OUTCOME.HOME, TASK_OUTCOME.SUBJECT, TASK_OUTCOME.OUTCOME).from(TASK_OUTCOME)
                .where(DSL.row(TASK_OUTCOME.HOME, TASK_OUTCOME.SUBJECT).in(keys)).and(TASK_OUTCOME.APPLICATION.eq(subject.published().application()))
                .and(TASK_OUTCOME.FORM.eq(subject.form())).fetchMap(row -> new SubjectId(row.value1(), row.value2()), row -> row.value3()));
    }

    private static Localised purpose(Subject subject) {
        Localised title = subject.published().manifest().title();
        return Localised.of("查看“" + title.zh() + "”还有谁没有完成",
                "To see who has not yet answered “" + title.in(Locale.ENGLISH) + "”");
    }
}
