package org.hutong.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Posts;
import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestClock;
import org.hutong.kernel.BusinessDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Deputies with dates, and the transfer of a post. */
@ServerTest
class HandPostOverTest {
    private static final String SESSION = "/api/officer/session";
    private static final String STREET = "970101001";
    @Autowired
    private SignIns signIns;
    @Autowired
    private Posts posts;
    @Autowired
    private TestClock clock;
    @Autowired
    private BusinessDay day;
    private Actor.Officer giver;
    private Actor.Officer other;
    private Browser holder;
    private Browser colleague;
    private String post;

    @BeforeEach
    void twoColleagues() {
        giver = signIns.actor(STREET, "health");
        other = signIns.actor(STREET, "civil-affairs");
        holder = signIns.as(giver);
        colleague = signIns.as(other);
        post = "/api/posts/" + giver.post();
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    private Reply name(LocalDate since, LocalDate until) {
        Map<String, Object> request = new HashMap<>(Map.of("account", other.account(), "since", since, "deputy", true));
        request.put("until", until);
        return holder.post(post + "/holdings", request);
    }

    private Reply handOver(LocalDate lastDay) {
        return holder.post(post + "/handovers", Map.of("holding", holding(), "successor", other.account(), "lastDay", lastDay, "note", "钥匙在前台。"));
    }

    private String holding() {
        return holder.get(post).json().at("/held/0/holding").asString();
    }

    private Reply choose() {
        return colleague.put(SESSION + "/post", Map.of("post", giver.post()));
    }

    @Test
    void aDeputyActsInThePostToTheLastDayAndTheMenuSaysUntilWhen() {
        LocalDate until = day.today().plusDays(1);
        assertThat(name(day.today(), until).status()).isEqualTo(201);
        JsonNode session = choose().json();
        assertThat(session.at("/post/deputy").asBoolean()).isTrue();
        assertThat(session.at("/post/until").asString()).isEqualTo(until.toString());
        assertThat(posts.heldAt(other.account(), giver.post(), clock.instant())).get().extracting("deputy").isEqualTo(true);
        clock.moveOn(Duration.ofDays(2));
        assertThat(signIns.as(other).get(SESSION).json().path("posts")).hasSize(1);
        assertThat(posts.heldAt(other.account(), giver.post(), clock.instant())).isEmpty();
    }

    @Test
    void aDeputyshipEndedEarlyIsOverWithTheNextRequest() {
        String made = name(day.today(), day.today().plusDays(9)).json().path("id").asString();
        choose();
        assertThat(colleague.get(post).status()).isEqualTo(200);
        Instant before = clock.instant();
        clock.moveOn(Duration.ofSeconds(1));
        assertThat(holder.delete(post + "/holdings/" + made).status()).isEqualTo(204);
        assertThat(colleague.get(post).problem()).isEqualTo("post-needed");
        assertThat(posts.heldAt(other.account(), giver.post(), before)).as("what was done before stays the deputy's").isPresent();
        assertThat(holder.delete(post + "/holdings/" + made).status()).isEqualTo(404);
        assertThat(name(day.today(), day.today().plusDays(3)).status()).as("may be named again").isEqualTo(201);
    }

    @Test
    void aDeputyMayGiveTheDeputyshipBackAndNameNobody() {
        String made = name(day.today(), day.today().plusDays(9)).json().path("id").asString();
        choose();
        Actor.Officer third = signIns.actor(STREET, "police");
        assertThat(colleague.post(post + "/holdings", Map.of("account", third.account(), "since", day.today(), "until", day.today(), "deputy", true)).status())
                .isEqualTo(404);
        assertThat(colleague.delete(post + "/holdings/" + holding()).status()).as("the holder's own").isEqualTo(404);
        assertThat(colleague.delete(post + "/holdings/" + made).status()).isEqualTo(204);
    }

    @Test
    void daysThatMakeNoSenseAreRefused() {
        LocalDate today = day.today();
        assertThat(name(today.minusDays(1), today).json().at("/errors/0/code").asString()).isEqualTo("day-past");
        assertThat(name(today.plusDays(2), today).json().at("/errors/0/code").asString()).isEqualTo("day-order");
        assertThat(name(today, today.plusDays(400)).json().at("/errors/0/code").asString()).isEqualTo("day-too-far");
        assertThat(name(today, null).json().at("/errors/0/code").asString()).isEqualTo("required");
        assertThat(name(today, today.plusDays(3)).status()).isEqualTo(201);
        assertThat(name(today.plusDays(3), today.plusDays(5)).problem()).isEqualTo("holds-already");
        assertThat(holder.post(post + "/holdings", Map.of("account", giver.account(), "since", today, "until", today, "deputy", true)).problem())
                .isEqualTo("own-account");
    }

    @Test
    void whatADeputySavesIsSignedSo() {
        name(day.today(), day.today());
        choose();
        assertThat(colleague.post("/api/applications", Map.of("template", "T11")).status()).isEqualTo(201);
        assertThat(holder.get("/api/officer/home").json().path("drafts").valueStream().map(one -> one.path("savedBy").asString()))
                .contains("测试（代理）");
    }

    @Test
    void theSuccessorHoldsThePostFromTheNextDayWithTheNoteOnTheFirstPage() {
        holder.post("/api/applications", Map.of("template", "T11"));
        JsonNode waiting = holder.get(post + "/waiting").json();
        assertThat(waiting.at("/0/name/zh").asString()).isEqualTo("草稿");
        assertThat(waiting.at("/0/items/0/path").asString()).startsWith("/applications/");
        assertThat(handOver(day.today()).status()).isEqualTo(201);

        JsonNode toCome = colleague.get("/api/officer/handovers").json();
        assertThat(toCome.at("/0/begun").asBoolean()).isFalse();
        assertThat(choose().status()).isEqualTo(404);
        assertThat(holder.get("/api/officer/home").status()).as("the last day is the giver's").isEqualTo(200);
        Instant before = clock.instant();

        clock.moveOn(Duration.ofDays(1));
        assertThat(signIns.as(giver).get("/api/officer/home").problem()).as("the giver's session on that post is over").isEqualTo("post-needed");
        colleague = signIns.as(other);
        assertThat(choose().json().at("/post/deputy").asBoolean()).isFalse();
        JsonNode note = colleague.get("/api/officer/handovers").json();
        assertThat(note.at("/0/note").asString()).isEqualTo("钥匙在前台。");
        assertThat(note.at("/0/begun").asBoolean()).isTrue();
        assertThat(colleague.get(post + "/waiting").json().at("/0/count").asInt()).isPositive();
        assertThat(posts.heldAt(giver.account(), giver.post(), before)).as("work done offline before stays with its author").isPresent();
        assertThat(posts.heldAt(giver.account(), giver.post(), clock.instant())).isEmpty();

        assertThat(colleague.post("/api/officer/handovers/" + note.at("/0/id").asString() + "/done", null).status()).isEqualTo(204);
        assertThat(colleague.get("/api/officer/handovers").json()).isEmpty();
    }

    @Test
    void aHandoverIsTakenBackUntilTheEndOfTheLastDay() {
        String handover = handOver(day.today()).json().path("id").asString();
        assertThat(handOver(day.today()).problem()).isEqualTo("handover-planned");
        assertThat(holder.delete(post + "/handovers/" + handover).status()).isEqualTo(204);
        assertThat(colleague.get("/api/officer/handovers").json()).isEmpty();
        clock.moveOn(Duration.ofDays(1));
        holder = signIns.as(giver);
        assertThat(holder.get("/api/officer/home").status()).isEqualTo(200);
        assertThat(holder.delete(post + "/handovers/" + handover).status()).isEqualTo(404);

        String again = handOver(day.today()).json().path("id").asString();
        clock.moveOn(Duration.ofDays(1));
        Browser administrator = signIns.officer(STREET, "civil-affairs", Role.ADMINISTRATOR);
        assertThat(administrator.delete(post + "/handovers/" + again).problem()).isEqualTo("handover-over");
    }

    @Test
    void anAdministratorHandsOverForSomebodyWhoIsGone() {
        Browser administrator = signIns.officer(STREET, "civil-affairs", Role.ADMINISTRATOR);
        Reply done = administrator.post(post + "/handovers",
                Map.of("holding", holding(), "successor", other.account(), "lastDay", day.today().minusDays(1), "note", ""));
        assertThat(done.status()).as(done.toString()).isEqualTo(201);
        assertThat(holder.get("/api/officer/home").problem()).isEqualTo("post-needed");
        assertThat(choose().status()).isEqualTo(200);
        assertThat(administrator.get("/api/administration/changes").json().at("/items/0/kind").asString()).isEqualTo("handover-planned");
    }

    @Test
    void whoReachesNobodyChoosesNobody() {
        Actor.Officer far = signIns.actor("970101002", "health");
        assertThat(holder.post(post + "/holdings", Map.of("account", far.account(), "since", day.today(), "until", day.today(), "deputy", true))
                .json().at("/errors/0/code").asString()).isEqualTo("account-unknown");
        assertThat(holder.post(post + "/handovers", Map.of("holding", holding(), "successor", UUID.randomUUID(), "lastDay", day.today(), "note", ""))
                .json().at("/errors/0/code").asString()).isEqualTo("account-unknown");
        assertThat(holder.get(post + "/colleagues?q=test-" + far.account()).json()).isEmpty();
        assertThat(holder.get(post + "/colleagues?q=test-" + other.account()).json()).hasSize(1);
    }
}
