package org.hutong.bench.drill;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What the checker knows: every submission it sent, and every receipt it was given. Kept in this process and line by line in a file, so that it
 * survives whatever happens to the server.
 */
final class Evidence implements AutoCloseable {
    private final BufferedWriter file;
    private final Map<UUID, Sent> sent = new LinkedHashMap<>();
    private long acknowledged;

    Evidence(Path path) throws IOException {
        this.file = Files.newBufferedWriter(path);
    }

    /** One submission: {@code receipt} and {@code submission} are null while nobody has confirmed it. */
    record Sent(UUID key, int resident, String form, String marker, UUID submission, String receipt) {

        boolean acknowledged() {
            return submission != null;
        }
    }

    synchronized void sending(UUID key, int resident, String form, String marker) {
        sent.put(key, new Sent(key, resident, form, marker, null, null));
        line("sent", key, resident, form, marker);
    }

    /** @throws Contradiction when an earlier receipt for the same key named something else */
    synchronized void acknowledged(UUID key, UUID submission, String receipt) {
        Sent before = sent.get(key);
        if (before.acknowledged() && !(before.submission().equals(submission) && before.receipt().equals(receipt))) {
            throw new Contradiction("key " + key + " was receipted as " + before.submission() + " and later as " + submission);
        }
        if (!before.acknowledged()) {
            acknowledged++;
        }
        sent.put(key, new Sent(key, before.resident(), before.form(), before.marker(), submission, receipt));
        line("acknowledged", key, submission, receipt);
    }

    synchronized Map<UUID, Sent> all() {
        return new LinkedHashMap<>(sent);
    }

    synchronized long acknowledgedCount() {
        return acknowledged;
    }

    private void line(Object... fields) {
        try {
            for (Object field : fields) {
                file.append(String.valueOf(field)).append('\t');
            }
            file.append('\n');
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The server told two different stories. */
    static final class Contradiction extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Contradiction(String message) {
            super(message);
        }
    }
}
