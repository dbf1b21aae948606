package org.hutong.kernel;

import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The language-neutral cases of {@code spec/}. */
public final class Spec {

    private Spec() {
    }

    public static JsonNode read(String file) {
        return JsonMapper.shared().readTree(Path.of("..", "spec", file));
    }

    /** One test for each case of a section, by its name. */
    public static Stream<DynamicTest> tests(JsonNode cases, ThrowingConsumer<JsonNode> test) {
        return StreamSupport.stream(cases.spliterator(), false)
                .map(one -> DynamicTest.dynamicTest(one.path("name").stringValue(), () -> test.accept(one)));
    }
}
