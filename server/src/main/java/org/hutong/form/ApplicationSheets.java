package org.hutong.form;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hutong.access.AccessJournal;
import org.hutong.access.Actor;
import org.hutong.access.Purpose;
import org.hutong.access.Scoped;
import org.hutong.catalogue.DataElement;
import org.hutong.catalogue.Protection;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.kernel.form.Question;
import org.hutong.manifest.Application;
import org.hutong.manifest.Applications;
import org.hutong.region.Regions;
import org.hutong.resource.Displays;
import org.hutong.resource.Held;
import org.hutong.resource.HeldValue;
import org.hutong.resource.PersonList;
import org.hutong.resource.PersonQuery;
import org.hutong.resource.Subjects;
import org.hutong.sheet.Cell;
import org.hutong.sheet.SheetAnswer;
import org.hutong.sheet.SheetColumn;
import org.hutong.sheet.SheetFormat;
import org.hutong.sheet.SheetWriter;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/**
 * Tables of an application for offices that work with them: its ledger (everybody it addresses, with what is held now) and its
 * submissions (what was said, as it was said). Each person in a table is journalled and sees it.
 *
 * <p>Phone numbers and encrypted values are masked and restricted ones left out, unless an officer of the department that runs the application
 * says a purpose. Also then nothing restricted or encrypted stands there in full of somebody who has not answered, but the number to call.
 */
@Component
public class ApplicationSheets {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int AT_ONCE = 500;
    private static final SheetAnswer NOT_YOURS = new SheetAnswer.NotYours();
    private static final int NAME_WIDTH = 12;
    private static final int PLACE_WIDTH = 30;
    private static final int ANSWER_WIDTH = 20;

    private final Applications applications;
    private final Forms forms;
    private final PastSubmissions past;
    private final PersonQuery people;
    private final PersonList lines;
    private final Subjects subjects;
    private final Displays displays;
    private final Regions regions;
    private final Scoped scoped;
    private final AccessJournal journal;
    private final BusinessDay day;
    private final Clock clock;

    ApplicationSheets(Applications applications, Forms forms, PastSubmissions past, PersonQuery people, PersonList lines, Subjects subjects,
            Displays displays, Regions regions, Scoped scoped, AccessJournal journal, BusinessDay day, Clock clock) {
        this.applications = applications;
        this.forms = forms;
        this.past = past;
        this.people = people;
        this.lines = lines;
        this.subjects = subjects;
        this.displays = displays;
        this.regions = regions;
        this.scoped = scoped;
        this.journal = journal;
        this.day = day;
        this.clock = clock;
    }

    /** What is the same for every row of one table. */
    private record Making(Actor.Officer officer, Application application, Form form, Optional<Purpose> purpose, SheetFormat format, Locale reader) {

        boolean whole() {
            return purpose.isPresent();
        }

        /** Whole tables are for the department whose application it is. */
        boolean mayBe() {
            return !whole() || application.department().equals(officer.department());
        }

        boolean english() {
            return reader.getLanguage().equals("en");
        }

        String word(String zh, String en) {
            return english() ? en : zh;
        }
    }

    /**
     * Everybody whom the application addresses now and who lies in the officer's region, by region and name.
     *
     * @param region  within the officer's, or empty for as much of the application's region as the officer sees
     * @param purpose why it has to be whole; {@link SheetAnswer.NotYours} for officers of other departments
     * @return empty when there is no such application, form or region for this officer
     */
    public Optional<SheetAnswer> ledger(Actor.Officer officer, UUID application, Optional<RegionCode> region, Optional<Purpose> purpose, SheetFormat format,
            Locale reader) {
        return making(officer, application, purpose, format, reader).flatMap(making -> within(making, region).map(at -> making.mayBe() ? ledger(making, at) : NOT_YOURS));
    }

    /** What was said from the officer's region, newest first; the purpose as for the ledger. */
    public Optional<SheetAnswer> submissions(Actor.Officer officer, UUID application, Optional<Purpose> purpose, SheetFormat format, Locale reader) {
        return making(officer, application, purpose, format, reader).map(making -> making.mayBe() ? submissions(making) : NOT_YOURS);
    }

