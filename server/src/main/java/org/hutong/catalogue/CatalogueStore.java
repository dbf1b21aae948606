package org.hutong.catalogue;

import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;
import org.hutong.kernel.ValueKind;
import org.jooq.DSLContext;
import org.jooq.Record;

/** All SQL of the catalogue. */
final class CatalogueStore {

    private CatalogueStore() {
    }

    static long revision(DSLContext dsl) {
        return dsl.fetchSingle("select revision from catalogue.revision").get(0, Long.class);
    }

    static void raise(DSLContext dsl) {
        dsl.execute("update catalogue.revision set revision = revision + 1");
    }

    static String installed(DSLContext dsl) {
        return dsl.fetchSingle("select shipped from catalogue.revision").get(0, String.class);
    }

    static void installed(DSLContext dsl, String digest) {
        dsl.execute("update catalogue.revision set revision = revision + 1, shipped = ?", digest);
    }

    static Snapshot load(DSLContext dsl) {
        long revision = revision(dsl);
        List<DataElement> elements = dsl.fetch("select * from (select no, code, name_zh, name_en, kind, code_list, unit, unit_en, protection, first_rank,"
                + " valid_for, column_name, derived_from, mask, standard, seen_as, built_in, retired_at from catalogue.data_element) e order by no")
                .map(CatalogueStore::element);
        Map<String, List<CodeList.Item>> items = new LinkedHashMap<>();
        dsl.fetch("select list, code, name_zh, name_en from catalogue.code_item order by list, sort").forEach(row ->
                items.computeIfAbsent(row.get(0, String.class), list -> new ArrayList<>())
                        .add(new CodeList.Item(row.get(1, String.class), Localised.of(row.get(2, String.class), row.get(3, String.class)))));
        List<CodeList> lists = dsl.fetch("select code, name_zh, name_en, standard from catalogue.code_list order by code").map(row ->
                new CodeList(row.get(0, String.class), Localised.of(row.get(1, String.class), row.get(2, String.class)),
                        row.get(3, String.class), List.copyOf(items.getOrDefault(row.get(0, String.class), List.of()))));
        List<LinkKind> links = dsl.fetch("select code, from_type, to_type, inverse, name_zh, name_en, many from catalogue.link_kind order by code")
                .map(row -> new LinkKind(row.get(0, String.class), row.get(1, String.class), row.get(2, String.class), row.get(3, String.class),
                        Localised.of(row.get(4, String.class), row.get(5, String.class)), row.get(6, Boolean.class)));
        List<ResourceType> types = dsl.fetch("select code, name_zh, name_en, table_name, link_kind, built_in from catalogue.resource_type order by code")
                .map(row -> new ResourceType(row.get(0, String.class), Localised.of(row.get(1, String.class), row.get(2, String.class)),
                        row.get(3, String.class), row.get(4, String.class), row.get(5, Boolean.class)));
        return new Snapshot(revision, elements, lists, links, types);
    }

    private static DataElement element(Record row) {
        String validFor = row.get("valid_for", String.class);
        return new DataElement(row.get("no", Integer.class), ElementCode.of(row.get("code", String.class)),
                Localised.of(row.get("name_zh", String.class), row.get("name_en", String.class)),
                ValueKind.of(row.get("kind", String.class)), row.get("code_list", String.class), unit(row),
                Protection.valueOf(row.get("protection", String.class).toUpperCase(Locale.ROOT)),
                FirstRank.valueOf(row.get("first_rank", String.class).toUpperCase(Locale.ROOT)),
                validFor == null ? null : Period.parse(validFor), row.get("column_name", String.class),
                Arrays.stream(row.get("derived_from", String[].class)).map(ElementCode::of).toList(),
                Mask.valueOf(row.get("mask", String.class).toUpperCase(Locale.ROOT)), row.get("standard", String.class),
                List.of(row.get("seen_as", String[].class)), row.get("built_in", Boolean.class), row.get("retired_at") != null);
    }

    private static Localised unit(Record row) {
        String unit = row.get("unit", String.class);
        return unit == null ? null : Localised.of(unit, row.get("unit_en", String.class));
    }

