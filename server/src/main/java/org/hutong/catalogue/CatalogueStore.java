package org.hutong.catalogue;

import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.hutong.access.Actor;
import org.hutong.catalogue.Amendment.Difference;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;
import org.hutong.kernel.ValueKind;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of the catalogue. */
final class CatalogueStore {
    private static final JsonMapper JSON = JsonMapper.shared();

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
                + " valid_for, column_name, derived_from, mask, standard, seen_as, built_in, retired_at, question_zh, question_en, about_zh, about_en, version"
                + " from catalogue.data_element) e order by no")
                .map(CatalogueStore::element);
        Map<String, List<CodeList.Item>> items = new LinkedHashMap<>();
        dsl.fetch("select list, code, name_zh, name_en, retired_at from catalogue.code_item order by list, sort, code").forEach(row ->
                items.computeIfAbsent(row.get(0, String.class), list -> new ArrayList<>())
                        .add(new CodeList.Item(row.get(1, String.class), Localised.of(row.get(2, String.class), row.get(3, String.class)), row.get(4) != null)));
        List<CodeList> lists = dsl.fetch("select code, name_zh, name_en, standard, version, built_in from catalogue.code_list order by code").map(row ->
                new CodeList(row.get(0, String.class), Localised.of(row.get(1, String.class), row.get(2, String.class)),
                        row.get(3, String.class), List.copyOf(items.getOrDefault(row.get(0, String.class), List.of())), row.get(4, Integer.class), row.get(5, Boolean.class)));
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
                List.of(row.get("seen_as", String[].class)), row.get("built_in", Boolean.class), row.get("retired_at") != null,
                words(row, "question"), words(row, "about"), row.get("version", Integer.class));
    }

    private static @Nullable Localised words(Record row, String name) {
        String zh = row.get(name + "_zh", String.class);
        return zh == null ? null : Localised.of(zh, row.get(name + "_en", String.class));
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
     * a steward's element of the same code stays as the steward made it, and so does what a steward has changed.
     */
    static void install(DSLContext dsl, Snapshot before, DataElement shipped) {
        DataElement here = before.byCode.get(shipped.code());
        if (here == null) {
            boolean taken = dsl.fetchOptional("select 1 from catalogue.data_element where no = ?", shipped.no()).isPresent();
            insert(dsl, shipped.numbered(taken ? nextNumber(dsl) : shipped.no()));
        } else if (here.builtIn()) {
            Set<String> kept = Set.of(dsl.fetchSingle("select kept from catalogue.data_element where no = ?", here.no()).get(0, String[].class));
            DataElement newer = here.shippedAs(shipped, kept);
            List<Difference> differences = Differences.of(here, newer);
            insert(dsl, differences.isEmpty() ? newer : newer.inVersion(here.version() + 1));
            amend(dsl, Amendment.Kind.ELEMENT, here.code().code(), here.version() + 1, null, "", differences);
        }
    }

    /** Keeps a steward's changes: what ships later leaves these properties alone. */
    static void update(DSLContext dsl, DataElement element, List<Difference> differences) {
        insert(dsl, element);
        String[] properties = differences.stream().map(one -> one.property().replaceFirst("\\..*", "")).distinct().toArray(String[]::new);
        dsl.execute("update catalogue.data_element set retired_at = case when ? then coalesce(retired_at, now()) end,"
                + " kept = array(select distinct unnest(kept || ?)) where no = ?", element.retired(), properties, element.no());
    }

    /** Writes down a change; one without a difference leaves no trace. @param by null where a newer Hutong brought it */
    static void amend(DSLContext dsl, Amendment.Kind kind, String code, int version, Actor.@Nullable Officer by, String reason, List<Difference> differences) {
        if (!differences.isEmpty()) {
            dsl.execute("insert into catalogue.amendment (kind, code, version, at, by_name, account, post, department, reason, differences)"
                            + " values (?, ?, ?, now(), ?, ?, ?, ?, ?, ?::jsonb)",
                    kind.word, code, version, by == null ? "" : by.signature(), by == null ? null : by.account(), by == null ? null : by.post(),
                    by == null ? null : by.department(), reason, JSON.writeValueAsString(differences));
        }
    }

    /** Newest first. */
    static List<Amendment> amendments(DSLContext dsl, Amendment.Kind kind, String code, int most) {
        return dsl.fetch("select version, at, by_name, department, reason, differences from catalogue.amendment where kind = ? and code = ?"
                + " order by version desc limit ?", kind.word, code, most).map(row -> new Amendment(row.get(0, Integer.class),
                row.get(1, OffsetDateTime.class).toInstant(), row.get(2, String.class), row.get(3, String.class), row.get(4, String.class),
                List.of(JSON.readValue(row.get(5, JSONB.class).data(), Difference[].class))));
    }

    static void insert(DSLContext dsl, DataElement element) {
        dsl.execute("insert into catalogue.data_element (no, code, resource_type, name_zh, name_en, kind, code_list, unit, unit_en, protection, first_rank,"
                        + " valid_for, column_name, derived_from, mask, standard, seen_as, built_in, question_zh, question_en, about_zh, about_en, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (no) do update set code = excluded.code,"
                        + " resource_type = excluded.resource_type, name_zh = excluded.name_zh, name_en = excluded.name_en, kind = excluded.kind,"
                        + " code_list = excluded.code_list, unit = excluded.unit, unit_en = excluded.unit_en, protection = excluded.protection, first_rank = excluded.first_rank,"
                        + " valid_for = excluded.valid_for, column_name = excluded.column_name, derived_from = excluded.derived_from,"
                        + " mask = excluded.mask, standard = excluded.standard, seen_as = excluded.seen_as, question_zh = excluded.question_zh,"
                        + " question_en = excluded.question_en, about_zh = excluded.about_zh, about_en = excluded.about_en, version = excluded.version",
                element.no(), element.code().code(), element.code().resourceType(), element.name().zh(), element.name().en(), element.kind().json(),
                element.codeList(), element.unit() == null ? null : element.unit().zh(), element.unit() == null ? null : element.unit().en(), lower(element.protection()), lower(element.firstRank()),
                element.validFor() == null ? null : element.validFor().toString(), element.column(),
                element.derivedFrom().stream().map(ElementCode::code).toArray(String[]::new), lower(element.mask()), element.standard(),
                element.seenAs().toArray(String[]::new), element.builtIn(), element.question() == null ? null : element.question().zh(),
                element.question() == null ? null : element.question().en(), element.about() == null ? null : element.about().zh(),
                element.about() == null ? null : element.about().en(), element.version());
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

    /** Brings in a code list that ships; a steward's of the same code, and what a steward has worded, stay. */
    static void install(DSLContext dsl, CodeList list, String status) {
        if (dsl.fetchOptional("select 1 from catalogue.code_list where code = ? and not built_in", list.code()).isPresent()) {
            return;
        }
        dsl.execute("insert into catalogue.code_list (code, name_zh, name_en, standard, status, built_in) values (?, ?, ?, ?, ?, true)"
                        + " on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, standard = excluded.standard,"
                        + " status = excluded.status where not code_list.kept",
                list.code(), list.name().zh(), list.name().en(), list.standard(), status);
        var batch = dsl.batch("insert into catalogue.code_item (list, code, name_zh, name_en, sort) values (?, ?, ?, ?, ?) on conflict (list, code) do update"
                + " set name_zh = case when code_item.kept then code_item.name_zh else excluded.name_zh end,"
                + " name_en = case when code_item.kept then code_item.name_en else excluded.name_en end, sort = excluded.sort");
        int sort = 0;
        for (CodeList.Item item : list.items()) {
            batch.bind(list.code(), item.code(), item.name().zh(), item.name().en(), sort++);
        }
        batch.execute();
    }

    static void version(DSLContext dsl, CodeList list, int version) {
        dsl.execute("update catalogue.code_list set version = ? where code = ?", version, list.code());
    }

    /** A code list as a steward makes or changes it: new codes come last. */
    static void keep(DSLContext dsl, CodeList list, List<Difference> differences) {
        boolean head = differences.stream().anyMatch(one -> one.code() == null);
        dsl.execute("insert into catalogue.code_list (code, name_zh, name_en, standard, built_in, version, kept) values (?, ?, ?, ?, false, ?, ?)"
                        + " on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, standard = excluded.standard,"
                        + " version = excluded.version, kept = code_list.kept or excluded.kept",
                list.code(), list.name().zh(), list.name().en(), list.standard(), list.version(), head);
        Set<String> changed = differences.stream().map(Difference::code).filter(Objects::nonNull).collect(Collectors.toSet());
        List<CodeList.Item> items = list.items().stream().filter(item -> changed.contains(item.code())).toList();
        if (items.isEmpty()) {
            return;
        }
        int last = dsl.fetchSingle("select coalesce(max(sort), -1) from catalogue.code_item where list = ?", list.code()).get(0, Integer.class);
        var batch = dsl.batch("insert into catalogue.code_item (list, code, name_zh, name_en, sort, kept, retired_at) values (?, ?, ?, ?, ?, true,"
                + " case when ? then now() end) on conflict (list, code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, kept = true,"
                + " retired_at = case when excluded.retired_at is null then null else coalesce(code_item.retired_at, excluded.retired_at) end");
        for (CodeList.Item item : items) {
            batch.bind(list.code(), item.code(), item.name().zh(), item.name().en(), ++last, item.retired());
        }
        batch.execute();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
