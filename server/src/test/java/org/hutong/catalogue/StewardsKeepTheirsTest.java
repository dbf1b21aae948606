package org.hutong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.app.testing.DatabaseTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A newer Hutong brings its definitions and leaves alone what stewards have changed. */
@DatabaseTest
class StewardsKeepTheirsTest {
    private static final ElementCode EMPLOYER = ElementCode.of("person.employer");
    private static final Actor.Officer STEWARD = new Actor.Officer(UUID.randomUUID(), "董文", UUID.randomUUID(), "数据管理员", RegionCode.of("3206"), "civil-affairs",
            Set.of(Role.STEWARD));
    private static final ResourceColumns NOTHING_NEW = new ResourceColumns() {
        @Override
        public List<String> columnsFor(String table, DataElement element) {
            return List.of();
        }

        @Override
        public List<String> tableFor(ResourceType type) {
            return List.of();
        }
    };

    private final TestDatabase database;
    private Catalogue catalogue;
    private Stewards stewards;

    StewardsKeepTheirsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        catalogue = CatalogueForTests.on(database.app(), database.owner(), NOTHING_NEW);
        stewards = new Stewards(catalogue);
    }

    /** As if another version had been installed, in which an element was called otherwise and had no standard. */
    private Catalogue afterUpgrade(String changed) {
        database.owner().execute("update catalogue.revision set shipped = 'another'");
        database.owner().execute(changed);
        return CatalogueForTests.on(database.app(), database.owner(), NOTHING_NEW);
    }

    @Test
    void whatAStewardChangedStaysAndTheRestComes() {
        DataElement shipped = catalogue.element(EMPLOYER).orElseThrow();
        ElementEdit edit = new ElementEdit(Localised.of("在哪里上班", "Where one works"), null, null, null, shipped.protection(), false, shipped.firstRank(),
                Period.ofMonths(3), shipped.standard(), List.of("上班的地方"));
        assertThat(stewards.change(STEWARD, EMPLOYER, shipped.version(), edit, "大家这样叫")).isEqualTo(new Amended.Done(2));

        Catalogue later = afterUpgrade("update catalogue.data_element set first_rank = 'register' where code = 'person.employer'");
        DataElement now = later.element(EMPLOYER).orElseThrow();
        assertThat(now.name().zh()).isEqualTo("在哪里上班");
        assertThat(now.seenAs()).containsExactly("上班的地方");
        assertThat(now.validFor()).isEqualTo(Period.ofMonths(3));
        assertThat(now.firstRank()).as("untouched by the steward").isEqualTo(shipped.firstRank());
        assertThat(now.version()).isEqualTo(3);
        Amendment upgrade = later.amendments(Amendment.Kind.ELEMENT, EMPLOYER.code()).getFirst();
        assertThat(upgrade.by()).isEmpty();
        assertThat(upgrade.differences()).containsExactly(new Amendment.Difference("firstRank", null, "register", "resident"));
    }

    @Test
    void aRetiredElementStaysRetired() {
        ElementCode code = ElementCode.of("person.formerName");
        stewards.retire(STEWARD, code, catalogue.element(code).orElseThrow().version(), "没人用");
        assertThat(afterUpgrade("select 1").element(code).orElseThrow().retired()).isTrue();
    }

    @Test
    void codesWordedAnewAndRetiredStayAndSoDoCodesAdded() {
        CodeList sex = catalogue.codeList("gbt2261_1_sex").orElseThrow();
        CodeList.Item first = sex.items().getFirst();
        List<CodeList.Item> wanted = new java.util.ArrayList<>(sex.items());
        wanted.set(0, new CodeList.Item(first.code(), Localised.of("没有说", "Not said"), true));
        wanted.add(new CodeList.Item("X", Localised.of("别的", "Other")));
        stewards.change(STEWARD, new CodeList(sex.code(), sex.name(), sex.standard(), wanted), sex.version(), "表上这样写");

        CodeList now = afterUpgrade("update catalogue.code_item set name_zh = '旧' where list = 'gbt2261_1_sex' and code = '" + sex.items().get(1).code() + "'")
                .codeList(sex.code()).orElseThrow();
        assertThat(now.item(first.code()).orElseThrow()).isEqualTo(new CodeList.Item(first.code(), Localised.of("没有说", "Not said"), true));
        assertThat(now.item("X")).isPresent();
        assertThat(now.items().get(1)).as("untouched by the steward").isEqualTo(sex.items().get(1));
        assertThat(now.version()).isEqualTo(sex.version() + 2);
    }

    @Test
    void everyChangeRaisesTheRevisionByWhichOtherNodesKnow() {
        long before = catalogue.revision();
        ElementCode code = ElementCode.of("person.bankName");
        stewards.retire(STEWARD, code, catalogue.element(code).orElseThrow().version(), "没人用");
        assertThat(catalogue.revision()).isGreaterThan(before);
        assertThat(catalogue.element(code).orElseThrow().retired()).as("here at once").isTrue();
    }
}
