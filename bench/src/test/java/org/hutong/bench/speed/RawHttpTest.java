package org.hutong.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawHttpTest {
    private static final String LONG = "居民".repeat(20_000);
    private HttpServer server;
    private final AtomicInteger connections = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/fixed", exchange -> {
            byte[] body = LONG.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/chunked", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(LONG.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.createContext("/echo", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            connections.incrementAndGet();
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(201, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void reads_answers_of_known_and_of_unknown_length_on_one_connection() throws IOException {
        int port = server.getAddress().getPort();
        try (RawHttp http = new RawHttp(port)) {
            for (int i = 0; i < 3; i++) {
                assertThat(http.exchange(RawHttp.get(port, "/fixed", "a=b"))).isEqualTo(200);
                assertThat(http.body()).isEqualTo(LONG);
                assertThat(http.exchange(RawHttp.get(port, "/chunked", "a=b"))).isEqualTo(200);
                assertThat(http.body()).isEqualTo(LONG);
            }
        }
    }

    @Test
    void connects_again_when_the_server_says_that_it_closes() throws IOException {
        int port = server.getAddress().getPort();
        try (RawHttp http = new RawHttp(port)) {
            for (int i = 0; i < 3; i++) {
                assertThat(http.exchange(RawHttp.post(port, "/echo", "a=b", "Idempotency-Key: x\r\n", "{\"name\":\"顾秀英\"}"))).isEqualTo(201);
                assertThat(http.body()).isEqualTo("{\"name\":\"顾秀英\"}");
            }
        }
        assertThat(connections).hasValue(3);
    }
}
