package org.hutong.app.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.region.Region;
import org.hutong.region.Regions;
import org.hutong.resource.BulkItem;
import org.hutong.resource.BulkLoad;
import org.hutong.town.Town;
import org.hutong.town.TownRegion;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Brings the invented town into an empty database, before the server says that it is ready. */
@Component
@Order(0)
class DemoTown implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoTown.class);
    private static final Actor TOWN = new Actor.Background("demo-town");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int STREET = 4;
    private static final long LOCK = 0x546F776EL;
    /** Up to here all comes in one transaction, so that a kill leaves nothing half done. */
    private static final long AT_ONCE = 50_000;

    private final DemoSettings settings;
    private final Regions regions;
    private final BulkLoad bulk;
    private final Scoped scoped;
    private final DSLContext owner;
    private final Clock clock;
    private final boolean demo;

    DemoTown(DemoSettings settings, Regions regions, BulkLoad bulk, Scoped scoped, @Qualifier("owner") DSLContext owner, Clock clock,
            @Value("${hutong.demo:false}") boolean demo) {
        this.demo = demo;
        this.settings = settings;
        this.regions = regions;
        this.bulk = bulk;
        this.scoped = scoped;
        this.owner = owner;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!demo) {
            return;
        }
        long start = System.nanoTime();
        BulkLoad.Loaded loaded = scoped.write(TOWN, dsl -> {
            // Another node may be at it, and a large town takes its time.
            dsl.execute("set local idle_in_transaction_session_timeout = 0");
            dsl.execute("set local lock_timeout = 0");
            dsl.execute("set local statement_timeout = 0");
            dsl.fetch("select pg_advisory_xact_lock(?)", LOCK);
            if (regions.isEmpty()) {
                regions.add(Town.regions().stream().map(region -> new Region(region.code(), region.level(), region.name(),
                        region.level() == 1 ? null : region.code().at(region.level() - 1))).toList());
                streetPhones();
            }
            return !bulk.isEmpty(TOWN) || settings.persons() == 0 ? null : people();
        });
        if (loaded != null) {
            for (String table : List.of("person", "household", "dwelling", "organisation", "link", "assertion", "correction", "id_registry")) {
                owner.execute("analyze resource." + table);
            }
            LOG.info("the demo town is there: {} subjects, {} links, {} statements in {} s", loaded.subjects(), loaded.links(), loaded.acts(),
                    Duration.ofNanos(System.nanoTime() - start).toSeconds());
        }
    }

    /** Each street's number to call: invented, since no subscriber's number begins with 1. */
    private void streetPhones() {
        int nth = 15_400_000;
        for (TownRegion region : Town.regions()) {
            if (region.level() == STREET) {
                regions.setPhone(region.code(), "0513-" + ++nth);
            }
        }
    }

    private BulkLoad.Loaded people() {
        Town town = Town.of(settings.seed(), settings.persons(), LocalDate.ofInstant(clock.instant(), ZONE));
        Consumer<Consumer<BulkItem>> source = out -> town.forEach(record -> out.accept(TownItems.item(record)));
        return settings.persons() <= AT_ONCE ? bulk.load(TOWN, source) : bulk.load(TOWN, source, Math.max(2, Runtime.getRuntime().availableProcessors()));
    }
}
