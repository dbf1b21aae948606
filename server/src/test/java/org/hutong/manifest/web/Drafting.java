package org.hutong.manifest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.region.Region;
import org.hutong.region.Regions;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What tests of applications do again and again: a place to work in, a draft from a template, a saving, a publishing. */
@Component
public class Drafting implements ApplicationRunner {
    /** A province that no town has, so that nothing in it is there by chance. */
    public static final RegionCode PROVINCE = RegionCode.of("97");
    public static final RegionCode CITY = RegionCode.of("9701");
    public static final RegionCode DISTRICT = RegionCode.of("970101");
    public static final RegionCode STREET = RegionCode.of("970101001");
    public static final RegionCode OTHER_STREET = RegionCode.of("970101002");
    public static final RegionCode COMMUNITY = RegionCode.of("970101001001");
    public static final RegionCode OTHER_COMMUNITY = RegionCode.of("970101001002");
    public static final RegionCode GRID = RegionCode.of("970101001001001");
    public static final RegionCode OTHER_GRID = RegionCode.of("970101001001002");
    public static final RegionCode FAR_GRID = RegionCode.of("970101002001001");
    public static final RegionCode FAR_COMMUNITY = RegionCode.of("970101002001");

    private final AtomicInteger next = new AtomicInteger(100);
    private final Regions regions;

    Drafting(Regions regions) {
        this.regions = regions;
    }

    /** After the demo town, which is loaded only where there are no regions. */
    @Override
    public void run(ApplicationArguments arguments) {
        regions.add(List.of(PROVINCE, CITY, DISTRICT, STREET, OTHER_STREET, COMMUNITY, OTHER_COMMUNITY, FAR_COMMUNITY, GRID, OTHER_GRID, FAR_GRID)
                .stream().map(Drafting::region).toList());
    }

    /** A grid in a new community of a new street of {@link #DISTRICT}, where nobody lives yet. */
    public RegionCode freshGrid() {
        RegionCode street = RegionCode.of(DISTRICT.toString().substring(0, 6) + "%03d".formatted(next.incrementAndGet()));
        RegionCode community = RegionCode.of(street.toString().substring(0, 9) + "001");
        RegionCode grid = RegionCode.of(community + "001");
        regions.add(List.of(region(street), region(community), region(grid)));
        return grid;
    }

    private static Region region(RegionCode code) {
        return new Region(code, code.level(), Localised.of("测试" + code, "Test " + code), code.level() == 1 ? null : code.at(code.level() - 1));
    }

    /** A draft of a template in the officer's own region. */
    public JsonNode draft(Browser officer, String template) {
        Reply created = officer.post("/api/applications", Map.of("template", template));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.json();
    }

    public ObjectNode manifest(JsonNode application) {
        return application.path("draft").deepCopy().asObject();
    }

    public Reply save(Browser officer, JsonNode application, JsonNode manifest) {
        return save(officer, id(application), application.path("revision").asInt(), manifest);
    }

    public Reply save(Browser officer, String id, int revision, JsonNode manifest) {
        return officer.send("PUT", "/api/applications/" + id + "/draft", manifest, Map.of("If-Match", "\"" + revision + "\""));
    }

    public Reply publish(Browser officer, JsonNode application) {
        return officer.post("/api/applications/" + id(application) + "/publish", null);
    }

    /** A published application made from a template. */
    public JsonNode published(Browser officer, String template) {
        Reply published = publish(officer, draft(officer, template));
        assertThat(published.status()).as(published.toString()).isEqualTo(200);
        return published.json();
    }

    public static String id(JsonNode application) {
        return application.path("id").asString();
    }

    /** The codes of a problem's errors or of a check's findings, by path. */
    public static List<String> places(JsonNode list) {
        return list.valueStream().map(one -> one.path("path").asString() + " " + one.path("code").asString()).toList();
    }
}
