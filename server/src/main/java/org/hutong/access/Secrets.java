package org.hutong.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The secret of sign-in, kept beside the database and not in it: whoever has a copy of the database alone can neither try out the
 * million phone codes nor the phone numbers behind the hashes.
 */
@Component
class Secrets {
    private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private final SecretKeySpec hashing;
    private final SecretKeySpec sealing;

    Secrets(AccessSettings settings) {
        byte[] secret = settings.secretFile() == null ? forThisRun() : readOrMake(settings.secretFile());
        this.hashing = new SecretKeySpec(hmac(new SecretKeySpec(secret, "HmacSHA256"), "hashing"), "HmacSHA256");
        this.sealing = new SecretKeySpec(hmac(new SecretKeySpec(secret, "HmacSHA256"), "sealing"), "AES");
    }

    /** Keyed hash of a text; {@code purpose} keeps the same text in two tables apart. */
    byte[] hash(String purpose, String text) {
        return hmac(hashing, purpose + "\n" + text);
    }

    /** Encrypts a short text; {@code purpose} has to be the same to open it. */
    byte[] seal(String purpose, String text) {
        byte[] nonce = random(12);
        byte[] body = cipher(Cipher.ENCRYPT_MODE, nonce, purpose, text.getBytes(StandardCharsets.UTF_8), 0);
        byte[] sealed = new byte[12 + body.length];
        System.arraycopy(nonce, 0, sealed, 0, 12);
        System.arraycopy(body, 0, sealed, 12, body.length);
        return sealed;
    }

    String open(String purpose, byte[] sealed) {
        byte[] nonce = java.util.Arrays.copyOf(sealed, 12);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, purpose, sealed, 12), StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, byte[] nonce, String purpose, byte[] input, int offset) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input, offset, input.length - offset);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("cannot seal or open", broken);
        }
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static byte[] forThisRun() {
        LOG.info("hutong.access.secret-file is not set: phone codes and their limits do not outlive this run");
        return random(32);
    }

    private static byte[] readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            byte[] secret = Base64.getDecoder().decode(Files.readString(file).strip());
            if (secret.length != 32) {
                throw new IllegalStateException(file + " does not hold 32 bytes in base64");
            }
            return secret;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "access", ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, Base64.getEncoder().encodeToString(random(32)) + "\n");
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException raced) {
            LOG.debug("another node made {}", file);
        } finally {
            Files.delete(fresh);
        }
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
