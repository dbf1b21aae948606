package org.hutong.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.hutong.WholeServer;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** The modules of the server: who may use whom, and the picture of who does. */
class ModulesTest {
    /** Lowest first. A module may use what stands here, the kernel, and nothing else; {@code app} may use all. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("problem", Set.of()),
            Map.entry("sheet", Set.of("problem")),
            Map.entry("access", Set.of("problem")),
            Map.entry("region", Set.of("access", "problem")),
            Map.entry("catalogue", Set.of("access", "problem")),
            Map.entry("file", Set.of("access", "problem")),
            Map.entry("resource", Set.of("file", "region", "catalogue", "access", "problem")),
            Map.entry("manifest", Set.of("region", "catalogue", "access", "problem")),
            Map.entry("audience", Set.of("manifest", "resource", "region", "catalogue", "access", "problem")),
            Map.entry("insight", Set.of("audience", "manifest", "resource", "region", "catalogue", "access", "problem", "sheet")),
            Map.entry("mydata", Set.of("manifest", "resource", "catalogue", "access", "problem", "sheet")),
            Map.entry("form", Set.of("audience", "manifest", "resource", "file", "region", "catalogue", "access", "problem", "sheet")),
            Map.entry("task", Set.of("audience", "manifest", "resource", "region", "catalogue", "access", "problem")),
            Map.entry("outreach", Set.of("audience", "manifest", "resource", "region", "access", "problem")));

    private static final ApplicationModules MODULES = ApplicationModules.of(WholeServer.class,
            DescribedPredicate.describe("not a module of the server", ModulesTest::belowTheServer));

    /** The kernel, the generated tables, the launcher of PostgreSQL and the town are jars of their own, under everything. */
    private static boolean belowTheServer(JavaClass type) {
        return Set.of("kernel", "schema", "postgres", "town").stream()
                .anyMatch(jar -> type.getPackageName().equals("org.hutong." + jar) || type.getPackageName().startsWith("org.hutong." + jar + "."));
    }

    @Test
    void modulesKeepToTheirDoorsAndMakeNoCircle() {
        MODULES.verify();
    }

    @Test
    void aModuleUsesOnlyWhatLiesBelowIt() {
        Map<String, Set<String>> tooMuch = new TreeMap<>();
        uses().forEach((module, used) -> {
            Set<String> more = new TreeSet<>(used);
            more.removeAll(module.equals("app") ? used : MAY_USE.getOrDefault(module, Set.of()));
            if (!more.isEmpty() || !module.equals("app") && !MAY_USE.containsKey(module)) {
                tooMuch.put(module, more);
            }
        });
        assertThat(tooMuch).as("the table of modules in docs/adr and this test is the plan; a new module or dependency is a decision").isEmpty();
    }

    @Test
    void thePictureIsWhatIsCommitted() throws IOException {
        StringBuilder picture = new StringBuilder("# Modules of the server\n\nMade by `ModulesTest`. An arrow means \"uses\"; every module may use the kernel.\n"
                + "Arrows that follow from others (to `access`, `problem`) are left out.\n\n```mermaid\nflowchart TD\n");
        Map<String, Set<String>> uses = uses();
        List<String> lowestFirst = MODULES.stream().map(ModulesTest::name).sorted(Comparator.comparingInt((String name) -> depth(name, uses)).thenComparing(name -> name)).toList();
        Map<String, String> titles = MODULES.stream().collect(Collectors.toMap(ModulesTest::name, ApplicationModule::getDisplayName));
        for (String module : lowestFirst.reversed()) {
            picture.append("    ").append(module).append("[\"").append(titles.get(module)).append("\"]\n");
        }
        for (String module : lowestFirst.reversed()) {
            for (String used : direct(module, uses)) {
                picture.append("    ").append(module).append(" --> ").append(used).append('\n');
            }
        }
        picture.append("```\n\n| module | uses |\n|---|---|\n");
        for (String module : lowestFirst) {
            picture.append("| ").append(titles.get(module)).append(" | ").append(String.join(", ", uses.get(module))).append(" |\n");
        }
        Committed.check("docs/generated/modules.md", picture.toString());
    }

    private static Map<String, Set<String>> uses() {
        Map<String, Set<String>> uses = new TreeMap<>();
        MODULES.forEach(module -> uses.put(name(module), module.getDependencies(MODULES, DependencyDepth.IMMEDIATE).stream()
                .map(dependency -> name(dependency.getTargetModule())).filter(used -> !used.equals(name(module))).collect(Collectors.toCollection(TreeSet::new))));
        return uses;
    }

    /** Without those that are also reached over another. */
    private static List<String> direct(String module, Map<String, Set<String>> uses) {
        List<String> direct = new ArrayList<>();
        for (String used : uses.get(module)) {
            boolean overAnother = uses.get(module).stream().anyMatch(other -> !other.equals(used) && reaches(other, used, uses));
            if (!overAnother) {
                direct.add(used);
            }
        }
        return direct;
    }

    private static boolean reaches(String from, String to, Map<String, Set<String>> uses) {
        return uses.get(from).contains(to) || uses.get(from).stream().anyMatch(next -> reaches(next, to, uses));
    }

    private static int depth(String module, Map<String, Set<String>> uses) {
        Map<String, Integer> known = new HashMap<>();
        return depth(module, uses, known);
    }

    private static int depth(String module, Map<String, Set<String>> uses, Map<String, Integer> known) {
        Integer depth = known.get(module);
        if (depth == null) {
            depth = uses.get(module).stream().mapToInt(used -> 1 + depth(used, uses, known)).max().orElse(0);
            known.put(module, depth);
        }
        return depth;
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