    private Optional<Making> making(Actor.Officer officer, UUID id, Optional<Purpose> purpose, SheetFormat format, Locale reader) {
        return applications.find(officer, id).flatMap(application -> applications.published(application)
                .flatMap(published -> forms.of(List.of(published)).stream().findFirst())
                .map(form -> new Making(officer, application, form, purpose, format, reader)));
    }

    private Optional<RegionCode> within(Making making, Optional<RegionCode> asked) {
        RegionCode mine = making.officer.region();
        RegionCode its = making.application.region();
        RegionCode at = asked.orElse(mine.contains(its) ? its : mine);
        return Optional.of(at).filter(mine::contains).filter(code -> regions.find(code).isPresent());
    }

    // --- the ledger ------------------------------------------------------------------------------------------------------------

    private SheetAnswer ledger(Making making, RegionCode at) {
        var audience = making.form.audience();
        LocalDate today = day.today();
        Field<Long> place = PersonQuery.placeOf(audience.relation(), audience.region(), today);
        Condition addressed = people.condition(audience.criterion(), audience.relation(), audience.region(), today)
                .and(place.between(at.first(), at.last()));
        List<PersonList.Line> found = lines.page(making.officer, addressed, place, today,
                making.whole() ? PersonList.Phones.WHOLE : PersonList.Phones.MASKED, 0, SheetAnswer.MOST_ROWS + 1);
        if (found.size() > SheetAnswer.MOST_ROWS) {
            return new SheetAnswer.TooLong(SheetAnswer.MOST_ROWS);
        }
        List<Question> questions = questions(making);
        SheetWriter sheet = SheetWriter.of(making.format, making.application.title().in(making.reader), ledgerColumns(making, questions));
        for (int from = 0; from < found.size(); from += AT_ONCE) {
            List<PersonList.Line> some = found.subList(from, Math.min(from + AT_ONCE, found.size()));
            scoped.write(making.officer, dsl -> {
                List<SubjectId> persons = some.stream().map(PersonList.Line::person).toList();
                Map<SubjectId, Submission> said = SubmissionStore.to(dsl, persons, making.form.application(), making.form.id());
                some.forEach(line -> sheet.row(ledgerRow(making, questions, line, said.get(line.person()))));
                looked(making, persons.stream().filter(said::containsKey).toList(), questions);
                looked(making, persons.stream().filter(person -> !said.containsKey(person)).toList(),
                        questions.stream().filter(question -> protection(making, question) != Protection.RESTRICTED).toList());
                return null;
            });
        }
        return new SheetAnswer.File(fileName(making, "台账", "ledger", at), making.format, sheet.finish());
    }

    private static List<SheetColumn> ledgerColumns(Making making, List<Question> questions) {
        List<SheetColumn> columns = new ArrayList<>(List.of(
                new SheetColumn(making.word("姓名", "Name"), NAME_WIDTH),
                new SheetColumn(making.word("年龄", "Age"), NAME_WIDTH / 2),
                new SheetColumn(making.word("区划", "Region"), PLACE_WIDTH),
                new SheetColumn(making.word("电话", "Phone"), NAME_WIDTH + 2),
                new SheetColumn(making.word("状态", "State"), NAME_WIDTH),
                new SheetColumn(making.word("填报时间", "Answered at"), NAME_WIDTH + 6),
                new SheetColumn(making.word("方式", "How"), NAME_WIDTH)));
        questions.forEach(question -> columns.add(new SheetColumn(question.label().in(making.reader), ANSWER_WIDTH)));
        return columns;
    }

