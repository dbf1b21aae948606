package org.hutong.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

/**
 * Reads on the way of every request, written out as SQL with their binds and not sent yet: rendering such a statement anew costs more than
 * running it, and several readings joined by {@link #with} take one round trip. {@link Scoped#read(Actor, Reading)} sends them.
 *
 * <p>Binds are what the driver takes as it is, {@code UUID[]} and {@code Integer[]}.
 */
public final class Reading<T> {
    private final List<String> statements;
    private final List<Object> binds;
    private final Answer<T> answer;

    /** Makes something of the rows that one statement found. */
    @FunctionalInterface
    public interface Rows<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /** Makes something of what the statements found, one after the other. */
    @FunctionalInterface
    private interface Answer<T> {
        T read(Found found) throws SQLException;
    }

    private Reading(List<String> statements, List<Object> binds, Answer<T> answer) {
        this.statements = statements;
        this.binds = binds;
        this.answer = answer;
    }

    /** @param sql one select with {@code ?} for each of the binds; a bind may be null */
    public static <T> Reading<T> of(String sql, List<@Nullable Object> binds, Rows<T> rows) {
        return new Reading<>(List.of(sql), binds, found -> rows.read(found.next()));
    }

    /** This and another one in the same round trip. */
    public <U, V> Reading<V> with(Reading<U> other, BiFunction<? super T, ? super U, V> together) {
        List<String> all = new ArrayList<>(statements);
        all.addAll(other.statements);
        List<Object> allBinds = new ArrayList<>(binds);
        allBinds.addAll(other.binds);
        return new Reading<>(all, allBinds, found -> {
            T mine = answer.read(found);
            return together.apply(mine, other.answer.read(found));
        });
    }

    /** Sends it. Outside of a transaction the driver sends all statements at once, and PostgreSQL takes them as one transaction. */
    public T on(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(String.join(";", statements))) {
            for (int i = 0; i < binds.size(); i++) {
                Object bind = binds.get(i);
                statement.setObject(i + 1, switch (bind) {
                    case UUID[] ids -> connection.createArrayOf("uuid", ids);
                    case Integer[] numbers -> connection.createArrayOf("int4", numbers);
                    case null, default -> bind;
                });
            }
            return answer.read(new Found(statement, statement.execute()));
        }
    }

    /** The results of the statements in order. */
    private static final class Found {
        private final PreparedStatement statement;
        private boolean rows;
        private boolean begun;

        Found(PreparedStatement statement, boolean rows) {
            this.statement = statement;
            this.rows = rows;
        }

        ResultSet next() throws SQLException {
            rows = begun ? statement.getMoreResults() : rows;
            begun = true;
            if (!rows) {
                throw new SQLException("a reading is made of selects");
            }
            return statement.getResultSet();
        }
    }

    @Override
    public String toString() {
        return statements.toString();
    }
}
