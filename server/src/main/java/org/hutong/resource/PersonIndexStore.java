package org.hutong.resource;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.SubjectId;
import org.hutong.resource.index.IndexColumn;
import org.hutong.resource.index.PeopleIndex;
import org.jooq.DSLContext;
import org.jooq.Record;

/** What counts in memory read of persons. Column names come from the catalogue, where they were checked. */
final class PersonIndexStore {
    private static final int FETCH = 5_000;
    private static final String ALIVE = "merged_into is null and erased_at is null and death_date is null";

    private PersonIndexStore() {
    }

    /** What was committed, as PostgreSQL writes a snapshot. */
    static String snapshot(DSLContext dsl) {
        return dsl.fetchSingle("select pg_current_snapshot()::text").get(0, String.class);
    }

    /** Whether so many persons are on file. */
    static boolean atLeast(DSLContext dsl, int persons) {
        return dsl.fetchSingle("select count(*) from (select 1 from resource.person limit ?) one", persons).get(0, Integer.class) >= persons;
    }

    /** Takes in everybody. */
    static PeopleIndex build(DSLContext dsl, Collection<Long> regions, int expected) {
        return dsl.connectionResult(connection -> {
            PeopleIndex.Builder builder = new PeopleIndex.Builder(expected);
            stream(connection, "select id, coalesce(resides_in, 0), " + ALIVE + " from resource.person",
                    row -> builder.add(row.getObject(1, UUID.class), row.getLong(2), row.getBoolean(3)));
            return builder.build(regions);
        });
    }

    static int expected(DSLContext dsl) {
        return Math.max(0, dsl.fetchSingle("select reltuples::int from pg_class where oid = 'resource.person'::regclass").get(0, Integer.class));
    }

    /** Hands over the values of everybody in some columns, some thousands at a time. */
    static void load(DSLContext dsl, List<IndexColumn> columns, ToIntFunction<ElementCode> number, Consumer<List<PeopleIndex.Changed>> each) {
        dsl.connection(connection -> {
            List<PeopleIndex.Changed> batch = new ArrayList<>(FETCH);
            stream(connection, "select id, true" + select(columns, number) + " from resource.person", row -> {
                batch.add(changed(row, columns));
                if (batch.size() == FETCH) {
                    each.accept(batch);
                    batch.clear();
                }
            });
            each.accept(batch);
        });
    }

    /** Some persons as they are now. */
    static List<PeopleIndex.Changed> some(DSLContext dsl, Collection<SubjectId> persons, List<IndexColumn> columns, ToIntFunction<ElementCode> number) {
        return dsl.connectionResult(connection -> {
            List<PeopleIndex.Changed> found = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement("select id, " + ALIVE + select(columns, number)
                    + " from resource.person where (home, id) in (select * from unnest(?, ?))")) {
                statement.setArray(1, connection.createArrayOf("int", persons.stream().map(SubjectId::home).toArray()));
                statement.setArray(2, connection.createArrayOf("uuid", persons.stream().map(SubjectId::id).toArray()));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(changed(row, columns));
                    }
                }
            }
            return found;
        });
    }

    /** @param snapshot what is committed now */
    record Since(String snapshot, Set<SubjectId> persons) {
    }

    /** Of whom something was recorded that a snapshot does not show yet, in one statement and so of one moment. */
    static Since since(DSLContext dsl, String snapshot) {
        Set<SubjectId> persons = new LinkedHashSet<>();
        String now = snapshot;
        for (Record row : dsl.fetch("select n.snapshot, a.home, a.subject from (select pg_current_snapshot()::text as snapshot) n left join (select home, subject"
                + " from resource.assertion where type = 'person' and xact >= pg_snapshot_xmin(?::pg_snapshot)"
                + " and not pg_visible_in_snapshot(xact, ?::pg_snapshot) and pg_visible_in_snapshot(xact, pg_current_snapshot())) a on true", snapshot, snapshot)) {
            now = row.get(0, String.class);
            if (row.get(2) != null) {
                persons.add(new SubjectId(row.get(1, Integer.class), row.get(2, UUID.class)));
            }
        }
        return new Since(now, persons);
    }

    static Set<UUID> reportedDead(DSLContext dsl) {
        return new HashSet<>(dsl.fetch("select subject from published.reported_dead").getValues(0, UUID.class));
    }

    private static String select(List<IndexColumn> columns, ToIntFunction<ElementCode> number) {
        return columns.stream().map(column -> {
            String name = "\"" + column.name() + "\"";
            return switch (column.form()) {
                case INTEGER, REGION, DECIMAL, PARTIAL_DATE, YES_NO, CODE, CODES -> name;
                case DATE -> "(" + name + " - date '1970-01-01')::bigint";
                case PRESENCE -> "(" + name + " is not null or null)";
                case TIME -> "resource.stated_at(prov, " + number.applyAsInt(column.stated()) + ")";
            };
        }).map(expression -> ", " + expression).collect(Collectors.joining());
    }

    private static PeopleIndex.Changed changed(ResultSet row, List<IndexColumn> columns) throws SQLException {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            int at = i + 3;
            values[i] = switch (columns.get(i).form()) {
                case INTEGER, REGION, DATE, TIME -> {
                    long number = row.getLong(at);
                    yield row.wasNull() ? null : (Object) number;
                }
                case DECIMAL -> row.getBigDecimal(at);
                case PARTIAL_DATE -> {
                    int date = row.getInt(at);
                    yield row.wasNull() ? null : (Object) date;
                }
                case YES_NO, PRESENCE -> {
                    boolean yes = row.getBoolean(at);
                    yield row.wasNull() ? null : (Object) yes;
                }
                case CODE -> row.getString(at);
                case CODES -> row.getArray(at) == null ? null : row.getArray(at).getArray();
            };
        }
        return new PeopleIndex.Changed(row.getObject(1, UUID.class), row.getBoolean(2), values);
    }

    @FunctionalInterface
    private interface EachRow {
        void take(ResultSet row) throws SQLException;
    }

    private static void stream(Connection connection, String sql, EachRow each) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    each.take(row);
                }
            }
        }
    }
}
