package org.hutong.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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
import org.hutong.resource.Subjects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 代填: an officer fills in a form for somebody on the phone, at the door or from paper. Officers of the application's department may,
 * and workers of grids and communities, who go to the doors for all departments; only for people of their own region.
 */
@Component
public class FormDesk {
    private static final String NAME = "person.name";
    private static final Localised WHAT_WAITS = Localised.of("查看还有哪些表要填", "To see which forms are still to be filled in");

    private final Applications applications;
    private final OpenForms openForms;
    private final Submissions submissions;
    private final Uploads uploads;
    private final Asks asks;
    private final Subjects subjects;
    private final AccessJournal journal;

    FormDesk(Applications applications, OpenForms openForms, Submissions submissions, Uploads uploads, Asks asks, Subjects subjects, AccessJournal journal) {
        this.applications = applications;
        this.openForms = openForms;
        this.submissions = submissions;
        this.uploads = uploads;
        this.asks = asks;
        this.subjects = subjects;
        this.journal = journal;
    }

    /** A form that an officer has opened, and whose it is. @param name empty when not known */
    public record OpenedFor(OpenedForm opened, String name) {
    }

    /**
     * What waits for somebody and may be filled in by this officer, of which department ever; looking is journalled.
     *
     * @return empty when there is no such person within the officer's region
     */
    public Optional<List<Ask>> waiting(Actor.Officer officer, SubjectId person) {
        if (subjects.names(officer, List.of(person)).isEmpty()) {
            return Optional.empty();
        }
        journal.looked(officer, person, List.of(NAME), WHAT_WAITS, null);
        return Optional.of(asks.of(officer, person).asks().stream().filter(ask -> mayFill(officer, ask.department())).toList());
    }

    /** Opens a form for the person; what of the person's data it shows is journalled, the name at least. Empty as for {@link OpenForms#open}. */
    public Optional<OpenedFor> open(Filling filling, UUID application, String form) {
        Optional<OpenedForm> opened = mayFill(filling, application) ? openForms.open(filling, application, form) : Optional.empty();
        opened.map(OpenedForm::form).ifPresent(personal -> {
            Stream<String> shown = personal.known().entrySet().stream().filter(known -> known.getValue().held() != null)
                    .flatMap(known -> personal.question(known.getKey()).flatMap(Question::element).stream()).map(path -> path.element().code());
            journal.looked(filling.actor(), filling.person(), Stream.concat(Stream.of(NAME), shown).distinct().toList(), purpose(personal), application.toString());
        });
        return opened.map(one -> new OpenedFor(one, subjects.names(filling.actor(), List.of(filling.person())).getOrDefault(filling.person(), "")));
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
                .filter(department -> mayFill(officer, department)).isPresent();
    }

    private static boolean mayFill(Actor.Officer officer, String department) {
        return department.equals(officer.department()) || officer.is(Role.WORKER);
    }

    private static Localised purpose(PersonalForm personal) {
        Localised title = personal.manifest().title();
        return Localised.of("代为填写“" + title.zh() + "”", "To fill in “" + title.in(Locale.ENGLISH) + "” for the person");
    }
}
