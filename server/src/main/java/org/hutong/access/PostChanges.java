package org.hutong.access;

import static org.hutong.schema.access.Tables.ACCOUNT;
import static org.hutong.schema.access.Tables.POST;
import static org.hutong.schema.access.Tables.POST_CHANGE;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.Uuid7;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The journal of posts and accounts: who gave what to whom, when. Append-only: the server's database role may add and read entries, not
 * change them; an entry is written in the transaction of what it tells.
 */
@Component
public class PostChanges {
    private final DSLContext dsl;
    private final Clock clock;

    PostChanges(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    void record(Actor.Officer by, PostChange.Kind kind, RegionCode region, @Nullable UUID post, @Nullable UUID account, @Nullable LocalDate since,
            @Nullable LocalDate until) {
        dsl.insertInto(POST_CHANGE).set(POST_CHANGE.ID, Uuid7.next())
                .set(POST_CHANGE.AT, clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .set(POST_CHANGE.KIND, kind.word()).set(POST_CHANGE.REGION, region.number()).set(POST_CHANGE.POST, post)
                .set(POST_CHANGE.ACCOUNT, account).set(POST_CHANGE.SINCE, since).set(POST_CHANGE.UNTIL, until)
                .set(POST_CHANGE.BY_ACCOUNT, by.account()).set(POST_CHANGE.BY_POST, by.post()).execute();
    }

    /** Entries about posts and accounts of the reader's own region and below, newest first. */
    public List<PostChange> within(Actor.Officer reader, int from, int most) {
        var whom = ACCOUNT.as("whom");
        var author = ACCOUNT.as("author");
        var byPost = POST.as("by_post");
        return dsl.select(POST_CHANGE.AT, POST_CHANGE.KIND, POST_CHANGE.REGION, POST.TITLE_ZH, POST.TITLE_EN, whom.NAME, whom.LOGIN, POST_CHANGE.SINCE,
                        POST_CHANGE.UNTIL, author.NAME, author.LOGIN, byPost.TITLE_ZH, byPost.TITLE_EN)
                .from(POST_CHANGE).join(author).on(author.ID.eq(POST_CHANGE.BY_ACCOUNT)).join(byPost).on(byPost.ID.eq(POST_CHANGE.BY_POST))
                .leftJoin(POST).on(POST.ID.eq(POST_CHANGE.POST)).leftJoin(whom).on(whom.ID.eq(POST_CHANGE.ACCOUNT))
                .where(POST_CHANGE.REGION.between(reader.region().first(), reader.region().last()))
                .orderBy(POST_CHANGE.AT.desc(), POST_CHANGE.ID.desc()).offset(from).limit(most)
                .fetch(row -> new PostChange(row.value1().toInstant(), PostChange.Kind.of(row.value2()), new RegionCode(row.value3()),
                        row.value4() == null ? null : Localised.of(row.value4(), row.value5()),
                        row.value6() == null ? null : row.value6() + " " + row.value7(), row.value8(), row.value9(),
                        row.value10() + " " + row.value11(), Localised.of(row.value12(), row.value13())));
    }
}