    private List<Cell> ledgerRow(Making making, List<Question> questions, PersonList.Line line, Submission said) {
        List<Cell> row = new ArrayList<>(List.of(
                Cell.text(line.name()), Cell.whole(line.age()), Cell.text(regions.name(line.region()).in(making.reader)),
                Cell.text(making.whole() ? line.phone() : line.phoneMasked()),
                Cell.text(said == null ? making.word("未填报", "not answered") : making.word("已填报", "answered")),
                said == null ? Cell.NOTHING : moment(said), said == null ? Cell.NOTHING : means(making, said)));
        Optional<Held> held = subjects.held(making.officer, line.person(), making.form.paths());
        for (Question question : questions) {
            row.add(held.map(now -> nowOrSaid(making, question, now, said)).orElse(Cell.NOTHING));
        }
        return row;
    }

    /** What is held now; what belongs to the application alone is what was said. */
    private Cell nowOrSaid(Making making, Question question, Held now, Submission said) {
        if (question.element().isEmpty()) {
            return said == null ? Cell.NOTHING : said(making, said, question, now);
        }
        HeldValue value = now.values().get(question.element().get());
        if (value == null && said != null && PastSubmissions.notKnown(said, question)) {
            return notKnown(making);
        }
        if (value == null || said == null && protection(making, question) == Protection.RESTRICTED) {
            return Cell.NOTHING;
        }
        return cell(making, question, value.value(), making.whole() && said != null);
    }

    // --- the submissions -------------------------------------------------------------------------------------------------------

    private SheetAnswer submissions(Making making) {
        List<Question> questions = questions(making);
        SheetWriter sheet = SheetWriter.of(making.format, making.application.title().in(making.reader), submissionColumns(making, questions));
        UUID before = null;
        int rows = 0;
        do {
            UUID from = before;
            List<Submission> some = scoped.write(making.officer, dsl -> {
                List<Submission> page = SubmissionStore.page(dsl, making.application.id(), making.form.id(), making.officer.region(), from, AT_ONCE);
                List<SubjectId> persons = page.stream().map(Submission::subject).toList();
                Map<SubjectId, String> names = subjects.names(making.officer, persons);
                page.forEach(one -> sheet.row(submissionRow(making, questions, one, names.get(one.subject()))));
                looked(making, names.keySet().stream().toList(), questions);
                return page;
            });
            rows += some.size();
            before = some.size() < AT_ONCE ? null : some.getLast().id();
        } while (before != null && rows < SheetAnswer.MOST_ROWS);
        return before != null ? new SheetAnswer.TooLong(SheetAnswer.MOST_ROWS)
                : new SheetAnswer.File(fileName(making, "填报", "submissions", making.officer.region()), making.format, sheet.finish());
    }

    private static List<SheetColumn> submissionColumns(Making making, List<Question> questions) {
        List<SheetColumn> columns = new ArrayList<>(List.of(
                new SheetColumn(making.word("姓名", "Name"), NAME_WIDTH),
                new SheetColumn(making.word("填报时居住地", "Lived in"), PLACE_WIDTH),
                new SheetColumn(making.word("填报时间", "Answered at"), NAME_WIDTH + 6),
                new SheetColumn(making.word("方式", "How"), NAME_WIDTH),
                new SheetColumn(making.word("回执", "Receipt"), NAME_WIDTH + 2),
                new SheetColumn(making.word("版本", "Version"), NAME_WIDTH / 2)));
        questions.forEach(question -> columns.add(new SheetColumn(question.label().in(making.reader), ANSWER_WIDTH)));
        return columns;
    }

    /** @param name null when the person lives elsewhere now: then only the fact of the submission stands there */
    private List<Cell> submissionRow(Making making, List<Question> questions, Submission one, String name) {
        List<Cell> row = new ArrayList<>(List.of(Cell.text(name),
                one.residesIn() == null ? Cell.NOTHING : Cell.text(regions.name(one.residesIn()).in(making.reader)),
                moment(one), means(making, one), Cell.text(one.receipt()), Cell.whole(one.version())));
        Optional<Held> held = name == null ? Optional.empty() : subjects.held(making.officer, one.subject(), making.form.paths());
        for (Question question : questions) {
            row.add(held.map(now -> said(making, one, question, now)).orElse(Cell.NOTHING));
        }
        return row;
    }

