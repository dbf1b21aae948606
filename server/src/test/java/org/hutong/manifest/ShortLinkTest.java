package org.hutong.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;

import org.hutong.kernel.Uuid7;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortLinkTest {

    @Test
    void leadsBackToTheEndOfTheId() {
        IntStream.range(0, 1000).mapToObj(i -> Uuid7.next()).forEach(id ->
                assertThat(ShortLink.tail(ShortLink.of(id))).contains(id.toString().substring(24)));
        assertThat(ShortLink.of(UUID.fromString("00000000-0000-7000-8000-000000000000"))).isEqualTo("0000000000");
        assertThat(ShortLink.of(UUID.fromString("00000000-0000-7000-8000-ffffffffffff"))).isEqualTo("7zzzzzzzzz");
    }

    @Test
    void isReadAsPeopleTypeIt() {
        assertThat(ShortLink.tail("O1ILabcdEF")).isEqualTo(ShortLink.tail("0111abcdef")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "00000000000", "uuuuuuuuuu", "8000000000", "zzzzzzzzzz", "../../../..", "000000000 ", "０００００００００００"})
    void whatIsNoCodeLeadsNowhere(String code) {
        assertThat(ShortLink.tail(code)).isEmpty();
    }
}
