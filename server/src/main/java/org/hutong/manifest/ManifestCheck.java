package org.hutong.manifest;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hutong.kernel.RegionCode;
import org.hutong.region.Regions;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Everything that is checked before an application may be published: the shape, what holds for every manifest, then each component by its kind. */
@Component
class ManifestCheck {
    private final ManifestShape shape;
    private final Regions regions;
    private final Map<String, ComponentKind> kinds;

    ManifestCheck(ManifestShape shape, Regions regions, List<ComponentKind> kinds) {
        this.shape = shape;
        this.regions = regions;
        this.kinds = kinds.stream().collect(Collectors.toMap(ComponentKind::code, Function.identity()));
    }

    Optional<ComponentKind> kind(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    /**
     * @param owner      region of the posts that own the application
     * @param department their department
     * @return the manifest when its shape is right, whatever else was found
     */
    Optional<Manifest> check(JsonNode json, RegionCode owner, String department, LocalDate today, Findings findings) {
        named(json, findings);
        if (!shape.check(json, findings)) {
            return Optional.empty();
        }
        Manifest manifest;
        try {
            manifest = Manifest.read(json);
        } catch (java.time.DateTimeException e) {
            findings.error("no-such-day", json.has("opens") ? "/opens" : "/closes", "没有这一天，请改一下日期", "There is no such day; please correct the date");
            return Optional.empty();
        }
        place(manifest, owner, findings);
        if (!manifest.department().equals(department)) {
            findings.error("department-not-own", "/department", "应用属于您的部门，不能写成别的部门",
                    "The application belongs to your department and cannot name another one");
        }
        days(manifest, today, findings);
        components(manifest, findings);
        english(json, "", findings);
        return Optional.of(manifest);
    }

    /** What an application without a template is called until somebody names it: residents must not be asked in that name. As in {@code edit.ts}. */
    private static final Set<String> NAMES_OF_NONE = Set.of("未命名的应用", "Untitled application");

    private static void named(JsonNode json, Findings findings) {
        for (String lang : List.of("zh", "en")) {
            if (NAMES_OF_NONE.contains(json.at("/title/" + lang).asString("").strip())) {
                findings.error("not-named", "/title/" + lang, lang.equals("zh") ? "请给应用起个名称，居民会看到它" : "英文名称还是“Untitled application”，请改掉或清空",
                        lang.equals("zh") ? "Please name the application in Chinese; residents will see it" : "Please name the application in English; residents will see it");
            }
        }
    }

    private void place(Manifest manifest, RegionCode owner, Findings findings) {
        if (manifest.region() == null) {
            findings.error("region-missing", "/region", "请选择在哪个区划开展", "Please choose the region in which it runs");
        } else if (!owner.contains(manifest.region()) || regions.find(manifest.region()).isEmpty()) {
            findings.error("region-not-own", "/region", "这个区划不在您的范围内", "This region is not within yours");
        }
    }

    private static void days(Manifest manifest, LocalDate today, Findings findings) {
        if (manifest.closes() != null && manifest.closes().isBefore(today)) {
            findings.error("closes-past", "/closes", "结束日期已经过去", "The last day is already past");
        } else if (manifest.opens() != null && manifest.closes() != null && manifest.closes().isBefore(manifest.opens())) {
            findings.error("closes-before-opens", "/closes", "结束日期早于开始日期", "The last day is before the first");
        }
    }

    private void components(Manifest manifest, Findings findings) {
        Set<String> ids = new HashSet<>();
        for (var component : manifest.components()) {
            if (!ids.add(component.id())) {
                findings.error("id-twice", component.path() + "/id", "编号“" + component.id() + "”用了两次",
                        "The id “" + component.id() + "” is used twice");
            }
            kind(component.kind()).ifPresentOrElse(kind -> kind.check(component, manifest, findings),
                    () -> findings.error("kind-unknown", component.path() + "/kind", "没有“" + component.kind() + "”这种组件",
                            "There is no component of the kind “" + component.kind() + "”"));
        }
    }

    /** Publishing in Chinese only is allowed; the officer should know it. */
    private static void english(JsonNode json, String path, Findings findings) {
        if (json.isObject()) {
            if (json.path("zh").isString() && json.path("en").asString("").isBlank()) {
                findings.warning("no-english", path, "还没有英文，英文读者会看到中文", "No English yet; readers of English will see the Chinese");
            }
            json.properties().forEach(member -> english(member.getValue(), path + "/" + member.getKey(), findings));
        } else if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                english(json.get(i), path + "/" + i, findings);
            }
        }
    }
}
