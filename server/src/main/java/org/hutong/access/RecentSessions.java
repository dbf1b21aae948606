package org.hutong.access;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Sessions read within the last moments. An entry counts only while both the running time and the clock say that it is fresh. */
final class RecentSessions<S> {
    private final Cache<ByteBuffer, Read<S>> read;
    private final Duration keep;
    private final Clock clock;

    RecentSessions(Duration keep, int most, Clock clock) {
        this.keep = keep;
        this.clock = clock;
        this.read = Caffeine.newBuilder().maximumSize(most).expireAfterWrite(keep).build();
    }

    private record Read<S>(S session, Instant at) {
    }

    Optional<S> find(byte[] tokenHash) {
        Read<S> found = read.getIfPresent(ByteBuffer.wrap(tokenHash));
        if (found == null) {
            return Optional.empty();
        }
        Duration age = Duration.between(found.at(), clock.instant());
        return age.isNegative() || age.compareTo(keep) > 0 ? Optional.empty() : Optional.of(found.session());
    }

    void put(byte[] tokenHash, S session) {
        read.put(ByteBuffer.wrap(tokenHash), new Read<>(session, clock.instant()));
    }

    void forgetAll() {
        read.invalidateAll();
    }

    void forget(byte[] tokenHash) {
        read.invalidate(ByteBuffer.wrap(tokenHash));
    }
}
