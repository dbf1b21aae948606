package org.hutong.bench.speed;

import java.io.IOException;

/** A client that asks the server over one connection of its own, opened anew before each run. */
abstract class HttpClientLoop implements ClosedLoop.Client {
    protected final RawHttp http;

    HttpClientLoop(MeasuredServer server) throws IOException {
        http = new RawHttp(server.port());
    }

    @Override
    public void begin() throws IOException {
        http.refresh();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
