package org.hutong.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.hutong.access.AccessJournal;
import org.hutong.access.Actor;
import org.hutong.access.Purpose;
import org.hutong.access.Scoped;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.catalogue.Protection;
import org.hutong.kernel.Localised;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueFault;
import org.hutong.kernel.ValueJson;
import org.hutong.kernel.ValueKind;
import org.hutong.kernel.form.Accept;
import org.hutong.kernel.form.Question;
import org.hutong.manifest.Manifest;
import org.hutong.resource.Displays;
import org.hutong.resource.Held;
import org.hutong.resource.HeldValue;
import org.hutong.resource.Subjects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was submitted, for those who said it and for the officers in whose region they are. */
@Component
public class PastSubmissions {
    private static final Localised WHO_HAS_ANSWERED = Localised.of("查看谁已经填报", "To see who has answered");
    private final Scoped scoped;
    private final Subjects subjects;
    private final Forms forms;
    private final Catalogue catalogue;
    private final Displays displays;
    private final AccessJournal journal;

    PastSubmissions(Scoped scoped, Subjects subjects, Forms forms, Catalogue catalogue, Displays displays, AccessJournal journal) {
        this.scoped = scoped;
        this.subjects = subjects;
        this.forms = forms;
        this.catalogue = catalogue;
        this.displays = displays;
        this.journal = journal;
    }

    /** A submission with the application it was made to. */
    public record Line(Submission submission, Localised title, String department) {
    }

    /** Where one answer went. */
    public record Written(Localised label, Localised to) {
    }

    /**
     * One answer of a submission.
     *
     * @param display null when there is none, or when what was reused has changed since
     * @param file    the file that answers it; null when none does
     */
    public record Answer(String question, Localised label, @Nullable String display, Outcome outcome, @Nullable FileAnswer file) {
    }

    /** A file that was said as an answer. */
    public record FileAnswer(UUID id, Localised label, Accept accept) {
    }

    /** A submission as its person reads it again. */
    public record Detail(Line line, List<Answer> answers, List<Written> written) {
    }

    /**
     * A submission in an officer's list.
     *
     * @param name null when the person has moved out of the officer's region since
     */
    public record Entry(Submission submission, @Nullable String name) {
    }

    /** Some submissions of a longer list. */
    public record Page(List<Entry> entries, boolean more) {
    }

    // --- for the person --------------------------------------------------------------------------------------------------------

    /** A person's, newest first. */
    public List<Line> of(Actor.Resident actor, SubjectId person) {
        return scoped.read(actor, dsl -> SubmissionStore.of(dsl, person)).stream().map(this::line).toList();
    }

    /** One of a person's. */
    public Optional<Detail> find(Actor.Resident actor, SubjectId person, UUID id, Locale reader) {
        return scoped.read(actor, dsl -> SubmissionStore.find(dsl, person, id).map(submission -> {
            Form form = form(submission);
            Optional<Held> held = subjects.held(actor, person, form.paths());
            List<Answer> answers = new ArrayList<>();
            form.definition().questions().forEach(question -> Optional.ofNullable(submission.outcomes().get(question.id())).ifPresent(outcome ->
                    answers.add(new Answer(question.id(), question.label(), held.map(now -> display(submission, question, outcome, now, reader)).orElse(null), outcome,
                            file(submission, question).orElse(null)))));
            return new Detail(line(submission), answers, written(submission));
        }));
    }

    /** Where each answer went, in the order of the form. */
    public List<Written> written(Submission submission) {
        Form form = form(submission);
        List<Written> written = new ArrayList<>();
        for (Question question : form.definition().questions()) {
            Outcome outcome = submission.outcomes().get(question.id());
            if (outcome != null && outcome.said()) {
                written.add(new Written(question.label(), to(form, question, outcome)));
            }
        }
        return written;
    }

    private Localised to(Form form, Question question, Outcome outcome) {
        Optional<DataElement> element = form.element(question);
        if (element.isEmpty() && question.table().flatMap(Question.Table::rowsOf).isPresent()) {
            return Localised.of("谁和谁住在一起", "Who lives together");
        }
        if (element.isEmpty()) {
            Localised title = form.manifest().title();
            return Localised.of("只用于“" + title.in(Locale.CHINESE) + "”", "Only for “" + title.in(Locale.ENGLISH) + "”");
        }
        Localised name = element.get().name();
        if (outcome.kind() == Outcome.Kind.DISPUTED) {
            return Localised.of("对个人数据的异议：" + name.zh() + "（核实前不变）", "Objection: " + name.in(Locale.ENGLISH) + " (stays until checked)");
        }
        return Localised.of("个人数据：" + name.zh(), "Personal data: " + name.in(Locale.ENGLISH));
    }

