package org.hutong.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.hutong.catalogue.Amendment.Difference;
import org.hutong.kernel.Localised;
import org.jspecify.annotations.Nullable;

/** In what two versions of a definition differ, property by property; never what only the machine knows (number, column, mask). */
final class Differences {
    private final List<Difference> found = new ArrayList<>();

    private Differences() {
    }

    static List<Difference> of(DataElement before, DataElement after) {
        Differences all = new Differences();
        all.words("name", before.name(), after.name());
        all.words("question", before.question(), after.question());
        all.words("about", before.about(), after.about());
        all.words("unit", before.unit(), after.unit());
        all.add("protection", lower(before.protection()), lower(after.protection()));
        all.add("firstRank", lower(before.firstRank()), lower(after.firstRank()));
        all.add("validFor", before.validFor() == null ? null : before.validFor().toString(), after.validFor() == null ? null : after.validFor().toString());
        all.add("standard", orNull(before.standard()), orNull(after.standard()));
        all.wordings(before.seenAs(), after.seenAs());
        all.add("retired", String.valueOf(before.retired()), String.valueOf(after.retired()));
        return all.found;
    }

    static List<Difference> of(CodeList before, CodeList after) {
        Differences all = new Differences();
        all.words("name", before.name(), after.name());
        all.add("standard", orNull(before.standard()), orNull(after.standard()));
        Map<String, CodeList.Item> items = new HashMap<>();
        before.items().forEach(item -> items.put(item.code(), item));
        for (CodeList.Item item : after.items()) {
            CodeList.Item was = items.get(item.code());
            all.add("item.zh", item.code(), was == null ? null : was.name().zh(), item.name().zh());
            all.add("item.en", item.code(), was == null ? null : orNull(was.name().en()), orNull(item.name().en()));
            all.add("item.retired", item.code(), String.valueOf(was != null && was.retired()), String.valueOf(item.retired()));
        }
        return all.found;
    }

    private void words(String property, @Nullable Localised before, @Nullable Localised after) {
        add(property + ".zh", before == null ? null : orNull(before.zh()), after == null ? null : orNull(after.zh()));
        add(property + ".en", before == null ? null : orNull(before.en()), after == null ? null : orNull(after.en()));
    }

    private void wordings(List<String> before, List<String> after) {
        Set<String> gone = new LinkedHashSet<>(before);
        after.forEach(gone::remove);
        gone.forEach(wording -> add("seenAs", wording, null));
        Set<String> more = new LinkedHashSet<>(after);
        before.forEach(more::remove);
        more.forEach(wording -> add("seenAs", null, wording));
    }

    private void add(String property, @Nullable String before, @Nullable String after) {
        add(property, null, before, after);
    }

    private void add(String property, @Nullable String code, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            found.add(new Difference(property, code, before, after));
        }
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
