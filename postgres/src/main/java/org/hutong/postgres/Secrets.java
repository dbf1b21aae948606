package org.hutong.postgres;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of the roles, random, kept in one file that only its owner can read. */
public record Secrets(String superuser, String owner, String app) {

    /** Reads the file, or makes it. */
    public static Secrets in(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            return new Secrets(password(properties, "superuser", file), password(properties, "owner", file), password(properties, "app", file));
        } catch (IOException e) {
            throw new PostgresFailure("cannot read or write the database passwords in " + file, e);
        }
    }

    private static String password(Properties properties, String role, Path file) {
        String password = properties.getProperty(role);
        if (password == null || password.isBlank()) {
            throw new PostgresFailure(file + " holds no password for " + role);
        }
        return password;
    }

    private static void write(Path file) throws IOException {
        Properties properties = new Properties();
        for (String role : new String[] {"superuser", "owner", "app"}) {
            properties.setProperty(role, random());
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(fresh, StandardOpenOption.SYNC)) {
            properties.store(writer, "Passwords of the embedded PostgreSQL");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Secrets[...]";
    }
}
