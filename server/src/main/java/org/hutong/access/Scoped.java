package org.hutong.access;

import java.sql.ResultSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hutong.kernel.SubjectId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in one database transaction as an {@link Actor}. The actor's range of regions is handed to PostgreSQL as
 * transaction-local settings, where row-level security holds it as the net under {@code DataScope}.
 *
 * <p>Joins the transaction that is already running and refuses to change the actor inside it.
 */
@Component
public class Scoped {
    private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();
    private static final String SETTINGS = "select set_config('hutong.actor', ?, true) || set_config('hutong.lo', ?, true)"
            + " || set_config('hutong.hi', ?, true) || set_config('hutong.subject', ?, true) || set_config('hutong.wards', ?, true)";
    private final DSLContext dsl;
    private final Connections connections;
    private final TransactionTemplate write;
    private final TransactionTemplate read;

    Scoped(DSLContext dsl, Connections connections, PlatformTransactionManager transactions) {
        this.dsl = dsl;
        this.connections = connections;
        this.write = new TransactionTemplate(transactions);
        this.read = new TransactionTemplate(transactions);
        this.read.setReadOnly(true);
    }

    /** A transaction that may write. Any exception rolls it back. */
    public <T> T write(Actor actor, Function<DSLContext, T> work) {
        return run(write, actor, work);
    }

    /** A read-only transaction. */
    public <T> T read(Actor actor, Function<DSLContext, T> work) {
        return run(read, actor, work);
    }

    /**
     * Runs a reading in one round trip: the actor's settings go before it, and PostgreSQL takes what is sent together as one transaction.
     * Inside a running transaction it is a part of that.
     */
    public <T> T read(Actor actor, Reading<T> reading) {
        return connections.read(runsAs(actor) ? reading : settings(actor).with(reading, (set, found) -> found));
    }

    private <T> T run(TransactionTemplate template, Actor actor, Function<DSLContext, T> work) {
        if (runsAs(actor)) {
            return work.apply(dsl);
        }
        return ScopedValue.where(CURRENT, actor).call(() -> template.execute(status -> {
            connections.read(settings(actor));
            return work.apply(dsl);
        }));
    }

    private static boolean runsAs(Actor actor) {
        if (CURRENT.isBound() && !CURRENT.get().equals(actor)) {
            throw new IllegalStateException("a transaction as " + CURRENT.get().label() + " is already running");
        }
        return CURRENT.isBound();
    }

    private static Reading<Boolean> settings(Actor actor) {
        String kind;
        String lo = "0";
        String hi = "0";
        String subject = "";
        String wards = "{}";
        switch (actor) {
            case Actor.Officer officer -> {
                kind = "officer";
                lo = Long.toString(officer.region().first());
                hi = Long.toString(officer.region().last());
            }
            case Actor.Resident resident -> {
                kind = "resident";
                subject = resident.person().id().toString();
                wards = resident.others().stream().map(SubjectId::id).map(Object::toString).collect(Collectors.joining(",", "{", "}"));
            }
            case Actor.Background ignored -> kind = "background";
        }
        return Reading.of(SETTINGS, List.of(kind, lo, hi, subject, wards), ResultSet::next);
    }
}
