package org.hutong.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The operating system user that PostgreSQL runs as. PostgreSQL refuses to run as root, so root steps down to
 * {@code postgres}, or to {@code nobody} where that user is missing; everybody else runs it as themselves.
 */
record ServerUser(String name, int uid, int gid, boolean stepsDown) {

    static ServerUser choose() {
        int self = ownUid();
        if (self != 0) {
            return new ServerUser(System.getProperty("user.name"), self, -1, false);
        }
        return find("postgres").or(() -> find("nobody"))
                .orElseThrow(() -> new PostgresFailure("PostgreSQL refuses to run as root, and there is neither a user postgres nor a user nobody to run it as"));
    }

    /** What to put in front of a command so that it runs as this user. */
    List<String> prefix() {
        if (!stepsDown) {
            return List.of();
        }
        return List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--no-new-privs");
    }

    /** As {@link #prefix()}, and the command is interrupted when the thread that started it dies; a session of its own keeps Ctrl-C away from it. */
    List<String> prefixBoundToParent() {
        List<String> command = new ArrayList<>();
        if (Tools.present("setsid")) {
            command.add("setsid");
        }
        if (stepsDown) {
            command.addAll(prefix());
            command.add("--pdeathsig=INT");
        } else if (Tools.present("setpriv")) {
            command.addAll(List.of("setpriv", "--pdeathsig=INT"));
        }
        return command;
    }

    /** Gives a file or directory to this user. */
    void own(Path path) throws IOException {
        if (stepsDown) {
            Files.setOwner(path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
        }
    }

    /** Whether this user can walk down to the directory: every directory above must let it pass. */
    boolean reaches(Path directory) throws IOException {
        if (!stepsDown) {
            return true;
        }
        for (Path at = directory.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                PosixFileAttributes attributes = Files.readAttributes(at, PosixFileAttributes.class);
                boolean mine = attributes.owner().getName().equals(name);
                if (!attributes.permissions().contains(mine ? PosixFilePermission.OWNER_EXECUTE : PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int ownUid() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("Uid:")) {
                    return Integer.parseInt(line.split("\\s+")[2]);
                }
            }
        } catch (IOException e) {
            throw new PostgresFailure("the embedded PostgreSQL runs on Linux only; give --database-url for a database elsewhere", e);
        }
        throw new PostgresFailure("/proc/self/status names no user");
    }

    private static Optional<ServerUser> find(String name) {
        try {
            for (String line : Files.readAllLines(Path.of("/etc/passwd"))) {
                String[] fields = line.split(":");
                if (fields.length > 3 && fields[0].equals(name)) {
                    return Optional.of(new ServerUser(name, Integer.parseInt(fields[2]), Integer.parseInt(fields[3]), true));
                }
            }
        } catch (IOException e) {
            throw new PostgresFailure("cannot read /etc/passwd", e);
        }
        return Optional.empty();
    }
}
