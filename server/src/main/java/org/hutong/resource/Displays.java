package org.hutong.resource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.catalogue.Mask;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.Units;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueJson;
import org.hutong.region.Region;
import org.hutong.region.Regions;
import org.springframework.stereotype.Component;

/** Values in words, as much of them as their reader may see. */
@Component
public class Displays {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final String FAMILY = "gbt4761_family_relation";
    /** The head, as said of the head. */
    private static final Set<String> HEAD = Set.of("01", "02");
    private static final String OTHER_HEAD = "03";
    /** A region is named from the district down; who lives here knows the city. */
    private static final int DISTRICT = 3;

    /** Units as the shipped catalogue writes them; others are symbols, or a site's own. */

    private final Catalogue catalogue;
    private final Regions regions;

    Displays(Catalogue catalogue, Regions regions) {
        this.catalogue = catalogue;
        this.regions = regions;
    }

    /**
     * A current value for the person it was read for: encrypted elements are masked, since others look at the same screen; of a subject the
     * person is only linked to, no more than that something is on file.
     */
    public String of(DataElement element, HeldValue held, Locale reader) {
        if (held.own()) {
            return element.encrypted() ? masked(element, held.value(), reader) : full(element, held.value(), reader);
        }
        return element.mask() == Mask.NONE ? english(reader) ? "on file" : "已登记" : masked(element, held.value(), reader);
    }

    /** The whole value in words. */
    public String full(DataElement element, Value value, Locale reader) {
        String words = words(element.codeList(), value, reader);
        return element.unit() == null ? words : words + " " + Units.in(element.unit(), reader, words.equals("1"));
    }

    /** As much of the value as its mask leaves. */
    public String masked(DataElement element, Value value, Locale reader) {
        return element.mask().apply(words(element.codeList(), value, reader));
    }

    /** A value of no element. @param codeList of codes, or null */
    public String words(String codeList, Value value, Locale reader) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.YesNo(boolean yes) -> english(reader) ? yes ? "Yes" : "No" : yes ? "是" : "否";
            case Value.Code(String code) -> code(codeList, code, reader);
            case Value.Codes(List<String> codes) -> codes.stream().map(code -> code(codeList, code, reader))
                    .collect(Collectors.joining(english(reader) ? ", " : "、"));
            case Value.Region(RegionCode code) -> region(code, reader);
            case Value.Day(LocalDate on) -> day(Value.PartialDay.of(on), reader);
            case Value.PartialDay on -> day(on, reader);
            case Value.Moment(Instant instant) -> day(Value.PartialDay.of(instant.atZone(ZONE).toLocalDate()), reader) + (english(reader) ? ", " : " ") + HOUR.format(instant.atZone(ZONE));
            case Value.Place(double lon, double lat) -> lon + ", " + lat;
            case Value.FileRef ignored -> english(reader) ? "a file" : "文件";
            case Value.Rows rows -> english(reader) ? rows.rows().size() + " rows" : rows.rows().size() + " 行";
            default -> ValueJson.write(value).asString();
        };
    }

    /** A day as people write it, as far as it is known; the pages write it the same way. */
    private static String day(Value.PartialDay on, Locale reader) {
        if (!english(reader)) {
            return on.year() + " 年" + (on.month() == 0 ? "" : " " + on.month() + " 月") + (on.day() == 0 ? "" : " " + on.day() + " 日");
        }
        String month = on.month() == 0 ? "" : Month.of(on.month()).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " ";
        return (on.day() == 0 ? "" : on.day() + " ") + month + on.year();
    }

    private String code(String codeList, String code, Locale reader) {
        return codeList == null ? code
                : catalogue.codeList(codeList).flatMap(list -> list.item(code)).map(item -> item.name().in(reader)).orElse(code);
    }

    /**
     * How somebody of a household is related to its head: "户主的妻", "wife of the head". The bare word would read as if related to the reader.
     *
     * @param relation a code of GB/T 4761
     */
    public String toHead(Value.Code relation, Locale reader) {
        String word = code(FAMILY, relation.code(), reader);
        if (relation.code().equals(OTHER_HEAD)) {
            return word;
        }
        if (HEAD.contains(relation.code())) {
            return english(reader) ? "head of the household" : "户主";
        }
        return english(reader) ? word + " of the head" : "户主的" + word;
    }

    private String region(RegionCode code, Locale reader) {
        List<Region> path = regions.nearest(code);
        String unnamed = Regions.unnamed(code).in(reader);
        if (path.isEmpty()) {
            return unnamed;
        }
        boolean known = path.getLast().code().equals(code);
        List<Region> below = path.stream().filter(region -> region.level() >= DISTRICT).toList();
        List<Region> named = below.isEmpty() ? List.of(path.getLast()) : below;
        return english(reader) ? (known ? "" : unnamed + ", ") + named.reversed().stream().map(region -> region.name().in(reader)).collect(Collectors.joining(", "))
                : named.stream().map(region -> region.name().in(reader)).collect(Collectors.joining()) + (known ? "" : "（" + unnamed + "）");
    }

    private static boolean english(Locale reader) {
        return "en".equals(reader.getLanguage());
    }
}
