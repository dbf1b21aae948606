package org.hutong.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.hutong.access.AccessJournal;
import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.file.AttachmentRefusal;
import org.hutong.file.Kept;
import org.hutong.kernel.Localised;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.form.Question;
import org.hutong.manifest.Application;
import org.hutong.manifest.Applications;
import org.hutong.resource.Means;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 代填: an officer fills in a form for somebody on the phone, at the door or from paper. Officers of the application's department may,
 * and workers of grids and communities, who go to the doors for all departments; only for people of their own region.
 */
@Component
public class FormDesk {
    private final Applications applications;
    private final OpenForms openForms;
    private final Submissions submissions;
    private final Uploads uploads;
    private final AccessJournal journal;

    FormDesk(Applications applications, OpenForms openForms, Submissions submissions, Uploads uploads, AccessJournal journal) {
        this.applications = applications;
        this.openForms = openForms;
        this.submissions = submissions;
        this.uploads = uploads;
        this.journal = journal;
    }

    /** Opens a form for the person; what of the person's data it shows is journalled. Empty as for {@link OpenForms#open}. */
    public Optional<OpenedForm> open(Filling filling, UUID application, String form) {
        Optional<OpenedForm> opened = mayFill(filling, application) ? openForms.open(filling, application, form) : Optional.empty();
        opened.map(OpenedForm::form).ifPresent(personal -> {
            List<String> shown = personal.known().entrySet().stream().filter(known -> known.getValue().held() != null)
                    .flatMap(known -> personal.question(known.getKey()).flatMap(Question::element).stream()).map(path -> path.element().code()).distinct().toList();
            if (!shown.isEmpty()) {
                journal.looked(filling.actor(), filling.person(), shown, purpose(personal), application.toString());
            }
        });
        return opened;
    }

    /** Submits what the person said; the answers are the person's, the officer is named as the one through whom they came. */
    public Submitted submit(Filling filling, UUID application, String form, UUID key, Said said) {
        return mayFill(filling, application) ? submissions.submit(filling, application, form, key, said, true) : new SubmissionRefusal.NotFound();
    }

    /** Takes a file for a question of the form. */
    public Kept upload(Actor.Officer officer, SubjectId person, UUID application, String form, String question, @Nullable String fileName, byte[] bytes) {
        return mayFill(Filling.through(officer, person, Means.IN_PERSON), application)
                ? uploads.take(officer, person, application, form, question, fileName, bytes) : new AttachmentRefusal.NotFound();
    }

    /** Whether the application is one that the officer may fill in for people; says nothing about the person. */
    boolean mayFill(Filling filling, UUID application) {
        return filling.actor() instanceof Actor.Officer officer && applications.find(officer, application).map(Application::department)
                .filter(department -> department.equals(officer.department()) || officer.is(Role.WORKER)).isPresent();
    }

    private static Localised purpose(PersonalForm personal) {
        Localised title = personal.manifest().title();
        return Localised.of("代为填写“" + title.zh() + "”", "To fill in “" + title.in(Locale.ENGLISH) + "” for the person");
    }
}
