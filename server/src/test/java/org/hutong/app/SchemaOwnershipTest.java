package org.hutong.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * A module's tables are its own business: another module that reads them would break with every change inside. SQL stands in strings,
 * where no compiler looks, so this test reads the sources.
 */
class SchemaOwnershipTest {
    private static final Path SOURCES = Path.of("src/main/java/org/hutong");
    private static final Path MIGRATIONS = Path.of("../schema/src/main/resources/db/migration");
    private static final Pattern CREATED = Pattern.compile("(?im)^\\s*create (?:unlogged )?table (?:if not exists )?(\\w+)\\.(\\w+)");
    private static final Pattern GENERATED = Pattern.compile("org\\.hutong\\.schema\\.(\\w+)\\.");
    /** Views made to be read by others. */
    private static final Set<String> FOR_ALL = Set.of("published");

    @Test
    void eachModuleTouchesItsOwnTablesOnly() throws IOException {
        Set<String> tables = tables();
        assertThat(tables).as("the migrations were found").contains("access.account", "resource.person");
        List<String> trespasses = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String module = SOURCES.relativize(file).getName(0).toString();
                for (String touched : touched(Files.readString(file), tables)) {
                    String owner = touched.substring(0, touched.indexOf('.'));
                    if (!owner.equals(module) && !FOR_ALL.contains(owner)) {
                        trespasses.add(SOURCES.relativize(file) + " touches " + touched);
                    }
                }
            }
        }
        assertThat(trespasses).as("ask the owning module at its door, or read a view in schema published").isEmpty();
    }

    /** The control: the test sees both ways of touching a table. */
    @Test
    void aTrespassIsSeen() {
        Set<String> tables = Set.of("form.draft");
        assertThat(touched("dsl.fetch(\"select 1 from form.draft where x\")", tables)).containsExactly("form.draft");
        assertThat(touched("import static org.hutong.schema.form.Tables.DRAFT;", tables)).containsExactly("form.*");
        assertThat(touched("// form.draft in a comment is no trespass", tables)).isEmpty();
    }

    private static Set<String> touched(String source, Set<String> tables) {
        Set<String> touched = new TreeSet<>();
        Matcher generated = GENERATED.matcher(source);
        while (generated.find()) {
            touched.add(generated.group(1) + ".*");
        }
        for (String text : strings(source)) {
            for (String table : tables) {
                if (Pattern.compile("(?<![\\w.])" + Pattern.quote(table) + "(?![\\w.])").matcher(text).find()) {
                    touched.add(table);
                }
            }
        }
        return touched;
    }

    private static List<String> strings(String source) {
        List<String> strings = new ArrayList<>();
        Matcher string = Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"").matcher(source);
        while (string.find()) {
            strings.add(string.group(1) != null ? string.group(1) : string.group(2));
        }
        return strings;
    }

    private static Set<String> tables() throws IOException {
        Set<String> tables = new TreeSet<>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".sql")).toList()) {
                Matcher created = CREATED.matcher(Files.readString(file));
                while (created.find()) {
                    tables.add(created.group(1) + "." + created.group(2));
                }
            }
        }
        return tables;
    }
}
