package org.hutong.form;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.audience.Audiences;
import org.hutong.file.Attachment;
import org.hutong.file.AttachmentRefusal;
import org.hutong.file.Attachments;
import org.hutong.file.Kept;
import org.hutong.file.Upload;
import org.hutong.form.SubmissionRefusal.Fault;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueKind;
import org.hutong.kernel.form.FormState;
import org.hutong.kernel.form.Question;
import org.hutong.kernel.form.QuestionView;
import org.hutong.resource.Held;
import org.hutong.resource.Subjects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Files for questions of kind file: uploaded while a form is filled, kept for good when it is submitted. */
@Component
public class Uploads {
    private final Scoped scoped;
    private final Subjects subjects;
    private final Audiences audiences;
    private final Forms forms;
    private final Attachments attachments;
    private final BusinessDay day;

    Uploads(Scoped scoped, Subjects subjects, Audiences audiences, Forms forms, Attachments attachments, BusinessDay day) {
        this.scoped = scoped;
        this.subjects = subjects;
        this.audiences = audiences;
        this.forms = forms;
        this.attachments = attachments;
        this.day = day;
    }

    /** Takes a file for a question of a form that is open for the person. */
    public Kept take(Actor actor, SubjectId person, UUID application, String formId, String questionId, @Nullable String fileName, byte[] bytes) {
        Optional<Form> form = forms.running(application, formId);
        Optional<Question> question = form.flatMap(running -> running.definition().question(questionId)).filter(asked -> asked.kind() == ValueKind.FILE);
        if (question.isEmpty() || !isFor(actor, person, form.get())) {
            return new AttachmentRefusal.NotFound();
        }
        return attachments.take(actor, person, new Upload(question.get().accept().orElseThrow(), fileName, bytes, application, formId + "/" + questionId,
                question.get().element().map(path -> path.element().code()).orElse(null)));
    }

    private boolean isFor(Actor actor, SubjectId person, Form form) {
        LocalDate today = day.today();
        return form.manifest().isOpenOn(today) && scoped.read(actor, dsl -> {
            Optional<Held> held = subjects.held(actor, person, form.audience().needs());
            return held.isPresent() && audiences.includes(form.audience(), subjects.facts(actor, held.get()), today);
        });
    }

    /** The files that answers typed into a form name, by question. */
    static Map<Question, UUID> said(FormState state) {
        Map<Question, UUID> said = new LinkedHashMap<>();
        for (QuestionView view : state.questions().values()) {
            if (view.relevant() && view.typed() && view.effective().orElse(null) instanceof Value.FileRef(UUID file)) {
                said.put(view.question(), file);
            }
        }
        return said;
    }

    /** A typed answer has to be a file of that person, uploaded for this kind of question, that is not over. */
    List<Fault> faults(Actor actor, SubjectId person, Map<Question, UUID> said) {
        Map<UUID, Attachment> found = attachments.find(actor, person, said.values());
        return said.entrySet().stream()
                .filter(entry -> found.get(entry.getValue()) == null || !Optional.of(found.get(entry.getValue()).accept()).equals(entry.getKey().accept()))
                .map(entry -> new Fault(entry.getKey().id(), "file-gone", null, List.of())).toList();
    }

    /** @return false when a file went away in this moment */
    boolean keep(Actor actor, SubjectId person, Collection<UUID> files) {
        return attachments.keep(actor, person, List.copyOf(java.util.Set.copyOf(files)));
    }

    /** Lets the files that a draft names live on. */
    void wanted(Actor actor, SubjectId person, Form form, Map<String, JsonNode> answers) {
        attachments.wanted(actor, person, form.definition().questions().stream().filter(question -> question.kind() == ValueKind.FILE)
                .map(question -> answers.get(question.id())).filter(answer -> answer != null && answer.isString())
                .flatMap(answer -> file(answer.stringValue()).stream()).toList());
    }

    private static Optional<UUID> file(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException stillTyping) {
            return Optional.empty();
        }
    }
}
