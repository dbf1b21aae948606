package org.hutong.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the journal of posts and accounts.
 *
 * @param region of the post, or of the account when it is about none
 * @param post   title, null when it is about an account only
 * @param whom   name and login of the account it is about, null when it is about a post only
 * @param by     name and login of whoever did it, and in which post
 */
public record PostChange(Instant at, Kind kind, RegionCode region, @Nullable Localised post, @Nullable String whom, @Nullable LocalDate since,
        @Nullable LocalDate until, String by, Localised byPost) {

    /** What was done; the name in lower case with hyphens is its word. */
    public enum Kind {
        ACCOUNT_CREATED, ACCOUNT_DISABLED, ACCOUNT_ENABLED, PASSWORD_RESET, POST_CREATED, POST_ABOLISHED, GIVEN, ENDED, DEPUTY_NAMED, DEPUTY_ENDED,
        HANDOVER_PLANNED, HANDOVER_WITHDRAWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
