package org.hutong.resource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.hutong.file.SubjectSeals;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.SubjectId;

/**
 * Encryption of single fields: AES-256-GCM under a key per subject, which is itself wrapped by the master key (envelope), so that
 * destroying one small column erases a subject's encrypted values everywhere: current, history, submissions and backups to come.
 * The associated data binds a ciphertext to its subject and its label, so that it cannot be moved to another row or field.
 *
 * <p>Equality is tested by a keyed blind index over the normalised text, separate for each element.
 *
 * <p>Layout of a ciphertext: version byte 1, 12 bytes IV, ciphertext with 16 bytes tag.
 */
public final class FieldCipher {
    private static final byte VERSION = 1;
    private static final int IV = 12;
    private static final int TAG_BITS = 128;
    private static final int INDEX_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    /** Naming the providers spares the search through all of them at each field. */
    private static final Provider CIPHERS = cipherProvider();
    private static final Provider MACS = macProvider();

    private final SecretKey master;
    private final SecretKey index;

    public FieldCipher(MasterKeys keys) {
        this.master = new SecretKeySpec(keys.master(), "AES");
        this.index = new SecretKeySpec(keys.index(), "HmacSHA256");
    }

    /** An opened key of one subject; lives in memory only as long as the request. */
    public static final class SubjectKey implements SubjectSeals.Seal {
        private final SubjectId subject;
        private final SecretKey key;

        private SubjectKey(SubjectId subject, SecretKey key) {
            this.subject = subject;
            this.key = key;
        }

        /** @param label what the text is: an element code, or {@code draft:application} */
        public byte[] encrypt(String label, String plain) {
            return FieldCipher.seal(key, associated(subject, label), plain.getBytes(StandardCharsets.UTF_8));
        }

        /** @throws IllegalStateException when the ciphertext is damaged or belongs to another subject or label */
        public String decrypt(String label, byte[] ciphertext) {
            return new String(unseal(key, associated(subject, label), ciphertext), StandardCharsets.UTF_8);
        }

        @Override
        public byte[] seal(String label, byte[] plain) {
            return FieldCipher.seal(key, associated(subject, label), plain);
        }

        @Override
        public byte[] open(String label, byte[] sealed) {
            return unseal(key, associated(subject, label), sealed);
        }
    }

    /** A new key for a subject, wrapped, to be stored in its {@code dek} column. */
    public byte[] newKey(SubjectId subject) {
        byte[] raw = new byte[32];
        RANDOM.nextBytes(raw);
        return seal(master, associated(subject, "dek"), raw);
    }

    /** @throws IllegalStateException when the wrapped key is damaged or belongs to another subject */
    public SubjectKey open(SubjectId subject, byte[] wrapped) {
        return new SubjectKey(subject, new SecretKeySpec(unseal(master, associated(subject, "dek"), wrapped), "AES"));
    }

    /** 16 bytes that are equal exactly when the normalised texts are equal, and say nothing without the index key. */
    public byte[] blindIndex(ElementCode element, String normalised) {
        try {
            Mac mac = Mac.getInstance(MAC, MACS);
            mac.init(index);
            mac.update(element.code().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(normalised.getBytes(StandardCharsets.UTF_8)), INDEX_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Provider cipherProvider() {
        try {
            return Cipher.getInstance(TRANSFORMATION).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Provider macProvider() {
        try {
            return Mac.getInstance(MAC).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] seal(SecretKey key, byte[] associated, byte[] plain) {
        try {
            byte[] iv = new byte[IV];
            RANDOM.nextBytes(iv);
            Cipher cipher = Cipher.getInstance(TRANSFORMATION, CIPHERS);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(associated);
            byte[] out = new byte[1 + IV + cipher.getOutputSize(plain.length)];
            out[0] = VERSION;
            System.arraycopy(iv, 0, out, 1, IV);
            cipher.doFinal(plain, 0, plain.length, out, 1 + IV);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unseal(SecretKey key, byte[] associated, byte[] sealed) {
        if (sealed.length <= 1 + IV || sealed[0] != VERSION) {
            throw new IllegalStateException("not a ciphertext of this version");
        }
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION, CIPHERS);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 1, IV));
            cipher.updateAAD(associated);
            return cipher.doFinal(sealed, 1 + IV, sealed.length - 1 - IV);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a ciphertext does not open: damaged, or of another subject", e);
        }
    }

    private static byte[] associated(SubjectId subject, String label) {
        byte[] text = label.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + 16 + text.length)
                .putInt(subject.home())
                .putLong(subject.id().getMostSignificantBits()).putLong(subject.id().getLeastSignificantBits())
                .put(text).array();
    }
}
