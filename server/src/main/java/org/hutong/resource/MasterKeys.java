package org.hutong.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The two keys of a deployment, 32 bytes each: one wraps the subjects' keys, one makes blind indexes. Kept in a file beside the data,
 * readable by its owner only; without it encrypted values are lost, so it belongs into the backup, apart from the database.
 */
public record MasterKeys(byte[] master, byte[] index) {

    public MasterKeys {
        if (master.length != 32 || index.length != 32) {
            throw new IllegalArgumentException("keys have 32 bytes");
        }
    }

    /** Reads the file, or makes it at the first start. */
    public static MasterKeys at(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file.toAbsolutePath());
            }
            byte[] both = HexFormat.of().parseHex(Files.readString(file).strip());
            if (both.length != 64) {
                throw new IllegalStateException("not a key file: " + file);
            }
            return new MasterKeys(Arrays.copyOf(both, 32), Arrays.copyOfRange(both, 32, 64));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] both = new byte[64];
        new SecureRandom().nextBytes(both);
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "master", ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(HexFormat.of().formatHex(both).getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException another) {
            // Another node was first: its keys are the keys.
        } finally {
            Files.delete(fresh);
        }
    }

    @Override
    public String toString() {
        return "MasterKeys[hidden]";
    }
}
