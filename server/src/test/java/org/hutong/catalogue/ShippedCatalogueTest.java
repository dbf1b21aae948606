package org.hutong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.hutong.kernel.ElementCode;
import org.junit.jupiter.api.Test;

/** The files of the shipped catalogue agree with each other. */
class ShippedCatalogueTest {
    private static final Set<String> KINDS = Set.of("text", "integer", "decimal", "date", "partialDate", "dateTime", "yesNo", "code", "codes",
            "region", "file", "idNumber", "uscc", "phone", "email");

    @Test
    void has_the_164_elements_with_unique_numbers_codes_and_columns() {
        List<Map<String, String>> elements = table("elements.tsv");
        assertThat(elements).hasSize(164);
        assertThat(elements).extracting(row -> row.get("no")).doesNotHaveDuplicates();
        assertThat(elements).extracting(row -> row.get("element")).doesNotHaveDuplicates().allMatch(ElementCode::isValid);
        assertThat(elements.stream().filter(row -> !row.get("column").equals("-")).map(row -> resourceType(row) + "." + row.get("column")))
                .doesNotHaveDuplicates().allMatch(column -> column.matches("[a-z]+\\.[a-z][a-z0-9_]*"));
    }

    @Test
    void every_element_is_complete() {
        for (Map<String, String> row : table("elements.tsv")) {
            assertThat(Integer.parseInt(row.get("no"))).isPositive();
            assertThat(row.get("name_zh")).as(row.toString()).isNotBlank();
            assertThat(row.get("name_en")).as(row.toString()).isNotBlank().isASCII();
            assertThat(row.get("kind")).as(row.toString()).isIn(KINDS);
            assertThat(row.get("unit_en").isEmpty()).as("a unit in both languages or in none: " + row).isEqualTo(row.get("unit").isEmpty());
            assertThat(row.get("unit_en")).as(row.toString()).doesNotContainPattern("\\p{IsHan}");
            assertThat(row.get("protection")).as(row.toString()).isIn("open", "restricted", "encrypted");
            assertThat(row.get("first_rank")).as(row.toString()).isIn("register", "officer", "resident");
            assertThat(row.get("mask")).as(row.toString()).isIn("none", "name", "phone", "id", "account", "tail4");
            if (!row.get("valid_for").isEmpty()) {
                assertThat(Period.parse(row.get("valid_for")).toTotalMonths()).as(row.toString()).isPositive();
            }
        }
    }

    @Test
    void an_encrypted_element_is_masked() {
        assertThat(table("elements.tsv")).filteredOn(row -> row.get("protection").equals("encrypted")).isNotEmpty()
                .allMatch(row -> !row.get("mask").equals("none"));
    }

    @Test
    void code_elements_name_a_code_list_that_ships_and_others_none() {
        Set<String> lists = table("codelists/index.tsv").stream().map(row -> row.get("code")).collect(Collectors.toSet());
        for (Map<String, String> row : table("elements.tsv")) {
            if (row.get("kind").startsWith("code")) {
                assertThat(row.get("code_list")).as(row.toString()).isIn(lists);
            } else {
                assertThat(row.get("code_list")).as(row.toString()).isEmpty();
            }
        }
    }

    @Test
    void derivations_start_from_known_elements_and_never_run_in_a_circle() {
        Map<String, List<String>> from = new LinkedHashMap<>();
        for (Map<String, String> row : table("elements.tsv")) {
            from.put(row.get("element"), row.get("derived_from").isEmpty() ? List.of() : List.of(row.get("derived_from").split("\\|")));
        }
        for (String element : from.keySet()) {
            Set<String> seen = new HashSet<>();
            List<String> open = new ArrayList<>(from.get(element));
            while (!open.isEmpty()) {
                String next = open.removeLast();
                assertThat(from).containsKey(next);
                assertThat(next).isNotEqualTo(element);
                if (seen.add(next)) {
                    open.addAll(from.get(next));
                }
            }
        }
        assertThat(from.get("person.age")).containsExactly("person.birthDate");
        assertThat(from.get("person.birthDate")).containsExactly("person.idNumber");
    }

    @Test
    void every_code_list_in_the_index_has_a_file_with_unique_codes_in_both_languages() {
        for (Map<String, String> list : table("codelists/index.tsv")) {
            List<Map<String, String>> items = table("codelists/" + list.get("code") + ".tsv");
            assertThat(items).as(list.get("code")).isNotEmpty();
            assertThat(items).extracting(item -> item.get("code")).doesNotHaveDuplicates();
            assertThat(items).allMatch(item -> !item.get("name_zh").isBlank() && !item.get("name_en").isBlank());
            assertThat(list.get("status")).isIn("verified", "partly-verified", "single-source", "unverified", "own");
            assertThat(list.get("standard").isEmpty()).isEqualTo(list.get("status").equals("own"));
        }
        assertThat(table("codelists/gbt3304_ethnic.tsv")).hasSize(56);
        assertThat(table("codelists/gbt4761_family_relation.tsv")).hasSize(86);
    }

    @Test
    void link_kinds_join_resource_types_that_exist() {
        Set<String> types = Set.of("person", "household", "dwelling", "organisation");
        List<Map<String, String>> kinds = table("link-kinds.tsv");
        assertThat(kinds).extracting(row -> row.get("kind")).doesNotHaveDuplicates()
                .contains("member", "head", "owner", "tenant", "lives-in", "guardian", "agent", "emergency-contact", "works-at");
        assertThat(kinds).allMatch(row -> types.contains(row.get("from")) && types.contains(row.get("to")));
        assertThat(kinds).allMatch(row -> row.get("many").equals("yes") || row.get("many").equals("no"));
    }

    @Test
    void elements_of_a_link_belong_to_a_link_kind() {
        Set<String> owners = table("link-kinds.tsv").stream().map(row -> row.get("kind")).collect(Collectors.toSet());
        owners.addAll(Set.of("person", "household", "dwelling", "organisation"));
        assertThat(table("elements.tsv")).allMatch(row -> owners.contains(resourceType(row)));
    }

    private static String resourceType(Map<String, String> element) {
        return ElementCode.of(element.get("element")).resourceType();
    }

    private static List<Map<String, String>> table(String name) {
        try (var in = ShippedCatalogueTest.class.getResourceAsStream("/catalogue/" + name)) {
            assertThat(in).as(name).isNotNull();
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            String[] head = lines.getFirst().split("\t", -1);
            return lines.stream().skip(1).map(line -> {
                String[] cells = line.split("\t", -1);
                assertThat(cells).as(name + ": " + line).hasSameSizeAs(head);
                Map<String, String> row = new LinkedHashMap<>();
                Arrays.setAll(cells, i -> {
                    row.put(head[i], cells[i]);
                    return cells[i];
                });
                return row;
            }).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
