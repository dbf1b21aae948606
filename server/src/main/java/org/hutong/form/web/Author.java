package org.hutong.form.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.PostsInCharge;
import org.hutong.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose work a form is that was filled in without a line and is sent later: the account's that filled it in, in the post it held then, also
 * when the post has gone to somebody else since.
 */
@Component
class Author {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);
    private static final Duration LONGEST_AGO = Duration.ofDays(30);
    private final PostsInCharge posts;
    private final Clock clock;

    Author(PostsInCharge posts, Clock clock) {
        this.posts = posts;
        this.clock = clock;
    }

    /** @param doneAt when it was done in that post; nothing is asked of it for the post in which the officer works now */
    Actor.Officer of(Actor.Officer officer, @Nullable UUID post, @Nullable Instant doneAt) {
        if (post == null || post.equals(officer.post())) {
            return officer;
        }
        if (doneAt == null) {
            throw Problem.INVALID_REQUEST.refused().about(1).at("doneAt", "required");
        }
        Instant now = clock.instant();
        if (doneAt.isAfter(now.plus(CLOCKS_DIFFER)) || doneAt.isBefore(now.minus(LONGEST_AGO))) {
            throw Problem.VISIT_TIME.refused().about(LONGEST_AGO.toDays());
        }
        return posts.actor(officer.account(), post, doneAt).orElseThrow(Problem.POST_NOT_HELD_THEN::refused);
    }
}
