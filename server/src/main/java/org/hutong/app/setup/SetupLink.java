package org.hutong.app.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.hutong.access.FirstAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leaves the link of the first start in the data directory, for who runs the server without a terminal; the log names the file, not the key. */
@Component
@Order(20)
class SetupLink implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(SetupLink.class);
    private final FirstAccount first;
    private final Path file;
    private final String site;

    SetupLink(FirstAccount first, @Value("${hutong.data-dir:.hutong}") Path dataDirectory, @Value("${hutong.public-url:}") String publicUrl) {
        this.first = first;
        this.file = dataDirectory.resolve("setup-link.txt");
        this.site = publicUrl;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            Files.deleteIfExists(file);
            if (first.path().isPresent()) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, site + first.path().orElseThrow() + "\n");
                LOG.info("there is no account yet; the link to make the first one is in {}", file.toAbsolutePath());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
