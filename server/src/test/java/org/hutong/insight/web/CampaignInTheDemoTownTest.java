package org.hutong.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ServerTest;
import org.hutong.kernel.RegionCode;
import org.hutong.manifest.web.Drafting;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A street of the demo town surveys its older residents: from the template to the board, on invented people as they are. */
@ServerTest
@TestPropertySource(properties = {"hutong.demo=true", "hutong.town.persons=10000"})
class CampaignInTheDemoTownTest {
    private static final Actor SYSTEM = new Actor.Background("test");
    @Autowired
    private SignIns signIns;
    @Autowired
    private Drafting drafting;
    @Autowired
    private Scoped scoped;

    @Test
    void theStreetPublishesTheSurveyAndEveryFigureAgreesWithTheData() {
        RegionCode street = largest();
        Browser officer = signIns.officer(street.toString(), "health");
        JsonNode made = drafting.draft(officer, "T11");
        long people = people(street);
        assertThat(people).isPositive();
        long counted = officer.post("/api/audience/count", Map.of("criterion", made.path("draft").path("components").get(0).path("criterion"),
                "relation", "resides-in", "region", street.toString())).json().path("count").asLong();
        assertThat(counted).isEqualTo(people);

        JsonNode check = officer.post("/api/applications/" + Drafting.id(made) + "/check", null).json();
        assertThat(check.path("findings")).isEmpty();
        assertThat(check.path("onceOnly").path("population").asLong()).isEqualTo(people);
        assertThat(check.path("onceOnly").path("heldQuestions").asInt()).as("name, age, phone and address are mostly known").isBetween(3, 6);

        drafting.publish(officer, made);
        for (RegionCode region = street; ; region = region.at(region.level() - 1)) {
            JsonNode board = BoardTest.board(signIns.officer(region.toString(), "health"), Drafting.id(made), region);
            assertThat(board.path("total").asLong()).as(region.toString()).isEqualTo(people);
            assertThat(board.path("children").valueStream().mapToLong(child -> child.path("total").asLong()).sum()).isLessThanOrEqualTo(people);
            if (region.level() == 1) {
                break;
            }
        }
        JsonNode left = officer.get("/api/applications/" + Drafting.id(made) + "/left?size=200").json();
        assertThat(left.path("items").size()).isEqualTo((int) Math.min(200, people));
    }

    @Test
    void theCheckLooksAtEverybodyInATownOfTenThousand() {
        Browser city = signIns.officer("320600000000", "health");
        JsonNode made = drafting.draft(city, "T11");
        ObjectNode manifest = drafting.manifest(made);
        manifest.withObject("/components/0").putObject("criterion").put("always", true);
        drafting.save(city, made, manifest);
        JsonNode onceOnly = city.post("/api/applications/" + Drafting.id(made) + "/check", null).json().path("onceOnly");
        assertThat(onceOnly.path("population").asLong()).isGreaterThan(9_000);
        assertThat(onceOnly.path("looked").asLong()).isEqualTo(onceOnly.path("population").asLong());
    }

    private RegionCode largest() {
        return new RegionCode(scoped.read(SYSTEM, dsl -> dsl.fetchSingle("select resides_in / 1000000 * 1000000 from resource.person"
                + " where resides_in between 320600000000000 and 320699999999999 group by 1 order by count(*) desc limit 1")).get(0, Long.class));
    }

    /** People of 60 and over, counted by another way than the server's. */
    private long people(RegionCode street) {
        return scoped.read(SYSTEM, dsl -> dsl.fetchSingle("select count(*) from resource.person where resides_in between ? and ?"
                + " and merged_into is null and erased_at is null and death_date is null"
                + " and to_date(birth_date::text, 'YYYYMMDD') <= (now() at time zone 'Asia/Shanghai')::date - interval '60 years'"
                + " and birth_date % 100 > 0", street.first(), street.last())).get(0, Long.class);
    }
}