    /** The files of a submission, in the order of the form. */
    public List<FileAnswer> files(Submission submission) {
        return form(submission).definition().questions().stream().flatMap(question -> file(submission, question).stream()).toList();
    }

    private static Optional<FileAnswer> file(Submission submission, Question question) {
        JsonNode said = submission.answers().get(question.id());
        return said != null && question.kind() == ValueKind.FILE && ValueJson.stored(ValueKind.FILE, said) instanceof Value.FileRef(UUID id)
                ? Optional.of(new FileAnswer(id, question.label(), question.accept().orElseThrow())) : Optional.empty();
    }

    private @Nullable String display(Submission submission, Question question, Outcome outcome, Held now, Locale reader) {
        Optional<DataElement> element = question.element().flatMap(path -> catalogue.element(path.element()));
        if (outcome.kept()) {
            JsonNode said = submission.answers().get(question.id());
            return said == null ? null : said(submission, question, element, said, now, reader);
        }
        HeldValue value = question.element().map(path -> now.values().get(path)).orElse(null);
        boolean still = value != null && element.isPresent() && (outcome.act() == null || outcome.act().equals(value.act()));
        return still && !outcome.open() ? displays.of(element.get(), value, reader) : null;
    }

    private String said(Submission submission, Question question, Optional<DataElement> element, JsonNode said, Held now, Locale reader) {
        Value value = said(submission, question, said, now);
        if (said.has("sealed") && element.isPresent()) {
            return displays.masked(element.orElseThrow(), value, reader);
        }
        if (value instanceof Value.Rows rows) {
            return words(question, rows, reader);
        }
        return element.isPresent() ? displays.full(element.get(), value, reader) : words(question, value, reader);
    }

    /** A line for each row: whom on file it is about, then its answered cells in the order of the columns. */
    String words(Question table, Value.Rows rows, Locale reader) {
        return String.join("\n", rows.rows().stream().map(row -> String.join(" · ", Stream.concat(
                Stream.ofNullable(row.cells().get(PersonRows.NAME)).map(name -> ((Value.Text) name).text()),
                table.columns().stream().filter(column -> row.cells().containsKey(column.id())).map(column -> words(column, row.cells().get(column.id()), reader)))
                .toList())).toList());
    }

    private String words(Question question, Value value, Locale reader) {
        Optional<DataElement> encrypted = question.element().flatMap(path -> catalogue.element(path.element())).filter(DataElement::encrypted);
        if (encrypted.isPresent()) {
            return displays.masked(encrypted.get(), value, reader);
        }
        if (!question.options().isEmpty() && value instanceof Value.Code(String code)) {
            return question.options().stream().filter(option -> option.code().equals(code)).findFirst().map(option -> option.label().in(reader)).orElse(code);
        }
        return displays.words(question.codeList().orElse(null), value, reader);
    }

    /** What was said, opened with the person's key where it was sealed. */
    private Value said(Submission submission, Question question, JsonNode said, Held now) {
        Optional<DataElement> element = question.element().flatMap(path -> catalogue.element(path.element()));
        if (said.has("sealed")) {
            String plain = now.key().decrypt(Submissions.label(submission.id(), question.id()), Base64.getDecoder().decode(said.path("sealed").asString()));
            if (question.table().isPresent()) {
                return rows(question, JsonMapper.shared().readTree(plain.getBytes(StandardCharsets.UTF_8)));
            }
            return ValueJson.stored(element.orElseThrow().kind(), JsonMapper.shared().readTree(plain.getBytes(StandardCharsets.UTF_8)));
        }
        if (question.table().isPresent()) {
            return rows(question, said);
        }
        // A question about the age may have been put as one about the birth date; its answer is read as what it is.
        return ValueJson.stored(element.filter(DataElement::virtual).flatMap(age -> forms.sourceOf(age)).map(DataElement::kind).orElse(question.kind()), said);
    }

    private static Value rows(Question table, JsonNode said) {
        Map<String, ValueKind> kinds = new HashMap<>(Map.of(PersonRows.NAME, ValueKind.TEXT));
        table.columns().forEach(column -> kinds.put(column.id(), column.kind()));
        return switch (ValueJson.read(ValueKind.TABLE, kinds, said)) {
            case Value rows -> rows;
            case ValueFault fault -> throw new IllegalStateException("stored rows of " + table.id() + ": " + fault.code());
        };
    }

