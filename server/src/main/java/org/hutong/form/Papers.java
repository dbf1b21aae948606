package org.hutong.form;

import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.AccessJournal;
import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.file.Attachment;
import org.hutong.file.AttachmentRefusal;
import org.hutong.file.Attachments;
import org.hutong.file.Kept;
import org.hutong.file.Upload;
import org.hutong.form.paper.PaperCode;
import org.hutong.form.paper.PaperContent;
import org.hutong.form.paper.PaperDrawing;
import org.hutong.form.paper.PaperWords;
import org.hutong.kernel.Localised;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.form.Accept;
import org.hutong.manifest.Applications;
import org.hutong.resource.Held;
import org.hutong.resource.Means;
import org.hutong.resource.Subjects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 纸质表: forms printed for people with what is known of them, and photographed again when they are signed. The code on a sheet says whose it
 * is and which form; what was written on it is typed in by an officer, see {@link FormDesk}.
 */
@Component
public class Papers {
    private static final Localised WHOSE = Localised.of("登记收到的纸质表", "To file a paper form that came in");
    private final Scoped scoped;
    private final FormDesk desk;
    private final PaperWriter writer;
    private final Attachments attachments;
    private final Subjects subjects;
    private final Applications applications;
    private final AccessJournal journal;
    private final Clock clock;

    Papers(Scoped scoped, FormDesk desk, PaperWriter writer, Attachments attachments, Subjects subjects, Applications applications, AccessJournal journal,
            Clock clock) {
        this.scoped = scoped;
        this.desk = desk;
        this.writer = writer;
        this.attachments = attachments;
        this.subjects = subjects;
        this.applications = applications;
        this.journal = journal;
        this.clock = clock;
    }

    /** A printed sheet: whose, and of which version of which form. */
    record Paper(SubjectId person, UUID application, String form, int version) {
    }

    /**
     * A photographed sheet.
     *
     * @param file    the photo
     * @param entered whether the person has answered the form since, by whatever way
     */
    public record Scan(SubjectId person, UUID application, String form, UUID file, Instant at, String by, boolean entered) implements Scanned {
    }

    /** A scan in an officer's list. @param name null when the person has moved out of the officer's region since */
    public record Entry(Scan scan, @Nullable String name) {
    }

    /** Some of a longer list. */
    public record Page(List<Entry> entries, boolean more) {
    }

    /** What became of a photo. */
    public sealed interface Scanned permits Scan, NoCode, NoPaper, NotKept {
    }

    /** No code was found in it. */
    public record NoCode() implements Scanned {
    }

    /** The code is of no sheet of this town, or of a person or an application that is not the officer's. */
    public record NoPaper() implements Scanned {
    }

    /** The photo could not be kept. */
    public record NotKept(AttachmentRefusal why) implements Scanned {
    }

    /**
     * One PDF with a sheet for each person; what is shown of them is journalled.
     *
     * @return empty when the form is not the officer's to fill in, or one of them is not the officer's, not addressed, or has answered
     */
    public Optional<byte[]> print(Actor.Officer officer, UUID application, String form, Set<SubjectId> persons, Locale reader) {
        Map<String, Paper> byCode = new LinkedHashMap<>();
        List<PaperContent> contents = new ArrayList<>();
        for (SubjectId person : persons) {
            Optional<FormDesk.OpenedFor> opened = desk.open(Filling.through(officer, person, Means.PAPER), application, form)
                    .filter(one -> one.opened().submitted() == null);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            PersonalForm personal = opened.get().opened().form();
            String code = PaperCode.next();
            byCode.put(code, new Paper(person, application, form, personal.version()));
            contents.add(writer.content(personal, code, opened.get().name(), reader));
        }
        if (contents.isEmpty()) {
            return Optional.empty();
        }
        byte[] pdf = PaperDrawing.draw(contents, PaperWords.in(reader));
        scoped.write(officer, dsl -> {
            PaperStore.insert(dsl, byCode, now(), officer.label());
            return null;
        });
        return Optional.of(pdf);
    }

    /** Takes a photo of a sheet: finds its code and attaches it to the person's case. */
    public Scanned scan(Actor.Officer officer, @Nullable String fileName, byte[] photo) {
        return switch (attachments.look(photo)) {
            case Attachments.Seen(BufferedImage picture) -> PaperCode.in(picture)
                    .map(code -> scoped.read(officer, dsl -> PaperStore.find(dsl, code)).map(sheet -> attach(officer, sheet, fileName, photo)).orElseGet(NoPaper::new))
                    .orElseGet(NoCode::new);
            case Attachments.NotSeen(AttachmentRefusal why) -> new NotKept(why);
        };
    }

    private Scanned attach(Actor.Officer officer, Paper sheet, @Nullable String fileName, byte[] photo) {
        if (!desk.mayFill(Filling.through(officer, sheet.person, Means.PAPER), sheet.application)) {
            return new NoPaper();
        }
        Kept kept = attachments.take(officer, sheet.person, new Upload(Accept.DOCUMENT, fileName, photo, sheet.application, sheet.form + "/paper", null));
        return switch (kept) {
            case AttachmentRefusal.NotFound() -> new NoPaper();
            case AttachmentRefusal why -> new NotKept(why);
            case Attachment file -> scoped.write(officer, dsl -> {
                Held held = subjects.held(officer, sheet.person, Set.of()).orElseThrow();
                attachments.keep(officer, sheet.person, List.of(file.id()));
                Scan scan = new Scan(sheet.person, sheet.application, sheet.form, file.id(), now(), officer.label(),
                        SubmissionStore.to(dsl, sheet.person, sheet.application, sheet.form).isPresent());
                PaperStore.insertScan(dsl, Uuid7.next(), scan, held.residesIn(), held.registeredIn());
                return scan;
            });
        };
    }

    /** The name of the person of a scan, for the officer who filed it. */
    public Entry named(Actor.Officer officer, Scan scan) {
        Map<SubjectId, String> names = subjects.names(officer, List.of(scan.person));
        journal.looked(officer, names.keySet(), List.of("person.name"), WHOSE, scan.application.toString());
        return new Entry(scan, names.get(scan.person));
    }

    /** The photographed sheets of an application from the officer's region, newest first; empty when there is no such application. @param page from 0 */
    public Optional<Page> of(Actor.Officer officer, UUID application, int page, int size) {
        return applications.find(officer, application).map(found -> scoped.write(officer, dsl -> {
            List<Scan> scans = PaperStore.page(dsl, application, officer.region(), page * size, size + 1);
            List<Scan> shown = scans.subList(0, Math.min(size, scans.size()));
            Map<SubjectId, String> names = subjects.names(officer, shown.stream().map(Scan::person).distinct().toList());
            journal.looked(officer, names.keySet(), List.of("person.name"), WHOSE, application.toString());
            return new Page(shown.stream().map(scan -> new Entry(scan, names.get(scan.person))).toList(), scans.size() > size);
        }));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
