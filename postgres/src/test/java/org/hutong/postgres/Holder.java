package org.hutong.postgres;

import java.nio.file.Path;

/** A process that starts a PostgreSQL and waits to be killed. */
final class Holder {
    private Holder() {
    }

    public static void main(String[] args) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]), Options.standard())) {
            Thread.currentThread().join();
        }
    }
}