    /** What one question of a submission came to: what was said, or what was reused as far as it stands unchanged. */
    Optional<Value> value(Submission submission, Question question, Held now) {
        Outcome outcome = submission.outcomes().get(question.id());
        if (outcome == null || outcome.open()) {
            return Optional.empty();
        }
        if (outcome.kept()) {
            return Optional.ofNullable(submission.answers().get(question.id())).map(said -> said(submission, question, said, now));
        }
        return question.element().map(path -> now.values().get(path)).filter(held -> outcome.act() == null || outcome.act().equals(held.act())).map(HeldValue::value);
    }

    /** Whether the person had no answer to a question that has to be answered, as the officer who filled in has said. */
    static boolean notKnown(Submission submission, Question question) {
        Outcome outcome = submission.outcomes().get(question.id());
        return outcome != null && outcome.kind() == Outcome.Kind.NOT_KNOWN;
    }

    // --- for officers ----------------------------------------------------------------------------------------------------------

    /** Those to an application from the officer's region, newest first. @param page from 0 */
    public Page to(Actor.Officer officer, UUID application, int page, int size) {
        return scoped.write(officer, dsl -> {
            List<Submission> found = SubmissionStore.page(dsl, application, officer.region(), page * size, size + 1);
            List<Submission> shown = found.subList(0, Math.min(size, found.size()));
            Map<SubjectId, String> names = subjects.names(officer, shown.stream().map(Submission::subject).distinct().toList());
            journal.looked(officer, names.keySet(), List.of("person.name"), WHO_HAS_ANSWERED, application.toString());
            return new Page(shown.stream().map(one -> new Entry(one, names.get(one.subject()))).toList(), found.size() > size);
        });
    }

    /**
     * One to an application, as the officers of its region read it.
     *
     * @param name   null when the person has moved out of the officer's region since: then nothing of what was said is shown
     * @param hidden the questions about restricted data, whose answers are not shown without a purpose
     */
    public record Read(Submission submission, Line line, @Nullable String name, List<Answer> answers, List<Localised> hidden) {
    }

    /**
     * Reads one submission. Looking is journalled and the person sees it.
     *
     * @param purpose why restricted answers are needed; for officers of the department whose application it is
     */
    public Optional<Read> read(Actor.Officer officer, UUID application, UUID id, Optional<Purpose> purpose, Locale reader) {
        return scoped.write(officer, dsl -> SubmissionStore.find(dsl, application, officer.region(), id).map(submission -> {
            Form form = form(submission);
            String name = subjects.names(officer, List.of(submission.subject())).get(submission.subject());
            Optional<Held> held = name == null ? Optional.empty() : subjects.held(officer, submission.subject(), form.paths());
            List<Answer> answers = new ArrayList<>();
            List<Localised> hidden = new ArrayList<>();
            List<String> shown = new ArrayList<>(List.of("person.name"));
            for (Question question : form.definition().questions()) {
                Outcome outcome = submission.outcomes().get(question.id());
                Optional<DataElement> element = form.element(question);
                if (outcome == null || held.isEmpty()) {
                    continue;
                }
                if (purpose.isEmpty() && form.protection(question) == Protection.RESTRICTED) {
                    hidden.add(question.label());
                    continue;
                }
                element.map(one -> one.code().code()).filter(code -> !shown.contains(code)).ifPresent(shown::add);
                answers.add(new Answer(question.id(), question.label(), display(submission, question, outcome, held.get(), reader), outcome,
                        file(submission, question).orElse(null)));
            }
            Line line = line(submission);
            if (name != null) {
                Localised act = Localised.of("查看对“" + line.title().zh() + "”的填报", "To read an answer to “" + line.title().in(Locale.ENGLISH) + "”");
                journal.looked(officer, List.of(submission.subject()), shown, purpose.map(said -> said.of(act)).orElse(act), application.toString());
            }
            return new Read(submission, line, name, answers, hidden);
        }));
    }

    private Line line(Submission submission) {
        Manifest manifest = form(submission).manifest();
        return new Line(submission, manifest.title(), manifest.department());
    }

    private Form form(Submission submission) {
        return forms.version(submission.application(), submission.version(), submission.form())
                .orElseThrow(() -> new IllegalStateException("the version of a submission is gone"));
    }
}
