package org.hutong.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a test makes and that are committed for people to read: a difference fails, {@code -Dgolden.update=true} writes them anew. */
public final class Committed {
    private Committed() {
    }

    /** @param file relative to the root of the project */
    public static void check(String file, String now) throws IOException {
        Path path = Path.of("..", file.split("/"));
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, now);
        }
        assertThat(path).as(file + " is written by a test: run it with -Dgolden.update=true and read the difference").exists();
        assertThat(now).as(file + " is not what is committed: run with -Dgolden.update=true and read the difference").isEqualTo(Files.readString(path));
    }
}
