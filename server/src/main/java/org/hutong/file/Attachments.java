package org.hutong.file;

import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.hutong.access.AccessJournal;
import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.file.AttachmentRefusal.Busy;
import org.hutong.file.AttachmentRefusal.Full;
import org.hutong.file.AttachmentRefusal.NotFound;
import org.hutong.file.AttachmentRefusal.TooManyToday;
import org.hutong.file.AttachmentRefusal.Unfit;
import org.hutong.file.AttachmentStore.Used;
import org.hutong.file.Inspected.Clean;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.Localised;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one public door to files of people. */
@Component
public class Attachments {
    private static final Localised LOOKED = Localised.of("查看提交的附件", "Looked at a file that was submitted");
    private static final int TRIES = 5;
    private static final int PATIENCE_SECONDS = 15;
    private final Scoped scoped;
    private final SubjectSeals seals;
    private final AccessJournal journal;
    private final FileSettings settings;
    private final Inspection inspection;
    private final Semaphore decoding;
    private final BusinessDay day;
    private final Clock clock;

    Attachments(Scoped scoped, SubjectSeals seals, AccessJournal journal, FileSettings settings, BusinessDay day, Clock clock) {
        this.scoped = scoped;
        this.seals = seals;
        this.journal = journal;
        this.settings = settings;
        this.inspection = new Inspection(settings);
        this.decoding = new Semaphore(settings.atOnce());
        this.day = day;
        this.clock = clock;
    }

    /** A file with its content. */
    public record Content(Attachment attachment, byte[] bytes) {
    }

    // --- looking ---------------------------------------------------------------------------------------------------------------

    /** What a look at a file gives. */
    public sealed interface Look permits Seen, NotSeen {
    }

    /** The picture in it, upright and scaled down as it would be kept. */
    public record Seen(BufferedImage picture) implements Look {
    }

    /** Why there is none to look at. */
    public record NotSeen(AttachmentRefusal why) implements Look {
    }

    /** Decodes a picture without keeping it, under the same limits as one that is kept. */
    public Look look(byte[] bytes) {
        return switch (decoding(() -> inspection.look(bytes))) {
            case Pictures.Picture(BufferedImage picture) -> new Seen(picture);
            case Unfit unfit -> new NotSeen(unfit);
            case null, default -> new NotSeen(new Busy());
        };
    }

    // --- taking ----------------------------------------------------------------------------------------------------------------

    /** Checks a file, makes it anew and keeps it for a while: for good once something refers to it, see {@link #keep}. */
    public Kept take(Actor actor, SubjectId subject, Upload upload) {
        Optional<Kept> none = scoped.read(actor, dsl -> seals.of(actor, subject).isEmpty() ? Optional.of(new NotFound())
                : allowance(AttachmentStore.used(dsl, subject, day.today()), 0));
        return none.orElseGet(() -> switch (decoding(() -> inspection.inspect(upload))) {
            case Clean clean -> keep(actor, subject, upload, clean);
            case Unfit unfit -> unfit;
            case null, default -> new Busy();
        });
    }

    /** Null when there is no room to decode. */
    private <T> @Nullable T decoding(Supplier<T> work) {
        try {
            if (!decoding.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return null;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        }
        try {
            return work.get();
        } finally {
            decoding.release();
        }
    }

    /** The number of the day decides between two uploads at once, on whichever nodes: who loses it takes the next. */
    private Kept keep(Actor actor, SubjectId subject, Upload upload, Clean clean) {
        return scoped.write(actor, dsl -> {
            Optional<SubjectSeals.Seal> seal = seals.of(actor, subject);
            if (seal.isEmpty()) {
                return new NotFound();
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Attachment made = new Attachment(Uuid7.next(), subject, upload.accept(), upload.application(), upload.place(), upload.element(),
                    clean.mediaType(), clean.bytes().length, clean.width(), clean.height(), now, actor.label(), now.plus(settings.unreferenced()));
            LocalDate today = day.today();
            for (int i = 0; i < TRIES; i++) {
                Used used = AttachmentStore.used(dsl, subject, today);
                Optional<Kept> over = allowance(used, clean.bytes().length);
                if (over.isPresent()) {
                    return over.get();
                }
                if (AttachmentStore.insert(dsl, made, today, used.today() + 1, actor instanceof Actor.Officer, clean.bytes(), seal.get())) {
                    return made;
                }
            }
            return new Busy();
        });
    }

    private Optional<Kept> allowance(Used used, int more) {
        if (used.today() >= settings.perDay()) {
            return Optional.of(new TooManyToday(settings.perDay()));
        }
        return used.bytes() + more > settings.perPerson().toBytes() ? Optional.of(new Full(settings.perPerson().toMegabytes())) : Optional.empty();
    }

    // --- referring to ----------------------------------------------------------------------------------------------------------

    /** Those of a person's files that are there, by id. */
    public Map<UUID, Attachment> find(Actor actor, SubjectId subject, Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : scoped.read(actor, dsl -> AttachmentStore.find(dsl, subject, ids, clock.instant())).stream()
                .collect(Collectors.toMap(Attachment::id, one -> one));
    }

    /** Keeps files for good, in the transaction of what refers to them. @return false when one of them is not there any more */
    public boolean keep(Actor actor, SubjectId subject, Collection<UUID> ids) {
        return ids.isEmpty() || scoped.write(actor, dsl -> AttachmentStore.keep(dsl, subject, ids)) == ids.size();
    }

    /** Lets files live on while a draft refers to them. */
    public void wanted(Actor actor, SubjectId subject, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            scoped.write(actor, dsl -> AttachmentStore.prolong(dsl, subject, ids, clock.instant().truncatedTo(ChronoUnit.MICROS).plus(settings.inDraft())));
        }
    }

    // --- reading ---------------------------------------------------------------------------------------------------------------

    /** For the person, and those who answer for the person. */
    public Optional<Content> read(Actor.Resident actor, SubjectId subject, UUID id) {
        return scoped.read(actor, dsl -> content(dsl, actor, subject, id));
    }

    /** For officers in whose region the person is; the person reads in the journal that they looked. */
    public Optional<Content> read(Actor.Officer officer, SubjectId subject, UUID id) {
        return scoped.write(officer, dsl -> {
            Optional<Content> content = content(dsl, officer, subject, id);
            content.map(Content::attachment).ifPresent(one -> journal.looked(officer, subject, one.element() == null ? List.of() : List.of(one.element()),
                    LOOKED, one.application() == null ? null : one.application().toString()));
            return content;
        });
    }

    private Optional<Content> content(DSLContext dsl, Actor actor, SubjectId subject, UUID id) {
        return seals.of(actor, subject).flatMap(seal -> AttachmentStore.find(dsl, subject, id, clock.instant())
                .map(one -> new Content(one, AttachmentStore.content(dsl, one, seal))));
    }
}