    private Cell said(Making making, Submission submission, Question question, Held now) {
        if (PastSubmissions.notKnown(submission, question)) {
            return notKnown(making);
        }
        return past.value(submission, question, now).map(value -> cell(making, question, value, making.whole())).orElse(Cell.NOTHING);
    }

    /** An officer has asked, and there was no answer to be had. */
    private static Cell notKnown(Making making) {
        return Cell.text(making.word("没有/说不上来", "has none or cannot say"));
    }

    // --- both ------------------------------------------------------------------------------------------------------------------

    /** What there is no purpose for has no column either. */
    private static List<Question> questions(Making making) {
        return making.form.definition().questions().stream()
                .filter(question -> making.whole() || protection(making, question) != Protection.RESTRICTED).toList();
    }

    private static Protection protection(Making making, Question question) {
        return making.form.protection(question);
    }

    private Cell cell(Making making, Question question, Value value, boolean whole) {
        Optional<DataElement> element = making.form.element(question);
        if (element.isPresent() && element.get().encrypted() && !whole) {
            return Cell.text(displays.masked(element.get(), value, making.reader));
        }
        return switch (value) {
            case Value.Int(var number) -> new Cell.Whole(number);
            case Value.Dec(var number) -> new Cell.Amount(number);
            case Value.Day(var on) -> new Cell.Day(on);
            // A day of which a part is unknown is no day to a sheet; as a text it is still to be sorted.
            case Value.PartialDay on -> Cell.text(on.toString());
            case Value.Moment(var instant) -> new Cell.Moment(instant.atZone(ZONE).toLocalDateTime());
            case Value.Code(var code) -> Cell.text(question.options().stream().filter(option -> option.code().equals(code)).findFirst()
                    .map(option -> option.label().in(making.reader)).orElseGet(() -> displays.words(list(question), value, making.reader)));
            case Value.Rows rows -> Cell.text(past.words(question, rows, making.reader));
            default -> Cell.text(displays.words(list(question), value, making.reader));
        };
    }

    private static String list(Question question) {
        return question.codeList().orElse(null);
    }

    private static Cell moment(Submission submission) {
        return new Cell.Moment(submission.submittedAt().atZone(ZONE).toLocalDateTime());
    }

    private static Cell means(Making making, Submission submission) {
        return Cell.text(switch (submission.means()) {
            case SELF -> making.word("本人", "the person");
            case FAMILY -> making.word("监护人", "guardian");
            case AGENT -> making.word("代办人", "agent");
            case IN_PERSON -> making.word("当面", "in person");
            case PHONE -> making.word("电话", "by phone");
            case MESSAGE -> making.word("消息", "by message");
            case NEIGHBOUR -> making.word("邻居", "a neighbour");
            case ESTIMATE -> making.word("估计", "estimated");
            case IMPORT -> making.word("导入", "imported");
            case PAPER -> making.word("纸质表", "on paper");
            case DERIVED -> making.word("推算", "derived");
        });
    }

    private void looked(Making making, List<SubjectId> persons, List<Question> questions) {
        List<String> what = new ArrayList<>(PersonList.SHOWS);
        questions.stream().map(question -> making.form.element(question).map(element -> element.code().code()).orElse(null))
                .filter(Objects::nonNull).distinct().filter(code -> !what.contains(code)).forEach(what::add);
        Localised title = making.application.title();
        Localised act = Localised.of("导出“" + title.zh() + "”的表格", "To export a table of “" + title.in(Locale.ENGLISH) + "”");
        journal.looked(making.officer, persons, what, making.purpose.map(purpose -> purpose.of(act)).orElse(act), making.application.id().toString());
    }

    private String fileName(Making making, String zh, String en, RegionCode at) {
        String place = regions.name(at).in(making.reader);
        return List.of(making.application.title().in(making.reader), making.word(zh, en), place, LocalDate.ofInstant(clock.instant(), ZONE).toString())
                .stream().collect(Collectors.joining("-"));
    }
}
