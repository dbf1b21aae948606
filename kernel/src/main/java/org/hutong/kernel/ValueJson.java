package org.hutong.kernel;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values as JSON, strictly as {@code spec/values.md} says. Whatever comes from outside becomes a {@link Value} here or nowhere. */
public final class ValueJson {
    /** Longest text, in UTF-16 units. */
    public static final int MAX_TEXT = 10_000;
    /** Most codes in one answer. */
    public static final int MAX_CODES = 200;
    /** Most rows in one table. */
    public static final int MAX_ROWS = 1_000;

    private static final int MAX_CHECKED_TEXT = 300;
    private static final int MAX_CODE = 100;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,6})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern PARTIAL_DAY = Pattern.compile("(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d))?)?");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern REGION = Pattern.compile("[1-9]\\d{11}(?:\\d{3})?");
    private static final Pattern ROW_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern SUBJECT =
            Pattern.compile("[1-9]\\d{5}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern FILE = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private ValueJson() {
    }

    /** Reads one value; a table only without cells, since nothing says what its columns are. */
    public static ValueOrFault read(ValueKind kind, JsonNode json) {
        return read(kind, Map.of(), json);
    }

    /**
     * Reads one value.
     *
     * @param columns the kinds of a table's columns by name; ignored for every other kind
     */
    public static ValueOrFault read(ValueKind kind, Map<String, ValueKind> columns, JsonNode json) {
        return switch (kind) {
            case TEXT -> string(kind, json, MAX_TEXT, Value.Text::new);
            case ID_NUMBER -> string(kind, json, MAX_CHECKED_TEXT, IdNumber::read);
            case USCC -> string(kind, json, MAX_CHECKED_TEXT, Uscc::read);
            case PHONE -> string(kind, json, MAX_CHECKED_TEXT, Phone::read);
            case EMAIL -> string(kind, json, MAX_CHECKED_TEXT, Email::read);
            case CODE -> string(kind, json, MAX_CODE, code -> code.replace(" ", "").isEmpty() ? ValueFault.of("code-empty") : new Value.Code(code));
            case INTEGER -> integer(json);
            case DECIMAL -> string(kind, json, 40, ValueJson::decimal);
            case DATE -> string(kind, json, 40, ValueJson::day);
            case PARTIAL_DATE -> string(kind, json, 40, ValueJson::partialDay);
            case DATE_TIME -> string(kind, json, 40, ValueJson::moment);
            case REGION -> string(kind, json, 40, text -> REGION.matcher(text).matches()
                    ? new Value.Region(RegionCode.of(text)) : ValueFault.of("region-shape"));
            case SUBJECT -> string(kind, json, 80, text -> SUBJECT.matcher(text).matches()
                    ? new Value.Ref(SubjectId.parse(text)) : ValueFault.of("subject-shape"));
            case FILE -> string(kind, json, 80, text -> FILE.matcher(text).matches()
                    ? new Value.FileRef(UUID.fromString(text)) : ValueFault.of("file-shape"));
            case YES_NO -> json != null && json.isBoolean() ? new Value.YesNo(json.booleanValue()) : wrongType(kind);
            case CODES -> codes(json);
            case PLACE -> place(json);
            case TABLE -> table(columns, json);
        };
    }

    /** Reads what was read and written before. @throws IllegalArgumentException when it is not a value of the kind */
    public static Value stored(ValueKind kind, JsonNode json) {
        return switch (read(kind, json)) {
            case Value value -> value;
            case ValueFault fault -> throw new IllegalArgumentException("stored value of kind " + kind.json() + ": " + fault.code());
        };
    }

    /** Writes the one form that {@link #read} gives back as an equal value. */
    public static JsonNode write(Value value) {
        return switch (value) {
            case Value.Text(String text) -> NODES.stringNode(text);
            case Value.Int(long number) -> NODES.numberNode(number);
            case Value.Dec(BigDecimal number) -> NODES.stringNode(number.toPlainString());
            case Value.Day(LocalDate day) -> NODES.stringNode(Value.PartialDay.of(day).toString());
            case Value.PartialDay day -> NODES.stringNode(day.toString());
            case Value.Moment(Instant instant) -> NODES.stringNode(instant.toString());
            case Value.YesNo(boolean yes) -> NODES.booleanNode(yes);
            case Value.Code(String code) -> NODES.stringNode(code);
            case Value.Codes(List<String> codes) -> {
                ArrayNode array = NODES.arrayNode();
                codes.forEach(array::add);
                yield array;
            }
            case Value.Region(RegionCode code) -> NODES.stringNode(code.toString());
            case Value.Ref(SubjectId subject) -> NODES.stringNode(subject.toString());
            case Value.Place(double lon, double lat) -> NODES.arrayNode().add(lon).add(lat);
            case Value.FileRef(UUID file) -> NODES.stringNode(file.toString());
            case Value.Rows(List<Value.Row> rows) -> {
                ArrayNode array = NODES.arrayNode();
                for (Value.Row row : rows) {
                    ObjectNode cells = NODES.objectNode();
                    new TreeMap<>(row.cells()).forEach((column, cell) -> cells.set(column, write(cell)));
                    array.add(NODES.objectNode().put("id", row.id()).set("cells", cells));
                }
                yield array;
            }
        };
    }

    /** The exact number of a JSON number, or null when it is none or far beyond what browsers hold. */
    static BigDecimal exact(JsonNode json) {
        if (json == null || !json.isNumber() || (json.isFloatingPointNumber() && !Double.isFinite(json.doubleValue()))) {
            return null;
        }
        BigDecimal number = json.decimalValue();
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return (long) number.precision() - number.scale() > 30 || number.scale() > 400 ? null : number.stripTrailingZeros();
    }

    /** Reads a decimal as manifests, forms and sheets write it: up to 15 digits before and 6 after the point. */
    static ValueOrFault decimal(String text) {
        return DECIMAL.matcher(text).matches() ? new Value.Dec(new BigDecimal(text)) : ValueFault.of("decimal-shape");
    }

    private static ValueOrFault string(ValueKind kind, JsonNode json, int max, Function<String, ? extends ValueOrFault> read) {
        if (json == null || !json.isString()) {
            return wrongType(kind);
        }
        String text = json.stringValue();
        if (text.length() > max) {
            return ValueFault.of("text-length", max);
        }
        return storable(text) ? read.apply(text) : ValueFault.of("text-characters");
    }

    /** Control characters other than tab and line ends, and halves of surrogate pairs, cannot be stored or shown. */
    private static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c) || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static ValueOrFault integer(JsonNode json) {
        if (json == null || !json.isNumber()) {
            return wrongType(ValueKind.INTEGER);
        }
        BigDecimal number = exact(json);
        if (number != null && number.scale() > 0) {
            return ValueFault.of("integer-fraction");
        }
        if (number == null || number.abs().compareTo(BigDecimal.valueOf(Value.Int.LIMIT)) > 0) {
            return ValueFault.of("integer-range");
        }
        return new Value.Int(number.longValueExact());
    }

    private static ValueOrFault day(String text) {
        if (!DAY.matcher(text).matches()) {
            return ValueFault.of("date-shape");
        }
        return partialDay(text) instanceof Value.PartialDay day ? new Value.Day(day.first()) : ValueFault.of("date-day");
    }

    private static ValueOrFault partialDay(String text) {
        var parts = PARTIAL_DAY.matcher(text);
        if (!parts.matches()) {
            return ValueFault.of("date-shape");
        }
        try {
            int month = parts.group(2) == null ? 0 : number(parts.group(2));
            int day = parts.group(3) == null ? 0 : number(parts.group(3));
            return new Value.PartialDay(Integer.parseInt(parts.group(1)), month, day);
        } catch (DateTimeException noSuchDay) {
            return ValueFault.of("date-day");
        }
    }

    /** Two digits; a written {@code 00} is no day, unlike an absent part. */
    private static int number(String twoDigits) {
        int number = Integer.parseInt(twoDigits);
        if (number == 0) {
            throw new DateTimeException("00");
        }
        return number;
    }

    private static ValueOrFault moment(String text) {
        if (!MOMENT.matcher(text).matches()) {
            return ValueFault.of("date-time-shape");
        }
        if (text.startsWith("0000")) {
            return ValueFault.of("date-day");
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            return year < 1 || year > 9999 ? ValueFault.of("date-day") : new Value.Moment(instant);
        } catch (DateTimeException noSuchTime) {
            return ValueFault.of("date-day");
        }
    }

    private static ValueOrFault codes(JsonNode json) {
        if (json == null || !json.isArray()) {
            return wrongType(ValueKind.CODES);
        }
        if (json.size() > MAX_CODES) {
            return ValueFault.of("codes-many", MAX_CODES);
        }
        List<String> codes = new ArrayList<>();
        for (JsonNode item : json) {
            if (!item.isString()) {
                return wrongType(ValueKind.CODES);
            }
            if (!(read(ValueKind.CODE, item) instanceof Value.Code(String code))) {
                return ValueFault.of("codes-item", codes.size() + 1);
            }
            codes.add(code);
        }
        return new Value.Codes(codes);
    }

    private static ValueOrFault place(JsonNode json) {
        if (json == null || !json.isArray() || json.size() != 2 || !json.get(0).isNumber() || !json.get(1).isNumber()) {
            return wrongType(ValueKind.PLACE);
        }
        double lon = json.get(0).doubleValue();
        double lat = json.get(1).doubleValue();
        return lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90 ? new Value.Place(lon, lat) : ValueFault.of("place-range");
    }

    private static ValueOrFault table(Map<String, ValueKind> columns, JsonNode json) {
        Optional<ValueFault> misshapen = rowsFault(json);
        if (misshapen.isPresent()) {
            return misshapen.get();
        }
        List<Value.Row> rows = new ArrayList<>();
        for (JsonNode row : json) {
            Map<String, Value> values = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> cell : row.get("cells").properties()) {
                ValueKind kind = columns.get(cell.getKey());
                if (kind == null || kind == ValueKind.TABLE) {
                    return ValueFault.of("table-column", rows.size() + 1, cell.getKey());
                }
                switch (read(kind, cell.getValue())) {
                    case Value value -> values.put(cell.getKey(), value);
                    case ValueFault fault -> {
                        return ValueFault.of("table-cell", rows.size() + 1, cell.getKey(), fault.code());
                    }
                }
            }
            rows.add(new Value.Row(row.get("id").stringValue(), values));
        }
        return new Value.Rows(rows);
    }

    /** What is wrong with the rows of a table, whatever stands in their cells; empty when each has an id of its own and cells. */
    public static Optional<ValueFault> rowsFault(JsonNode json) {
        if (json == null || !json.isArray()) {
            return Optional.of(wrongType(ValueKind.TABLE));
        }
        if (json.size() > MAX_ROWS) {
            return Optional.of(ValueFault.of("table-rows", MAX_ROWS));
        }
        Set<String> ids = new HashSet<>();
        int at = 0;
        for (JsonNode row : json) {
            at++;
            JsonNode id = row.get("id");
            JsonNode cells = row.get("cells");
            if (!row.isObject() || row.size() != 2 || id == null || !id.isString() || !ROW_ID.matcher(id.stringValue()).matches()
                    || cells == null || !cells.isObject()) {
                return Optional.of(ValueFault.of("table-row", at));
            }
            if (!ids.add(id.stringValue())) {
                return Optional.of(ValueFault.of("table-row-twice", at));
            }
        }
        return Optional.empty();
    }

    private static ValueFault wrongType(ValueKind kind) {
        return ValueFault.of("wrong-type", kind.json());
    }
}
