package org.hutong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.hutong.app.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class PasswordsTest {
    @Autowired
    private Passwords passwords;

    @Test
    void aPasswordIsKeptAsArgon2idOnly() {
        String hash = passwords.hash("correct horse");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("correct horse");
        assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
        assertThat(passwords.matches("correct horse", Optional.of(hash))).hasValue(true);
        assertThat(passwords.matches("wrong", Optional.of(hash))).hasValue(false);
    }

    @Test
    void theStandInTakesAsLongAsAnyOther() throws ReflectiveOperationException {
        var field = Passwords.class.getDeclaredField("NOBODYS");
        field.setAccessible(true);
        String parameters = "\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[^$]{22}\\$[^$]{43}";
        assertThat((String) field.get(null)).matches(parameters);
        assertThat(passwords.hash("any")).matches(parameters);
    }

    @Test
    void anUnknownLoginMatchesNothingNotEvenTheStandIn() {
        assertThat(passwords.matches("nobody's password", Optional.empty())).hasValue(false);
    }
}
