package org.hutong.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.AccessJournal;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.Value;
import org.hutong.manifest.web.Drafting;
import org.hutong.resource.Townsfolk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Who has not answered yet: a list to call and to visit from. */
@ServerTest
class WhoIsLeftTest {
    private static final LocalDate OLD = LocalDate.of(1940, 5, 1);
    @Autowired
    private SignIns signIns;
    @Autowired
    private Drafting drafting;
    @Autowired
    private Townsfolk town;
    @Autowired
    private Answers answers;
    @Autowired
    private AccessJournal journal;
    @Autowired
    private TestDatabase database;

    @Test
    void whoHasAnsweredIsOffTheListAndPhonesAreHalfHidden() {
        RegionCode grid = drafting.freshGrid();
        SubjectId done = town.person(grid, OLD);
        SubjectId open = town.person(grid, OLD);
        town.says(open, Map.of("person.mobile", new Value.Text("14001234567")));
        town.person(grid, LocalDate.of(2005, 1, 1));
        String id = published(grid);
        answers.answered(id, done, 3);
        var reply = signIns.officer(grid.toString(), "health").get("/api/applications/" + id + "/left");
        assertThat(reply.text()).doesNotContain("14001234567");
        JsonNode only = reply.json().path("items").get(0);
        assertThat(reply.json().path("items")).hasSize(1);
        assertThat(reply.json().path("more").asBoolean()).isFalse();
        assertThat(only.path("person").asString()).isEqualTo(open.toString());
        assertThat(only.path("phoneMasked").asString()).isEqualTo("140****4567");
        assertThat(only.path("age").asInt()).isGreaterThanOrEqualTo(86);
        assertThat(only.path("region").asString()).isEqualTo(grid.toString());
        assertThat(only.path("regionName").path("zh").asString()).startsWith("测试");
        assertThat(only.path("name").asString()).isNotBlank();
    }

    @Test
    void lookingIsJournalledForThePersonToRead() {
        RegionCode grid = drafting.freshGrid();
        SubjectId open = town.person(grid, OLD);
        String id = published(grid);
        signIns.officer(grid.toString(), "health").get("/api/applications/" + id + "/left");
        var looks = journal.of(new Actor.Resident(open, false, List.of()), open, 10);
        assertThat(looks).singleElement().satisfies(look -> {
            assertThat(look.what()).contains("person.name", "person.mobile");
            assertThat(look.application()).isEqualTo(id);
            assertThat(look.purpose().zh()).contains("流感疫苗接种摸底");
        });
    }

