package org.hutong.bench.speed;

/** A path that is measured: the server's way of doing it, and the limit on this machine. */
interface MeasuredPath {
    /** As in {@code quality}: open, submit. */
    String name();

    /** What the limit is. */
    String limitName();

    ClosedLoop.Client ours(int number) throws Exception;

    ClosedLoop.Client limit(int number) throws Exception;
}