    /** Elements that stewards add are numbered from here, so that later versions can ship more. */
    private static final int FIRST_OF_STEWARDS = 10_000;

    static int nextNumber(DSLContext dsl) {
        return dsl.fetchSingle("select greatest(coalesce(max(no), 0) + 1, ?) from catalogue.data_element", FIRST_OF_STEWARDS).get(0, Integer.class);
    }

    /**
     * Brings in an element that ships. It keeps the number it has here; a number that a steward's element took before is left to that one,
     * and a steward's element of the same code stays as the steward made it.
     */
    static void install(DSLContext dsl, DataElement element) {
        Optional<Record> here = dsl.fetchOptional("select no, built_in from catalogue.data_element where code = ?", element.code().code());
        if (here.isPresent() && !here.get().get("built_in", Boolean.class)) {
            return;
        }
        boolean taken = dsl.fetchOptional("select 1 from catalogue.data_element where no = ?", element.no()).isPresent();
        insert(dsl, element.numbered(here.map(row -> row.get("no", Integer.class)).orElseGet(() -> taken ? nextNumber(dsl) : element.no())));
    }

    static void insert(DSLContext dsl, DataElement element) {
        dsl.execute("insert into catalogue.data_element (no, code, resource_type, name_zh, name_en, kind, code_list, unit, unit_en, protection,"
                        + " first_rank, valid_for, column_name, derived_from, mask, standard, seen_as, built_in)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (no) do update set code = excluded.code,"
                        + " resource_type = excluded.resource_type, name_zh = excluded.name_zh, name_en = excluded.name_en, kind = excluded.kind,"
                        + " code_list = excluded.code_list, unit = excluded.unit, unit_en = excluded.unit_en, protection = excluded.protection, first_rank = excluded.first_rank,"
                        + " valid_for = excluded.valid_for, column_name = excluded.column_name, derived_from = excluded.derived_from,"
                        + " mask = excluded.mask, standard = excluded.standard, seen_as = excluded.seen_as",
                element.no(), element.code().code(), element.code().resourceType(), element.name().zh(), element.name().en(), element.kind().json(),
                element.codeList(), element.unit() == null ? null : element.unit().zh(), element.unit() == null ? null : element.unit().en(), lower(element.protection()), lower(element.firstRank()),
                element.validFor() == null ? null : element.validFor().toString(), element.column(),
                element.derivedFrom().stream().map(ElementCode::code).toArray(String[]::new), lower(element.mask()), element.standard(),
                element.seenAs().toArray(String[]::new), element.builtIn());
    }

    static void insert(DSLContext dsl, ResourceType type) {
        dsl.execute("insert into catalogue.resource_type (code, name_zh, name_en, table_name, link_kind, built_in) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, link_kind = excluded.link_kind",
                type.code(), type.name().zh(), type.name().en(), type.table(), type.linkKind(), type.builtIn());
    }

    static void insert(DSLContext dsl, LinkKind kind, boolean builtIn) {
        dsl.execute("insert into catalogue.link_kind (code, from_type, to_type, inverse, many, name_zh, name_en, built_in)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (code) do update set from_type = excluded.from_type, to_type = excluded.to_type,"
                        + " inverse = excluded.inverse, many = excluded.many, name_zh = excluded.name_zh, name_en = excluded.name_en",
                kind.code(), kind.from(), kind.to(), kind.inverse(), kind.many(), kind.name().zh(), kind.name().en(), builtIn);
    }

    static void insert(DSLContext dsl, CodeList list, String status) {
        dsl.execute("insert into catalogue.code_list (code, name_zh, name_en, standard, status, built_in) values (?, ?, ?, ?, ?, true)"
                        + " on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, standard = excluded.standard,"
                        + " status = excluded.status",
                list.code(), list.name().zh(), list.name().en(), list.standard(), status);
        var batch = dsl.batch("insert into catalogue.code_item (list, code, name_zh, name_en, sort) values (?, ?, ?, ?, ?)"
                + " on conflict (list, code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, sort = excluded.sort");
        int sort = 0;
        for (CodeList.Item item : list.items()) {
            batch.bind(list.code(), item.code(), item.name().zh(), item.name().en(), sort++);
        }
        batch.execute();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
