package org.hutong.resource;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Many new rows for one table, column by column, stored by one statement. COPY would be the usual way, but it does not work on tables with
 * row-level security; arrays cost about the same.
 */
final class RowSheet {
    private static final HexFormat HEX = HexFormat.of();

    private final String table;
    private final List<Column> columns;
    private final String conflict;
    private final List<StringBuilder> arrays = new ArrayList<>();
    private final boolean[] used;
    private int rows;

    /** A column and its SQL type. */
    record Column(String name, String type) {
    }

    /** @param conflict what follows the insert, such as {@code on conflict do nothing}, or empty */
    RowSheet(String table, List<Column> columns, String conflict) {
        this.table = table;
        this.columns = columns;
        this.conflict = conflict;
        this.used = new boolean[columns.size()];
        columns.forEach(column -> arrays.add(new StringBuilder("{")));
    }

    /** One value per column, in order. */
    void row(Object... values) {
        for (int i = 0; i < values.length; i++) {
            cell(i, values[i]);
        }
        rows++;
    }

    /** Columns that the map does not name stay null. */
    void row(Map<String, Object> values) {
        for (int i = 0; i < columns.size(); i++) {
            cell(i, values.get(columns.get(i).name));
        }
        rows++;
    }

    private void cell(int column, Object value) {
        StringBuilder array = arrays.get(column);
        if (rows > 0) {
            array.append(',');
        }
        used[column] |= value != null;
        switch (value) {
            case null -> array.append("NULL");
            case byte[] bytes -> HEX.formatHex(array.append("\"\\\\x"), bytes).append('"');
            case Boolean yes -> array.append(yes ? 't' : 'f');
            case Number number -> array.append(number);
            case Instant instant -> array.append(instant);
            case String[] items -> quote(array, literal(items));
            default -> quote(array, value.toString());
        }
    }

    private static String literal(String[] items) {
        StringBuilder array = new StringBuilder("{");
        for (String item : items) {
            quote(array.length() == 1 ? array : array.append(','), item);
        }
        return array.append('}').toString();
    }

    private static void quote(StringBuilder array, String text) {
        array.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                array.append('\\');
            }
            array.append(c);
        }
        array.append('"');
    }

    void store(Connection connection) throws SQLException {
        if (rows == 0) {
            return;
        }
        StringBuilder names = new StringBuilder();
        StringBuilder casts = new StringBuilder();
        StringBuilder sources = new StringBuilder();
        List<String> binds = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (used[i]) {
                Column column = columns.get(i);
                boolean array = column.type.endsWith("[]");
                String comma = binds.isEmpty() ? "" : ", ";
                names.append(comma).append('"').append(column.name).append('"');
                casts.append(comma).append("c").append(i).append(array ? "::" + column.type : "");
                sources.append(comma).append("?::").append(array ? "text" : column.type).append("[]");
                binds.add(arrays.get(i).append('}').toString());
            }
        }
        String aliases = casts.toString().replaceAll("::[a-z\\[\\]]+", "");
        try (PreparedStatement insert = connection.prepareStatement("insert into resource.\"" + table + "\" (" + names + ") select " + casts
                + " from unnest(" + sources + ") as u(" + aliases + ")" + conflict)) {
            for (int i = 0; i < binds.size(); i++) {
                insert.setString(i + 1, binds.get(i));
            }
            insert.executeUpdate();
        }
    }
}
