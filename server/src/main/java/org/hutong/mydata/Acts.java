package org.hutong.mydata;

import static org.hutong.schema.published.Tables.ACTED_FOR;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.kernel.Localised;
import org.hutong.manifest.Applications;
import org.hutong.resource.Mandate;
import org.springframework.stereotype.Component;

/** What was done under mandates: which application was answered, when; never what was said. */
@Component
public class Acts {
    private static final Actor READER = new Actor.Background("acts under a mandate");
    private static final int MOST = 100;
    private final Scoped scoped;
    private final Applications applications;

    Acts(Scoped scoped, Applications applications) {
        this.scoped = scoped;
        this.applications = applications;
    }

    public record Act(Localised application, Instant at) {
    }

    /**
     * What the agent did under a mandate, newest first. Read in the background, since an agent whose mandate has ended sees nothing of the
     * principal's any more, and may still read what he or she did.
     *
     * @param mandate one that the reader was shown
     */
    public List<Act> under(Mandate mandate) {
        if (mandate.agent() == null || mandate.acceptedAt() == null) {
            return List.of();
        }
        return scoped.read(READER, dsl -> dsl.select(ACTED_FOR.APPLICATION, ACTED_FOR.SUBMITTED_AT).from(ACTED_FOR)
                .where(ACTED_FOR.HOME.eq(mandate.principal().home()), ACTED_FOR.SUBJECT.eq(mandate.principal().id()),
                        ACTED_FOR.ACTOR.eq("resident:" + mandate.agent().id()), ACTED_FOR.SUBMITTED_AT.ge(mandate.acceptedAt().atOffset(ZoneOffset.UTC)))
                .orderBy(ACTED_FOR.SUBMITTED_AT.desc()).limit(MOST).fetch())
                .stream().filter(row -> mandate.endedAt() == null || row.value2().toInstant().isBefore(mandate.endedAt()))
                .map(row -> new Act(title(row.value1()), row.value2().toInstant())).toList();
    }

    public Localised title(UUID application) {
        return applications.running(application).or(() -> applications.version(application, 1)).map(one -> one.manifest().title())
                .orElse(Localised.of("", ""));
    }
}