    @Test
    void pagesTogetherHoldEverybodyOnce() {
        RegionCode grid = drafting.freshGrid();
        Set<String> people = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            people.add(town.person(grid, OLD).toString());
        }
        String id = published(grid);
        Browser officer = signIns.officer(grid.toString(), "health");
        Set<String> seen = new HashSet<>();
        boolean more = true;
        for (int page = 0; more; page++) {
            JsonNode one = officer.get("/api/applications/" + id + "/left?size=3&page=" + page).json();
            one.path("items").forEach(item -> assertThat(seen.add(item.path("person").asString())).isTrue());
            more = one.path("more").asBoolean();
            assertThat(page).isLessThan(3);
        }
        assertThat(seen).isEqualTo(people);
        assertThat(officer.get("/api/applications/" + id + "/left?page=-1").status()).isEqualTo(422);
        assertThat(officer.get("/api/applications/" + id + "/left?size=100000").status()).isEqualTo(422);
    }

    private List<String> found(Browser officer, String id, String words) {
        return listed(officer, id + "/left?person=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    @Test
    void whoIsLookedForIsFoundByNamePinyinOrAddress() {
        RegionCode grid = drafting.freshGrid();
        SubjectId zhang = town.person(grid, OLD);
        SubjectId li = town.person(grid, OLD);
        town.says(zhang, Map.of("person.address", new Value.Text("钟秀中路 211 号")));
        town.says(li, Map.of("person.address", new Value.Text("解放路 5 号")));
        Map.of(zhang, "张有祥", li, "李梅").forEach((person, name) ->
                database.everything().execute("update resource.person set name = ? where home = ? and id = ?", name, person.home(), person.id()));
        String id = published(grid);
        Browser officer = signIns.officer(grid.toString(), "health");
        assertThat(found(officer, id, "有祥")).containsExactly(zhang.toString());
        assertThat(found(officer, id, "zhangyx")).containsExactly(zhang.toString());
        assertThat(found(officer, id, " 解放路 ")).containsExactly(li.toString());
        assertThat(found(officer, id, "没有")).isEmpty();
        assertThat(found(officer, id, " ")).hasSize(2);
        assertThat(officer.get("/api/applications/" + id + "/left?person=" + "x".repeat(81)).status()).isEqualTo(422);
        answers.answered(id, zhang, 1);
        assertThat(found(officer, id, "有祥")).as("done").isEmpty();
        assertThat(journal.of(new Actor.Resident(li, false, List.of()), li, 10)).as("only who was shown: by the address, and among all").hasSize(2);
    }

    @Test
    void theAddressOfADwellingOutsideTellsNothing() {
        RegionCode mine = drafting.freshGrid();
        RegionCode other = drafting.freshGrid();
        SubjectId here = town.person(mine, OLD);
        SubjectId away = town.person(mine, OLD);
        dwelling(here, mine, "青年路 8 号");
        dwelling(away, other, "青年路 9 号");
        String id = published(mine);
        assertThat(found(signIns.officer(mine.toString(), "health"), id, "青年路")).containsExactly(here.toString());
    }

    private void dwelling(SubjectId person, RegionCode region, String address) {
        UUID id = Uuid7.next();
        database.everything().execute("insert into resource.dwelling (home, id, region, address) values (?, ?, ?, ?)", person.home(), id, region.number(), address);
        database.everything().execute("insert into resource.link (home, id, kind, from_id, to_home, to_id) values (?, ?, 'lives-in', ?, ?, ?)", person.home(), Uuid7.next(),
                person.id(), person.home(), id);
    }

    @Test
    void nobodyOutsideTheOwnRegionIsListed() {
        RegionCode mine = drafting.freshGrid();
        RegionCode other = drafting.freshGrid();
        SubjectId here = town.person(mine, OLD);
        town.person(other, OLD);
        String id = Drafting.id(drafting.published(signIns.officer(mine.at(3).toString(), "health"), "T11"));
        assertThat(persons(signIns.officer(mine.toString(), "police"), id)).containsExactly(here.toString());
        assertThat(persons(signIns.officer(mine.at(4).toString(), "police"), id)).containsExactly(here.toString());
    }

    @Test
    void theTableHasWholeNumbersForTheDepartmentThatSaysWhatForAndHalfHiddenOnesElse() {
        RegionCode grid = drafting.freshGrid();
        SubjectId open = town.person(grid, OLD);
        town.says(open, Map.of("person.mobile", new Value.Text("14001234567")));
        String id = published(grid);
        String path = "/api/applications/" + id + "/left/sheet?format=csv";
        String whole = path + "&purpose=" + URLEncoder.encode("逐个打电话", StandardCharsets.UTF_8);
        Browser health = signIns.officer(grid.toString(), "health");
        Browser police = signIns.officer(grid.toString(), "police");
        assertThat(health.get(path).text()).startsWith("\uFEFF姓名,年龄,区划,电话\r\n").contains("140****4567").doesNotContain("14001234567");
        assertThat(police.get(path).text()).contains("140****4567").doesNotContain("14001234567");
        assertThat(health.get(whole).text()).contains("14001234567");
        assertThat(police.get(whole).status()).isEqualTo(403);
        assertThat(health.get(path + "&purpose=" + "x".repeat(201)).status()).isEqualTo(422);
        var looks = journal.of(new Actor.Resident(open, false, List.of()), open, 10);
        assertThat(looks).hasSize(3);
        assertThat(looks.getFirst().purpose().zh()).contains("用于：逐个打电话");
    }

    @Test
    void theBoardAsATableAddsUp() {
        RegionCode grid = drafting.freshGrid();
        answers.answered(published(grid), town.person(grid, OLD), 3);
        String id = published(grid);
        town.person(grid, OLD);
        List<String> lines = signIns.officer(grid.at(4).toString(), "health").get("/api/applications/" + id + "/board/sheet?format=csv").text().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("\uFEFF区划,区划代码,应填报人数,已完成,未完成");
        long left = lines.subList(1, lines.size() - 1).stream().mapToLong(line -> Long.parseLong(line.split(",")[4])).sum();
        assertThat(lines.getLast()).startsWith("合计：").endsWith("," + left);
    }

    private static List<String> persons(Browser officer, String application) {
        return listed(officer, application + "/left");
    }

    private static List<String> listed(Browser officer, String path) {
        return officer.get("/api/applications/" + path).json().path("items").valueStream()
                .map(item -> item.path("person").asString()).toList();
    }

    private String published(RegionCode grid) {
        return Drafting.id(drafting.published(signIns.officer(grid.at(4).toString(), "health"), "T11"));
    }
}
