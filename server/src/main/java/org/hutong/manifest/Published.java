package org.hutong.manifest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What runs, kept in memory: versions never change and stay; which version is in force is asked of the database once a second, so that
 * another node's publishing is seen within that second and one's own at once.
 */
@Component
class Published {
    private static final long FRESH_NANOS = 1_000_000_000L;

    private record Key(UUID application, int version) {
    }

    private record Running(Map<UUID, PublishedManifest> byId, long loadedAt, long generation) {
    }

    private final ApplicationStore store;
    private final Cache<Key, Optional<PublishedManifest>> versions = Caffeine.newBuilder().maximumSize(5_000).build();
    private final AtomicLong generation = new AtomicLong();
    private volatile Running running;

    Published(ApplicationStore store) {
        this.store = store;
    }

    Optional<PublishedManifest> version(UUID application, int version) {
        Optional<PublishedManifest> found = versions.get(new Key(application, version), key -> store.version(key.application, key.version));
        if (found.isEmpty()) {
            versions.invalidate(new Key(application, version));
        }
        return found;
    }

    Map<UUID, PublishedManifest> running() {
        Running now = running;
        if (now != null && now.generation == generation.get() && System.nanoTime() - now.loadedAt < FRESH_NANOS) {
            return now.byId;
        }
        return load();
    }

    private synchronized Map<UUID, PublishedManifest> load() {
        long asked = generation.get();
        Running now = running;
        if (now != null && now.generation == asked && System.nanoTime() - now.loadedAt < FRESH_NANOS) {
            return now.byId;
        }
        long at = System.nanoTime();
        Map<UUID, PublishedManifest> byId = new LinkedHashMap<>();
        store.running().forEach((id, version) -> version(id, version).ifPresent(published -> byId.put(id, published)));
        running = new Running(Map.copyOf(byId), at, asked);
        return running.byId;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void changed(ComponentEvent event) {
        if (event.component().isEmpty()) {
            generation.incrementAndGet();
        }
    }
}
