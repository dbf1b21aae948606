package org.hutong.insight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ServerTest;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.manifest.web.Drafting;
import org.hutong.region.Region;
import org.hutong.region.Regions;
import org.hutong.resource.Means;
import org.hutong.resource.SourceKind;
import org.hutong.resource.Townsfolk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The progress of an application, from the province down to the grid. */
@ServerTest
class BoardTest {
    private static final LocalDate OLD = LocalDate.of(1930, 5, 1);
    @Autowired
    private SignIns signIns;
    @Autowired
    private Drafting drafting;
    @Autowired
    private Townsfolk town;
    @Autowired
    private Answers answers;
    @Autowired
    private Regions regions;
    @Autowired
    private Scoped scoped;

    @Test
    void everyLevelSeesAnAnswerAtOnce() {
        RegionCode grid = drafting.freshGrid();
        SubjectId person = town.person(grid, OLD);
        town.person(grid, OLD);
        town.person(grid, LocalDate.of(2001, 1, 1));
        String id = published(grid.at(4), "T11");
        List<Browser> posts = List.of(grid, grid.at(5), grid.at(4), grid.at(3), grid.at(2), grid.at(1)).stream()
                .map(region -> signIns.officer(region.toString(), "health")).toList();
        posts.forEach(post -> assertThat(figures(board(post, id, null))).containsExactly(2, 0));
        answers.answered(id, person, 5);
        posts.forEach(post -> assertThat(figures(board(post, id, null))).containsExactly(2, 1));
        posts.forEach(post -> assertThat(home(post, id)).containsExactly(2, 1));
    }

    @Test
    void theWayGoesDownChildByChildAndUpByCrumbs() {
        RegionCode grid = drafting.freshGrid();
        RegionCode street = grid.at(4);
        RegionCode second = add(street.number() + 2000);
        RegionCode secondGrid = add(second.number() + 1);
        RegionCode empty = add(street.number() + 3000);
        SubjectId one = town.person(grid, OLD);
        town.person(secondGrid, OLD);
        town.person(secondGrid, OLD);
        String id = published(street, "T11");
        answers.answered(id, one, 0);
        Browser city = signIns.officer(street.at(2).toString(), "health");

        JsonNode top = board(city, id, null);
        assertThat(top.path("region").asString()).isEqualTo(street.toString());
        assertThat(top.path("relation").asString()).isEqualTo("resides-in");
        assertThat(figures(top)).containsExactly(3, 1);
        assertThat(top.path("notAsked").asInt()).isEqualTo(1);
        assertThat(Instant.parse(top.path("asOf").asString())).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(top.path("children").valueStream().map(child -> child.path("region").asString()))
                .containsExactly(second.toString(), grid.at(5).toString(), empty.toString());
        assertThat(figures(top.path("children").get(0))).containsExactly(2, 0);
        assertThat(figures(top.path("children").get(1))).containsExactly(1, 1);
        assertThat(figures(top.path("children").get(2))).containsExactly(0, 0);
        assertThat(top.path("children").get(0).path("name").path("zh").asString()).startsWith("测试");
        assertThat(top.path("path").valueStream().map(step -> step.path("code").asString()))
                .containsExactly(street.at(2).toString(), street.at(3).toString(), street.toString());

        JsonNode lowest = board(city, id, secondGrid);
        assertThat(figures(lowest)).containsExactly(2, 0);
        assertThat(lowest.path("children")).isEmpty();
        assertThat(figures(board(city, id, street.at(3)))).containsExactly(3, 1);
    }

    @Test
    void whoBelongsToNoChildIsARowOfItsOwnSoThatTheRowsAddUp() {
        RegionCode grid = drafting.freshGrid();
        RegionCode street = grid.at(4);
        town.person(grid, OLD);
        SubjectId unplaced = town.person(grid.at(5), OLD);
        town.person(grid.at(5), OLD);
        String id = published(street, "T11");
        answers.answered(id, unplaced, 0);
        Browser officer = signIns.officer(street.toString(), "health");
        JsonNode community = board(officer, id, grid.at(5));
        assertThat(figures(community)).containsExactly(3, 1);
        assertThat(figures(community.path("children").get(0))).containsExactly(1, 0);
        assertThat(figures(community.path("own"))).containsExactly(2, 1);
        assertThat(figures(board(officer, id, null).path("own"))).containsExactly(0, 0);
        List<String> sheet = officer.get("/api/applications/" + id + "/board/sheet?format=csv&region=" + grid.at(5)).text().lines().toList();
        assertThat(sheet).hasSize(4);
        assertThat(sheet.get(2)).startsWith("未分到下级：").endsWith(",2,1,1");
    }

