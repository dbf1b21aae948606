package org.hutong.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class HealthTest {

    @Test
    void aServerThatCanServeSaysSo(@LocalServerPort int port) {
        Browser.Reply reply = new Browser(port).get("/api/health");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("status").asString()).isEqualTo("up");
    }
}
