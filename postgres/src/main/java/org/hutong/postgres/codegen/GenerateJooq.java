package org.hutong.postgres.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.hutong.postgres.EmbeddedPostgres;
import org.hutong.postgres.Login;
import org.hutong.postgres.Migrator;
import org.hutong.postgres.Options;
import org.jooq.Constants;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/**
 * Generates the jOOQ classes from a real PostgreSQL after running the migrations, because no parser understands all of PostgreSQL's DDL.
 * Skipped while the migrations are unchanged; a copy is kept beside the build's output so that {@code mvn clean} costs nothing.
 */
public final class GenerateJooq {
    static final List<String> SCHEMAS = List.of("region", "catalogue", "access", "resource", "manifest", "file", "form", "outreach", "task", "insight", "mydata", "published");
    private static final String PACKAGE = "org.hutong.schema";
    /** Raise when the settings below change: it is part of the hash. */
    private static final String RECIPE = "1";
    /** Held here because java.util.logging forgets a logger that nobody holds, level and all. */
    private static final Logger FLYWAY_LOG = Logger.getLogger("org.flywaydb");

    private final Path migrations;
    private final Path target;
    private final Path cache;

    private GenerateJooq(Path migrations, Path target, Path cache) {
        this.migrations = migrations;
        this.target = target;
        this.cache = cache;
    }

    /** Arguments: the directory of migrations, that of generated sources, that of kept copies, and that of migrations of the last build. */
    public static void main(String[] args) throws Exception {
        FLYWAY_LOG.setLevel(Level.SEVERE);
        new GenerateJooq(Path.of(args[0]), Path.of(args[1]), Path.of(args[2])).run();
        forgetRemoved(Path.of(args[0]), Path.of(args[3]));
    }

    /** Maven copies resources and never deletes one: a migration that was renamed would run twice. */
    private static void forgetRemoved(Path sources, Path built) throws IOException {
        if (Files.isDirectory(built)) {
            try (Stream<Path> files = Files.list(built)) {
                for (Path file : files.filter(file -> !Files.exists(sources.resolve(file.getFileName()))).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run() throws Exception {
        String hash = hash();
        Path stamp = target.resolve("migrations.sha256");
        if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) {
            return;
        }
        Path kept = cache.resolve(hash);
        if (!Files.isDirectory(kept)) {
            generate(kept);
        }
        Files.deleteIfExists(stamp);
        mirror(kept, target);
        Files.writeString(stamp, hash);
    }

    private void generate(Path kept) throws Exception {
        System.out.println("[jooq] the migrations changed: generating classes from a fresh PostgreSQL");
        Files.createDirectories(cache);
        Path fresh = Files.createTempDirectory(cache, "fresh-");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary(Options.forTests())) {
            Login owner = postgres.owner();
            Migrator.migrate(owner.dataSource(), "filesystem:" + migrations.toAbsolutePath());
            GenerationTool.generate(configuration(owner, fresh));
        }
        forgetOldCopies();
        Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Configuration configuration(Login owner, Path directory) {
        return new Configuration()
                .withLogging(Logging.ERROR)
                .withJdbc(new Jdbc().withDriver("org.postgresql.Driver").withUrl(owner.url()).withUser(owner.user()).withPassword(owner.password()))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withSchemata(SCHEMAS.stream().map(schema -> new SchemaMappingType().withInputSchema(schema)).toList())
                                .withIncludeRoutines(false))
                        .withGenerate(new Generate().withRecords(true).withPojos(false).withDaos(false).withJavaTimeTypes(true).withComments(false)
                                .withGlobalObjectReferences(true).withGeneratedAnnotation(false))
                        .withTarget(new Target().withPackageName(PACKAGE).withDirectory(directory.toString()).withEncoding("UTF-8").withClean(false)));
    }

    private String hash() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((RECIPE + Constants.FULL_VERSION + SCHEMAS).getBytes(StandardCharsets.UTF_8));
        if (Files.isDirectory(migrations)) {
            try (Stream<Path> files = Files.walk(migrations)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(migrations.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    /** Copies what differs and deletes what is gone, so that the compiler sees only real changes. */
    private static void mirror(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> present = Files.walk(to)) {
            for (Path file : present.filter(Files::isRegularFile).toList()) {
                if (!Files.exists(from.resolve(to.relativize(file).toString()))) {
                    Files.delete(file);
                }
            }
        }
        try (Stream<Path> wanted = Files.walk(from)) {
            for (Path file : wanted.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private void forgetOldCopies() throws IOException {
        try (Stream<Path> copies = Files.list(cache)) {
            copies.filter(Files::isDirectory).filter(path -> !path.getFileName().toString().startsWith("fresh-"))
                    .sorted(Comparator.comparing(GenerateJooq::age).reversed()).skip(4).forEach(GenerateJooq::delete);
        }
    }

    private static java.nio.file.attribute.FileTime age(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