    @Test
    void aPersonCountsWhereTheBoardsRelationSays() {
        RegionCode registered = drafting.freshGrid();
        RegionCode lived = drafting.freshGrid();
        SubjectId person = town.person(lived, OLD);
        town.registered(person, Map.of("person.hukouRegion", new Value.Region(registered)));
        Browser district = signIns.officer(lived.at(3).toString(), "civil-affairs");
        String allowance = Drafting.id(drafting.published(district, "T01"));
        assertThat(figures(board(district, allowance, registered))).containsExactly(1, 0);
        assertThat(figures(board(district, allowance, lived))).containsExactly(0, 0);
        String survey = Drafting.id(drafting.published(district, "T11"));
        assertThat(figures(board(district, survey, registered))).containsExactly(0, 0);
        assertThat(figures(board(district, survey, lived))).containsExactly(1, 0);
        answers.answered(allowance, person, 1);
        assertThat(figures(board(district, allowance, registered))).containsExactly(1, 1);
        assertThat(figures(board(district, survey, lived))).containsExactly(1, 0);
    }

    @Test
    void livingHereAndCountedWhereRegistered() {
        RegionCode registered = drafting.freshGrid();
        RegionCode lived = drafting.freshGrid();
        SubjectId person = town.person(lived, OLD);
        town.registered(person, Map.of("person.hukouRegion", new Value.Region(registered)));
        Browser street = signIns.officer(lived.at(4).toString(), "health");
        JsonNode made = drafting.draft(street, "T11");
        ObjectNode manifest = drafting.manifest(made);
        manifest.withObject("/components/3").put("relation", "registered-in");
        drafting.save(street, made, manifest);
        String id = Drafting.id(drafting.publish(street, made).json());
        assertThat(figures(board(street, id, null))).containsExactly(0, 0);
        JsonNode district = board(signIns.officer(lived.at(3).toString(), "health"), id, lived.at(3));
        assertThat(figures(district)).containsExactly(1, 0);
        assertThat(district.path("children").valueStream().filter(child -> child.path("total").asInt() > 0)
                .map(child -> child.path("region").asString())).containsExactly(registered.at(4).toString());
    }

    @Test
    void contestedValuesThatAreAskedForAreCounted() {
        RegionCode grid = drafting.freshGrid();
        SubjectId person = town.person(grid, OLD);
        town.says(person, Map.of("person.address", new Value.Text("一号")));
        town.state(person, SourceKind.OFFICER, Means.PHONE, Instant.now(), Map.of("person.address", new Value.Text("二号")));
        String id = published(grid.at(4), "T11");
        assertThat(board(signIns.officer(grid.toString(), "health"), id, null).path("contested").asInt()).isEqualTo(1);
    }

    @Test
    void anAnswerIsCountedOnceItIsCommittedThoughAnOlderTransactionIsStillOpen() throws Exception {
        RegionCode grid = drafting.freshGrid();
        SubjectId first = town.person(grid, OLD);
        SubjectId second = town.person(grid, OLD);
        String id = published(grid.at(4), "T11");
        Browser officer = signIns.officer(grid.toString(), "health");
        var opened = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual().start(() -> scoped.write(new Actor.Background("slow"), dsl -> {
            answers.insert(dsl, id, first, 1);
            opened.countDown();
            try {
                return finish.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        assertThat(opened.await(20, TimeUnit.SECONDS)).isTrue();
        answers.answered(id, second, 1);
        assertThat(figures(board(officer, id, null))).containsExactly(2, 1);
        finish.countDown();
        slow.join(Duration.ofSeconds(20));
        assertThat(figures(board(officer, id, null))).containsExactly(2, 2);
        assertThat(figures(board(officer, id, null))).containsExactly(2, 2);
    }

    @Test
    void somebodyNewIsAddressedWithTheNextCount() {
        RegionCode grid = drafting.freshGrid();
        String id = published(grid.at(4), "T11");
        Browser officer = signIns.officer(grid.toString(), "health");
        assertThat(figures(board(officer, id, null))).containsExactly(0, 0);
        town.person(grid, OLD);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(figures(board(officer, id, null))).containsExactly(1, 0));
    }

    private RegionCode add(long number) {
        RegionCode code = new RegionCode(number);
        regions.add(List.of(new Region(code, code.level(), Localised.of("测试" + code, "Test " + code), code.at(code.level() - 1))));
        return code;
    }

    private String published(RegionCode region, String template) {
        return Drafting.id(drafting.published(signIns.officer(region.toString(), "health"), template));
    }

    static JsonNode board(Browser officer, String application, RegionCode region) {
        var reply = officer.get("/api/applications/" + application + "/board" + (region == null ? "" : "?region=" + region));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    private static List<Integer> home(Browser officer, String application) {
        JsonNode running = officer.get("/api/officer/home").json().path("running");
        return figures(running.valueStream().filter(one -> Drafting.id(one).equals(application)).findFirst().orElseThrow());
    }

    private static List<Integer> figures(JsonNode board) {
        return List.of(board.path("total").asInt(), board.path("done").asInt());
    }
}
