package org.hutong.insight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ServerTest;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.manifest.web.Drafting;
import org.hutong.resource.Townsfolk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A person counts where he or she belongs now, as done and as addressed alike. */
@ServerTest
class BoardAfterAMoveTest {
    private static final LocalDate OLD = LocalDate.of(1930, 5, 1);
    private static final Duration LONG = Duration.ofSeconds(40);
    @Autowired
    private SignIns signIns;
    @Autowired
    private Drafting drafting;
    @Autowired
    private Townsfolk town;
    @Autowired
    private Answers answers;

    private String published(Browser officer) {
        return Drafting.id(drafting.published(officer, "T11"));
    }

    private static List<Integer> figures(Browser officer, String application, RegionCode region) {
        JsonNode board = BoardTest.board(officer, application, region);
        return List.of(board.path("total").asInt(), board.path("done").asInt());
    }

    @Test
    void whoAnsweredAndMovedCountsWhereTheNewHomeIs() {
        RegionCode before = drafting.freshGrid();
        RegionCode after = drafting.freshGrid();
        SubjectId mover = town.person(before, OLD);
        SubjectId stays = town.person(before, OLD);
        Browser district = signIns.officer(before.at(3).toString(), "health");
        String id = published(district);
        answers.answered(id, mover, 3);
        assertThat(figures(district, id, before)).containsExactly(2, 1);
        town.registered(mover, Map.of("person.region", new Value.Region(after)));
        await().atMost(LONG).untilAsserted(() -> assertThat(figures(district, id, before)).containsExactly(1, 0));
        assertThat(figures(district, id, after)).containsExactly(1, 1);
        answers.answered(id, stays, 0);
        assertThat(figures(district, id, before)).containsExactly(1, 1);
    }

    /** As with a form that asks where somebody lives now: the submission keeps the place of before. */
    @Test
    void whoMovesByAnsweringIsTakenOffWhereHeWasAddressed() {
        RegionCode before = drafting.freshGrid();
        RegionCode after = drafting.freshGrid();
        SubjectId mover = town.person(before, OLD);
        town.person(after, OLD);
        Browser district = signIns.officer(before.at(3).toString(), "health");
        String id = published(district);
        assertThat(figures(district, id, before)).containsExactly(1, 0);
        assertThat(figures(district, id, after)).containsExactly(1, 0);
        answers.answered(id, mover, 3);
        town.registered(mover, Map.of("person.region", new Value.Region(after)));
        assertThat(figures(district, id, before)).containsExactly(0, 0);
        assertThat(figures(district, id, after)).containsExactly(2, 1);
        await().atMost(LONG).during(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(figures(district, id, after)).containsExactly(2, 1));
    }

    /** What was restored from another cluster carries its numbers of transactions, which this one has not come to. */
    @Test
    void whatAnotherClusterHasWrittenIsCountedOnce() {
        RegionCode grid = drafting.freshGrid();
        SubjectId answered = town.person(grid, OLD);
        town.person(grid, OLD);
        Browser street = signIns.officer(grid.at(4).toString(), "health");
        String id = published(street);
        answers.restored(id, answered, "9000000000000");
        assertThat(figures(street, id, grid)).containsExactly(2, 1);
        assertThat(figures(street, id, grid)).containsExactly(2, 1);
    }

    @Test
    void whoNoLongerFitsByAnsweringIsStillDone() {
        RegionCode grid = drafting.freshGrid();
        SubjectId answered = town.person(grid, OLD);
        town.person(grid, OLD);
        Browser street = signIns.officer(grid.at(4).toString(), "health");
        String id = published(street);
        assertThat(figures(street, id, grid)).containsExactly(2, 0);
        answers.answered(id, answered, 3);
        town.registered(answered, Map.of("person.birthDate", Value.PartialDay.of(LocalDate.of(2001, 1, 1))));
        assertThat(figures(street, id, grid)).containsExactly(2, 1);
        await().atMost(LONG).during(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(figures(street, id, grid)).containsExactly(2, 1));
    }

    @Test
    void ofTheDeadNobodyIsLeftOrDone() {
        RegionCode grid = drafting.freshGrid();
        SubjectId answered = town.person(grid, OLD);
        town.person(grid, OLD);
        Browser street = signIns.officer(grid.at(4).toString(), "health");
        String id = published(street);
        answers.answered(id, answered, 3);
        town.registered(answered, Map.of("person.deathDate", new Value.Day(LocalDate.now())));
        await().atMost(LONG).untilAsserted(() -> assertThat(figures(street, id, grid)).containsExactly(1, 0));
    }

    @Test
    void aBoardCountsByTheDwellingOwned() {
        RegionCode lived = drafting.freshGrid();
        RegionCode owned = drafting.freshGrid();
        SubjectId owner = town.person(lived, OLD);
        town.owns(owner, owned);
        town.owns(owner, owned);
        town.owns(owner, RegionCode.of("330106001001"));
        Browser district = signIns.officer(lived.at(3).toString(), "health");
        JsonNode made = drafting.draft(district, "T11");
        ObjectNode manifest = drafting.manifest(made);
        manifest.withObject("/components/3").put("relation", "owns");
        drafting.save(district, made, manifest);
        String id = Drafting.id(drafting.publish(district, made).json());
        assertThat(figures(district, id, owned)).containsExactly(1, 0);
        assertThat(figures(district, id, lived)).containsExactly(0, 0);
        assertThat(district.get("/api/applications/" + id + "/left?region=" + owned).json().path("items").get(0).path("person").asString())
                .isEqualTo(owner.toString());
        answers.answered(id, owner, 1);
        assertThat(figures(district, id, owned)).containsExactly(1, 1);
    }
}
