package org.hutong.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;
import org.hutong.kernel.ValueKind;

/**
 * The definitions that ship: tab-separated files beside the classes, one row each, headed.
 *
 * @param codeLists with the status of their source (verified, single source, own)
 */
public record Shipped(List<DataElement> elements, Map<CodeList, String> codeLists, List<LinkKind> linkKinds, List<ResourceType> types) {

    /** Reads the files. @throws UncheckedIOException when one is missing, which is a fault of the build */
    public static Shipped read() {
        List<DataElement> elements = rows("elements.tsv").stream().map(Shipped::element).toList();
        Map<CodeList, String> lists = new LinkedHashMap<>();
        for (Map<String, String> row : rows("codelists/index.tsv")) {
            String code = row.get("code");
            List<CodeList.Item> items = rows("codelists/" + code + ".tsv").stream()
                    .map(item -> new CodeList.Item(item.get("code"), name(item))).toList();
            lists.put(new CodeList(code, name(row), row.get("standard"), items), row.get("status"));
        }
        List<LinkKind> links = rows("link-kinds.tsv").stream().map(row -> new LinkKind(row.get("kind"), row.get("from"), row.get("to"),
                row.get("inverse"), name(row), "yes".equals(row.get("many")))).toList();
        List<ResourceType> types = List.of(
                new ResourceType("person", Localised.of("人", "Person"), "person", null, true),
                new ResourceType("household", Localised.of("户", "Household"), "household", "member", true),
                new ResourceType("dwelling", Localised.of("房", "Dwelling"), "dwelling", "lives-in", true),
                new ResourceType("organisation", Localised.of("单位", "Organisation"), "organisation", "works-at", true));
        return new Shipped(elements, lists, links, types);
    }

    /** Changes when any definition changes. */
    String digest() {
        String all = elements + "|" + codeLists + "|" + linkKinds + "|" + types;
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataElement element(Map<String, String> row) {
        String column = row.get("column");
        String validFor = row.get("valid_for");
        return new DataElement(Integer.parseInt(row.get("no")), ElementCode.of(row.get("element")), name(row), ValueKind.of(row.get("kind")),
                orNull(row.get("code_list")), unit(row.get("unit"), row.get("unit_en")), Protection.valueOf(row.get("protection").toUpperCase(Locale.ROOT)),
                FirstRank.valueOf(row.get("first_rank").toUpperCase(Locale.ROOT)), validFor.isEmpty() ? null : Period.parse(validFor),
                column.equals("-") ? null : column, split(row.get("derived_from")).stream().map(ElementCode::of).toList(),
                Mask.valueOf(row.get("mask").toUpperCase(Locale.ROOT)), row.get("standard"), split(row.get("seen_as")), true, false);
    }

    private static Localised unit(String zh, String en) {
        return zh.isEmpty() ? null : Localised.of(zh, en);
    }

    private static Localised name(Map<String, String> row) {
        return Localised.of(row.get("name_zh"), row.get("name_en"));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("\\|"));
    }

    private static List<Map<String, String>> rows(String file) {
        try (InputStream in = Shipped.class.getResourceAsStream("/catalogue/" + file)) {
            if (in == null) {
                throw new IOException("missing: " + file);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String[] head = reader.readLine().split("\t", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < head.length; i++) {
                    row.put(head[i], i < cells.length ? cells[i] : "");
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
