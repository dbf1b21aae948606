package org.hutong.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldCipherTest {
    private static final SubjectId ONE = new SubjectId(320613, Uuid7.next());
    private static final SubjectId OTHER = new SubjectId(320613, Uuid7.next());
    @TempDir
    Path folder;

    private FieldCipher cipher() {
        return new FieldCipher(MasterKeys.at(folder.resolve("keys/master.key")));
    }

    @Test
    void a_field_opens_with_the_key_of_its_subject_also_after_a_restart() {
        byte[] wrapped = cipher().newKey(ONE);
        byte[] sealed = cipher().open(ONE, wrapped).encrypt("person.mobile", "199 0000 0001");
        assertThat(cipher().open(ONE, wrapped).decrypt("person.mobile", sealed)).isEqualTo("199 0000 0001");
    }

    @Test
    void a_ciphertext_cannot_be_moved_to_another_subject_or_field() {
        FieldCipher cipher = cipher();
        byte[] wrapped = cipher.newKey(ONE);
        byte[] sealed = cipher.open(ONE, wrapped).encrypt("person.mobile", "1");
        assertThatThrownBy(() -> cipher.open(OTHER, wrapped)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cipher.open(OTHER, cipher.newKey(OTHER)).decrypt("person.mobile", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cipher.open(ONE, wrapped).decrypt("person.bankAccount", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_text_is_never_encrypted_twice_alike() {
        FieldCipher.SubjectKey key = cipher().open(ONE, cipher().newKey(ONE));
        assertThat(key.encrypt("person.mobile", "1")).isNotEqualTo(key.encrypt("person.mobile", "1"));
    }

    @Test
    void the_blind_index_is_equal_for_equal_texts_of_one_element_only() {
        FieldCipher cipher = cipher();
        ElementCode mobile = ElementCode.of("person.mobile");
        assertThat(cipher.blindIndex(mobile, "1")).hasSize(16).isEqualTo(cipher.blindIndex(mobile, "1")).isNotEqualTo(cipher.blindIndex(mobile, "2"));
        assertThat(cipher.blindIndex(mobile, "1")).isNotEqualTo(cipher.blindIndex(ElementCode.of("person.emergencyPhone"), "1"));
    }

    @Test
    void the_key_file_is_its_owners_alone() throws Exception {
        cipher();
        Path file = folder.resolve("keys/master.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (var left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }
}
