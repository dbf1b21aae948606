package org.hutong.postgres;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an embedded PostgreSQL runs. {@code port} 0 takes a free one; {@code durable} false gives up safety for speed and is
 * for tests only; {@code settings} override those of postgresql.conf; {@code cache} null takes the machine's usual place for the programs.
 */
public record Options(int port, boolean durable, Map<String, String> settings, Path cache) {

    public Options {
        settings = Map.copyOf(settings);
    }

    public static Options standard() {
        return new Options(0, true, Map.of(), null);
    }

    /** Fast and unsafe: nothing is flushed to the disk. */
    public static Options forTests() {
        return new Options(0, false, Map.of(), null);
    }

    public Options withPort(int value) {
        return new Options(value, durable, settings, cache);
    }

    public Options withSetting(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new Options(port, durable, more, cache);
    }

    public Options withCache(Path value) {
        return new Options(port, durable, settings, value);
    }

    /**
     * The settings PostgreSQL gets. Small at rest (the machine is shared with the server), no personal data in its log: neither the text of
     * failing statements, nor their parameters, nor the detail line that quotes the row.
     */
    Map<String, String> effective(int chosenPort) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("listen_addresses", "127.0.0.1");
        all.put("port", Integer.toString(chosenPort));
        all.put("unix_socket_directories", "");
        all.put("password_encryption", "scram-sha-256");
        all.put("max_connections", "100");
        all.put("shared_buffers", "256MB");
        all.put("effective_cache_size", "4GB");
        all.put("work_mem", "16MB");
        all.put("maintenance_work_mem", "256MB");
        all.put("random_page_cost", "1.1");
        all.put("jit", "off");
        all.put("io_workers", "1");
        all.put("wal_compression", "on");
        all.put("max_wal_size", "2GB");
        all.put("checkpoint_timeout", "15min");
        all.put("wal_level", "replica");
        all.put("max_wal_senders", "4");
        all.put("idle_in_transaction_session_timeout", "5min");
        all.put("tcp_keepalives_idle", "60");
        all.put("tcp_keepalives_interval", "10");
        all.put("tcp_keepalives_count", "3");
        all.put("client_connection_check_interval", "10s");
        all.put("timezone", "UTC");
        all.put("log_timezone", "UTC");
        all.put("log_line_prefix", "%m [%p] ");
        all.put("log_checkpoints", "off");
        all.put("log_error_verbosity", "terse");
        all.put("log_min_error_statement", "panic");
        all.put("log_parameter_max_length", "0");
        all.put("log_parameter_max_length_on_error", "0");
        if (!durable) {
            all.put("fsync", "off");
            all.put("synchronous_commit", "off");
            all.put("full_page_writes", "off");
            all.put("wal_level", "minimal");
            all.put("max_wal_senders", "0");
            all.put("shared_buffers", "128MB");
            all.put("autovacuum_naptime", "10min");
        }
        all.putAll(settings);
        return all;
    }
}
