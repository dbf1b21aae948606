package org.hutong.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The tables without {@code home}, each with its because: src/test/resources/tables-without-home.txt. */
final class ReferenceTables {
    private ReferenceTables() {
    }

    static Map<String, String> because() {
        try (InputStream in = ReferenceTables.class.getResourceAsStream("/tables-without-home.txt")) {
            Map<String, String> because = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                String[] halves = line.split(":", 2);
                if (halves.length != 2 || halves[1].strip().length() < 15) {
                    throw new IllegalStateException("a table without home needs a because: " + line);
                }
                because.put(halves[0].strip(), halves[1].strip());
            });
            return because;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
