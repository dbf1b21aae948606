package org.hutong.bench.speed;

import java.util.Map;

/** A path that is measured: the server's way of doing it, and the limit on this machine. */
interface MeasuredPath {
    /** As in {@code quality}: open, submit, drill. */
    String name();

    /** What the limit is. */
    String limitName();

    ClosedLoop.Client ours(int number) throws Exception;

    ClosedLoop.Client limit(int number) throws Exception;

    /** Further figures by name. */
    default Map<String, Double> also() {
        return Map.of();
    }

    /** Ends what goes on beside the clients. */
    default void end() throws Exception {
    }
}
