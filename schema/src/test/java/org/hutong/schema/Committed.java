package org.hutong.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A generated file that is committed: equal to what the code makes, or rewritten on demand. */
final class Committed {
    private Committed() {
    }

    static void assertEqual(Path file, String made) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, made);
            return;
        }
        String committed = Files.exists(file) ? Files.readString(file) : "";
        List<String> gone = new ArrayList<>(committed.lines().toList());
        made.lines().forEach(gone::remove);
        List<String> fresh = new ArrayList<>(made.lines().toList());
        committed.lines().forEach(fresh::remove);
        assertThat(made.equals(committed)).as("""
                %s is not what the migrations make. If that is intended, rewrite it in the same commit:
                  mvn -pl schema -am test -Dtest=GoldenSchemaTest,ErDiagramTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true
                only committed:
                %s
                only made:
                %s""", file, indented(gone), indented(fresh)).isTrue();
    }

    private static String indented(List<String> lines) {
        return lines.isEmpty() ? "  (nothing; the order differs)" : "  " + String.join("\n  ", lines);
    }
}
