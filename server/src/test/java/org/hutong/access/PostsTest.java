package org.hutong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.Accounts.NewAccount;
import org.hutong.access.Accounts.NewHolding;
import org.hutong.access.Accounts.NewPost;
import org.hutong.app.testing.ServerTest;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.Uuid7;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who held a post at an instant. */
@ServerTest
class PostsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 6);
    @Autowired
    private Posts posts;
    @Autowired
    private Accounts accounts;
    @Autowired
    private HoldingStore holdings;
    private final UUID account = UUID.randomUUID();
    private final NewPost post = new NewPost(UUID.randomUUID(), Localised.of("网格员", "Grid worker"), RegionCode.of("320613002001001"), "health",
            Set.of(Role.WORKER));

    @BeforeEach
    void anAccountAndAPost() {
        accounts.add(List.of(new NewAccount(account, "held-" + account, "李静", post.region())), List.of(post), List.of(), "correct horse");
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(BusinessDay.ZONE).toInstant();
    }

    private void holds(LocalDate since, LocalDate until, boolean deputy, Instant endedAt) {
        holdings.insert(new Holding(Uuid7.next(), account, post.id(), since, until, deputy, endedAt));
    }

    @Test
    void aPostIsHeldFromTheFirstDayToTheEndOfTheLast() {
        holds(FIRST, LAST, false, null);
        assertThat(posts.heldAt(account, post.id(), at(FIRST, 0))).isPresent();
        assertThat(posts.heldAt(account, post.id(), at(LAST, 23))).isPresent();
        assertThat(posts.heldAt(account, post.id(), at(FIRST, 0).minusMillis(1))).isEmpty();
        assertThat(posts.heldAt(account, post.id(), at(LAST.plusDays(1), 0))).isEmpty();
        assertThat(posts.heldAt(UUID.randomUUID(), post.id(), at(FIRST, 9))).isEmpty();
    }

    @Test
    void whatWasDoneBeforeAnEarlyEndStaysWithItsAuthor() {
        holds(FIRST, LAST, true, at(FIRST, 14));
        assertThat(posts.heldAt(account, post.id(), at(FIRST, 13))).get().extracting(Holding::deputy).isEqualTo(true);
        assertThat(posts.heldAt(account, post.id(), at(FIRST, 14))).isEmpty();
    }

    @Test
    void theOwnPostGoesBeforeADeputyship() {
        holds(FIRST, LAST, true, null);
        holds(FIRST, null, false, null);
        assertThat(posts.heldAt(account, post.id(), at(LAST, 9))).get().extracting(Holding::deputy).isEqualTo(false);
    }

    @Test
    void postsAddedAgainAreHeldOnce() {
        NewHolding holding = new NewHolding(account, post.id(), FIRST, null, false);
        accounts.add(List.of(), List.of(post), List.of(holding), "correct horse");
        accounts.add(List.of(), List.of(post), List.of(holding), "correct horse");
        assertThat(holdings.of(account, post.id())).hasSize(1);
    }
}
