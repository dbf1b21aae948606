package org.hutong.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.jar.JarEntry;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once per machine from the jar that carries them. */
record Binaries(Path directory) {
    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);

    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }

    static Binaries unpacked(Path cache) {
        String archive = archive();
        try {
            Files.createDirectories(cache);
            Path target = cache.resolve("postgres-" + fingerprint(archive));
            if (Files.exists(target.resolve("bin/postgres"))) {
                return new Binaries(target);
            }
            try (FileChannel channel = FileChannel.open(cache.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.exists(target.resolve("bin/postgres"))) {
                    LOG.info("unpacking PostgreSQL to {}", target);
                    Path fresh = Files.createTempDirectory(cache, "unpacking-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
                    unpack(archive, fresh);
                    Tools.deleteTree(target);
                    Files.move(fresh, target);
                }
            }
            return new Binaries(target);
        } catch (IOException e) {
            throw new PostgresFailure("cannot unpack PostgreSQL to " + cache, e);
        }
    }

    /** Where the programs go: readable by the user that PostgreSQL runs as, which the home of root is not. */
    static Path defaultCache(ServerUser user) {
        if (user.stepsDown()) {
            return Path.of("/var/cache/hutong");
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        return (cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache)).resolve("hutong");
    }

    private static String archive() {
        String os = System.getProperty("os.name");
        String machine = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
        String archive = "/postgres-linux-" + machine + ".txz";
        if (!os.equals("Linux") || Binaries.class.getResource(archive) == null) {
            throw new PostgresFailure("no embedded PostgreSQL for " + os + " on " + machine + "; give --database-url for a database of your own");
        }
        return archive;
    }

    /** Checksum and size out of the directory of the library's jar: reading twelve megabytes to hash them would take every start its time. */
    private static String fingerprint(String archive) throws IOException {
        if (Binaries.class.getResource(archive).openConnection() instanceof JarURLConnection jar) {
            JarEntry entry = jar.getJarEntry();
            return String.format(Locale.ROOT, "%08x-%d", entry.getCrc(), entry.getSize());
        }
        throw new IOException("the archive of PostgreSQL is not in a jar");
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (InputStream in = Binaries.class.getResourceAsStream(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive leaves its directory: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }
}
