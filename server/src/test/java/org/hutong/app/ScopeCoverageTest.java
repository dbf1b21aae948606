package org.hutong.app;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hutong.app.testing.ScopeTestOf;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every operation of officers and residents has a test that shows what lies outside the caller's scope. */
class ScopeCoverageTest {
    /** Operations that show the same to everybody whom they let in, and why. */
    private static final Map<String, String> WITHOUT_OBJECTS = Map.ofEntries(
            entry("GET /api/templates", "what ships is the same for every post"),
            entry("GET /api/catalogue/elements", "the catalogue describes data and holds none"),
            entry("GET /api/catalogue/code-lists", "the catalogue describes data and holds none"),
            entry("GET /api/catalogue/code-lists/{code}", "the catalogue describes data and holds none"),
            entry("GET /api/catalogue/resource-types", "the catalogue describes data and holds none"),
            entry("GET /api/catalogue/elements/{code}", "the catalogue describes data and holds none"),
            entry("GET /api/catalogue/elements/{code}/history", "what was changed of the catalogue is read by whoever reads it"),
            entry("GET /api/catalogue/code-lists/{code}/history", "what was changed of the catalogue is read by whoever reads it"),
            entry("PUT /api/catalogue/elements/{code}", "stewards keep the catalogue for everybody"),
            entry("POST /api/catalogue/elements/{code}/retire", "stewards keep the catalogue for everybody"),
            entry("POST /api/catalogue/elements/{code}/revive", "stewards keep the catalogue for everybody"),
            entry("POST /api/catalogue/code-lists", "stewards keep the catalogue for everybody"),
            entry("PUT /api/catalogue/code-lists/{code}", "stewards keep the catalogue for everybody"),
            entry("POST /api/catalogue/elements", "stewards keep the catalogue for everybody"),
            entry("POST /api/catalogue/resource-types", "stewards keep the catalogue for everybody"),
            entry("GET /api/officer/session", "the caller's own session"),
            entry("PUT /api/officer/session/password", "the caller's own password"),
            entry("GET /api/resident/session", "the caller's own session"));

    @Test
    void everyOperationOfOfficersAndResidentsHasAScopeTest() throws IOException {
        Set<String> without = new TreeSet<>(operations());
        without.removeAll(tested());
        without.removeAll(WITHOUT_OBJECTS.keySet());
        assertThat(without).as("write a test for each that shows what lies outside the caller's scope, and mark it @ScopeTestOf").isEmpty();
    }

    @Test
    void everyMarkedOperationExists() throws IOException {
        Set<String> gone = new TreeSet<>(tested());
        gone.addAll(WITHOUT_OBJECTS.keySet());
        gone.removeAll(operations());
        assertThat(gone).as("@ScopeTestOf, or the list here, names operations that the API document lacks").isEmpty();
    }

    private static Set<String> operations() throws IOException {
        JsonNode document = JsonMapper.shared().readTree(Files.readString(Path.of("../docs/generated/openapi.json")));
        Set<String> operations = new TreeSet<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            if (operation.getValue().has("security")) {
                operations.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }));
        return operations;
    }

    private static Set<String> tested() {
        JavaClasses tests = new ClassFileImporter().withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("org.hutong");
        return tests.stream().flatMap(type -> Stream.concat(
                type.tryGetAnnotationOfType(ScopeTestOf.class).stream(),
                type.getMethods().stream().filter(method -> method.isAnnotatedWith(Test.class))
                        .flatMap(method -> method.tryGetAnnotationOfType(ScopeTestOf.class).stream())))
                .flatMap(marked -> Arrays.stream(marked.value())).collect(Collectors.toCollection(TreeSet::new));
    }
}
