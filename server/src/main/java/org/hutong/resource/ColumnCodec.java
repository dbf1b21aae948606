package org.hutong.resource;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.hutong.catalogue.DataElement;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueKind;
import org.hutong.kernel.ValueJson;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Values as typed columns and as the text that is encrypted. */
final class ColumnCodec {
    private static final ObjectMapper JSON = JsonMapper.shared();

    private ColumnCodec() {
    }

    /** The SQL type of a column that is not encrypted. */
    static String sqlType(ValueKind kind) {
        return switch (kind) {
            case TEXT, CODE, ID_NUMBER, USCC, PHONE, EMAIL, SUBJECT, PLACE -> "text";
            case INTEGER, REGION -> "bigint";
            case DECIMAL -> "numeric";
            case DATE -> "date";
            case PARTIAL_DATE -> "integer";
            case DATE_TIME -> "timestamptz";
            case YES_NO -> "boolean";
            case CODES -> "text[]";
            case FILE -> "uuid";
            case TABLE -> throw new IllegalArgumentException("a table is not one element");
        };
    }

    static Class<?> javaType(DataElement element) {
        if (element.encrypted()) {
            return byte[].class;
        }
        return switch (element.kind()) {
            case TEXT, CODE, ID_NUMBER, USCC, PHONE, EMAIL, SUBJECT, PLACE -> String.class;
            case INTEGER, REGION -> Long.class;
            case DECIMAL -> BigDecimal.class;
            case DATE -> LocalDate.class;
            case PARTIAL_DATE -> Integer.class;
            case DATE_TIME -> OffsetDateTime.class;
            case YES_NO -> Boolean.class;
            case CODES -> String[].class;
            case FILE -> UUID.class;
            case TABLE -> throw new IllegalArgumentException("a table is not one element");
        };
    }

    /** A column of a result as {@link #javaType} says, or null. */
    static Object read(ResultSet row, int column, DataElement element) throws SQLException {
        Class<?> type = javaType(element);
        if (type == byte[].class) {
            return row.getBytes(column);
        }
        if (type == String[].class) {
            Array array = row.getArray(column);
            return array == null ? null : array.getArray();
        }
        return row.getObject(column, type);
    }

    static Object toColumn(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Int number -> number.number();
            case Value.Dec decimal -> decimal.number();
            case Value.Day day -> day.day();
            case Value.PartialDay day -> day.number();
            case Value.Moment moment -> moment.instant().atOffset(ZoneOffset.UTC);
            case Value.YesNo yesNo -> yesNo.yes();
            case Value.Code code -> code.code();
            case Value.Codes codes -> codes.codes().toArray(String[]::new);
            case Value.Region region -> region.code().number();
            case Value.Ref ref -> ref.subject().toString();
            case Value.Place place -> place.lon() + "," + place.lat();
            case Value.FileRef file -> file.file();
            case Value.Rows rows -> throw new IllegalArgumentException("a table is not one element");
        };
    }

    static Value fromColumn(ValueKind kind, Object column) {
        return switch (kind) {
            case TEXT, ID_NUMBER, USCC, PHONE, EMAIL -> new Value.Text((String) column);
            case CODE -> new Value.Code((String) column);
            case SUBJECT -> new Value.Ref(SubjectId.parse((String) column));
            case PLACE -> {
                String[] parts = ((String) column).split(",");
                yield new Value.Place(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
            }
            case INTEGER -> new Value.Int((Long) column);
            case REGION -> new Value.Region(new RegionCode((Long) column));
            case DECIMAL -> new Value.Dec((BigDecimal) column);
            case DATE -> new Value.Day((LocalDate) column);
            case PARTIAL_DATE -> Value.PartialDay.of((Integer) column);
            case DATE_TIME -> new Value.Moment(column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column);
            case YES_NO -> new Value.YesNo((Boolean) column);
            case CODES -> new Value.Codes(List.of((String[]) column));
            case FILE -> new Value.FileRef((UUID) column);
            case TABLE -> throw new IllegalArgumentException("a table is not one element");
        };
    }

    /** The text that is encrypted and indexed: texts as they are, other kinds as JSON. */
    static String plain(Value value) {
        return value instanceof Value.Text text ? text.text() : JSON.writeValueAsString(ValueJson.write(value));
    }

    static Value fromPlain(ValueKind kind, String plain) {
        if (kind.isText()) {
            return new Value.Text(plain);
        }
        return (Value) ValueJson.read(kind, JSON.readTree(plain));
    }
}
