package org.hutong.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Nobody reads a file of a thousand lines: it holds more than one thing. */
class FileLengthTest {
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "dist", ".git", ".hutong", "generated", "out");
    private static final Set<String> READ_BY_PEOPLE = Set.of("java", "ts", "vue", "sql", "css", "mjs", "md", "py", "sh");

    @Test
    void noFileIsLongerThanAThousandLines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        List<Path> seen = new ArrayList<>();
        Files.walkFileTree(Path.of(".."), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return NOT_OURS.contains(directory.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                if (READ_BY_PEOPLE.contains(name.substring(name.lastIndexOf('.') + 1)) && !name.equals("golden.sql")) {
                    seen.add(file);
                    long lines = Files.readString(file).lines().count();
                    if (lines > 1000) {
                        tooLong.add(file + ": " + lines);
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        assertThat(seen).hasSizeGreaterThan(100);
        assertThat(tooLong).isEmpty();
    }
}
