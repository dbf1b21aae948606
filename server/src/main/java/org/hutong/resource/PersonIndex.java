package org.hutong.resource;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.catalogue.Catalogue;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.kernel.SubjectId;
import org.hutong.region.Region;
import org.hutong.region.Regions;
import org.hutong.resource.index.CriterionMasks;
import org.hutong.resource.index.IndexColumn;
import org.hutong.resource.index.PeopleIndex;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Counts in memory, on every node for itself: built beside the traffic once enough persons are on file, then following what is committed in commit
 * order. What it cannot count, or not yet, is counted in SQL, which gives the same number.
 */
@Component
class PersonIndex implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PersonIndex.class);
    private static final Actor FOLLOWER = new Actor.Background("person-index");
    private static final Duration STALE = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(20);
    private static final int BATCH = 5_000;

    private final Scoped scoped;
    private final PersonElements elements;
    private final Regions regions;
    private final CountSettings settings;
    private final Set<IndexColumn> requested = new HashSet<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private volatile @Nullable Following following;

    PersonIndex(Scoped scoped, Catalogue catalogue, Regions regions, Clock clock, CountSettings settings) {
        this.scoped = scoped;
        this.elements = new PersonElements(catalogue, clock);
        this.regions = regions;
        this.settings = settings;
    }

    /** An index, what it has seen, and since when it has seen all of that. */
    private static final class Following {
        final PeopleIndex index;
        String snapshot;
        volatile long freshAt = System.nanoTime();

        Following(PeopleIndex index, String snapshot) {
            this.index = index;
            this.snapshot = snapshot;
        }
    }

    /**
     * How many persons make a criterion true within what an actor may see; empty when that has to be asked in SQL.
     *
     * @param criterion with the region that it is about
     * @param day       of evaluation, business zone Asia/Shanghai
     */
    OptionalLong count(Actor actor, Criterion criterion, LocalDate day) {
        Following now = following;
        if (now == null || actor instanceof Actor.Resident || System.nanoTime() - now.freshAt > STALE.toNanos()) {
            return OptionalLong.empty();
        }
        CriterionMasks masks = new CriterionMasks(elements, day);
        Criterion whole = actor instanceof Actor.Officer officer && !inside(criterion, officer.region()) ? Criterion.all(criterion, seen(officer.region())) : criterion;
        Optional<Set<IndexColumn>> needed = masks.needs(whole);
        if (needed.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong count = now.index.count(whole, needed.get(), masks);
        if (count.isEmpty()) {
            request(now.index.missing(needed.get()));
        }
        return count;
    }

    private static Criterion seen(RegionCode region) {
        return Criterion.any(Criterion.within(region, RegionRelation.RESIDES_IN), Criterion.within(region, RegionRelation.REGISTERED_IN));
    }

    /** Whether whoever makes it true lives or is registered in a region as it is. */
    private static boolean inside(Criterion criterion, RegionCode region) {
        return switch (criterion) {
            case Criterion.All(List<Criterion> of) -> of.stream().anyMatch(part -> inside(part, region));
            case Criterion.Within(RegionCode asked, RegionRelation by) -> (by == RegionRelation.RESIDES_IN || by == RegionRelation.REGISTERED_IN)
                    && region.contains(asked);
            default -> false;
        };
    }

    private void request(Set<IndexColumn> missing) {
        synchronized (requested) {
            if (requested.addAll(missing)) {
                requested.notifyAll();
            }
        }
    }

    @Override
    public void start() {
        threads.add(Thread.ofPlatform().daemon().name("person-index").priority(Thread.MIN_PRIORITY).start(this::follow));
        threads.add(Thread.ofPlatform().daemon().name("person-index-columns").priority(Thread.MIN_PRIORITY).start(this::loadColumns));
    }

    @Override
    public void stop() {
        stop.countDown();
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    private void follow() {
        boolean stopped = false;
        while (!stopped) {
            Duration pause = settings.follow();
            try {
                if (following == null) {
                    buildIfWorthwhile();
                    pause = following == null ? RETRY : Duration.ZERO;
                } else {
                    catchUp();
                }
            } catch (DataAccessException e) {
                LOG.warn("counts go to the database for a while: {}", e.getMessage());
                pause = RETRY;
            } catch (RuntimeException e) {
                if (stop.getCount() == 0) {
                    return;
                }
                LOG.error("counts in memory begin anew", e);
                following = null;
                pause = RETRY;
            }
            stopped = await(pause);
        }
    }

    private boolean await(Duration pause) {
        try {
            return stop.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Builds it when enough persons are on file. */
    void buildIfWorthwhile() {
        if (scoped.read(FOLLOWER, dsl -> PersonIndexStore.atLeast(dsl, settings.inMemoryFrom()))) {
            long began = System.nanoTime();
            Following made = scoped.read(FOLLOWER, this::build);
            following = made;
            LOG.info("{} persons are counted in memory: taken in within {} ms, {} MB", made.index.size(), (System.nanoTime() - began) / 1_000_000,
                    made.index.bytes() >> 20);
        }
    }

    private Following build(DSLContext dsl) {
        String snapshot = PersonIndexStore.snapshot(dsl);
        List<Long> numbers = regions.everything().stream().map(Region::code).map(RegionCode::number).toList();
        return new Following(PersonIndexStore.build(dsl, numbers, PersonIndexStore.expected(dsl)), snapshot);
    }

    /** Takes in everybody as they are now, for tests that do not wait for a thread. */
    void buildNow() {
        following = scoped.read(FOLLOWER, this::build);
    }

    /** Counts go to the database until it is built again. */
    void forget() {
        following = null;
    }

    /** Takes in what was committed since it last did. */
    synchronized void catchUp() {
        Following now = following;
        if (now == null) {
            return;
        }
        long asOf = System.nanoTime();
        scoped.read(FOLLOWER, dsl -> {
            PersonIndexStore.Since since = PersonIndexStore.since(dsl, now.snapshot);
            List<SubjectId> persons = new ArrayList<>(since.persons());
            for (int i = 0; i < persons.size(); i += BATCH) {
                take(dsl, now.index, persons.subList(i, Math.min(i + BATCH, persons.size())));
            }
            now.index.reportedDead(PersonIndexStore.reportedDead(dsl));
            now.snapshot = since.snapshot();
            return null;
        });
        now.freshAt = asOf;
    }

    /** Columns are asked for after it is known who changed: one begun since reads these changes itself. */
    private void take(DSLContext dsl, PeopleIndex index, Collection<SubjectId> persons) {
        for (boolean again = true; again;) {
            List<IndexColumn> columns = index.columns();
            List<PeopleIndex.Changed> changes = PersonIndexStore.some(dsl, persons, columns, elements::number);
            again = refused(index, () -> index.change(columns, changes));
        }
    }

    /** @return whether a column turned out not to be kept */
    private static boolean refused(PeopleIndex index, Runnable work) {
        try {
            work.run();
            return false;
        } catch (RuntimeException e) {
            index.refuse(e);
            return true;
        }
    }

    private void loadColumns() {
        try {
            while (stop.getCount() > 0) {
                synchronized (requested) {
                    while (requested.isEmpty()) {
                        requested.wait();
                    }
                }
                loadRequested();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads the columns that criteria asked for. */
    void loadRequested() {
        Following now = following;
        List<IndexColumn> columns;
        synchronized (requested) {
            columns = List.copyOf(requested);
            requested.clear();
        }
        if (now == null || columns.isEmpty()) {
            return;
        }
        long began = System.nanoTime();
        now.index.begin(columns);
        try {
            scoped.read(FOLLOWER, dsl -> {
                PersonIndexStore.load(dsl, columns, elements::number, batch -> {
                    for (boolean again = true; again;) {
                        again = refused(now.index, () -> now.index.load(columns, batch));
                    }
                });
                return null;
            });
            now.index.complete(columns);
            now.index.shrink(settings.memory().toBytes());
            LOG.info("counts in memory know {} more columns after {} ms, {} MB in all", columns.size(), (System.nanoTime() - began) / 1_000_000,
                    now.index.bytes() >> 20);
        } catch (DataAccessException e) {
            now.index.abandon(columns);
            LOG.warn("columns for counts are not in memory yet: {}", e.getMessage());
        }
    }
}
