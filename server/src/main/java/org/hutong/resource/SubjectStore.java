package org.hutong.resource;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.Reading;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Row2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All SQL of subjects, links and assertions. Tables and columns of the resource types are named from the catalogue, since stewards add
 * some at run time; the names were checked when they were added.
 */
final class SubjectStore {
    private static final Field<Integer> HOME = DSL.field(DSL.name("home"), SQLDataType.INTEGER);
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<byte[]> DEK = DSL.field(DSL.name("dek"), SQLDataType.BLOB);
    static final List<String> PERSON_REGIONS = List.of("resides_in", "registered_in", "works_in");

    private SubjectStore() {
    }

    /** One link that is in force. */
    record LinkRow(SubjectId id, String kind, String qualifier, SubjectId from, SubjectId to) {
    }

    /** One change of a current value; {@code value} null empties the column. */
    record Change(DataElement element, Value value) {
    }

    static Table<Record> table(String name) {
        return DSL.table(DSL.name("resource", name));
    }

    /**
     * Reads subjects of one table in order of their keys.
     *
     * @param lock hold the rows until the end of the transaction
     */
    static Map<SubjectId, SubjectRow> load(DSLContext dsl, String table, Collection<SubjectId> ids, Collection<DataElement> elements, boolean lock) {
        return ids.isEmpty() ? Map.of() : dsl.connectionResult(reading(table, ids, elements, lock)::on);
    }

    /** The same, ready to be sent along with other reads. @param ids at least one */
    static Reading<Map<SubjectId, SubjectRow>> reading(String table, Collection<SubjectId> ids, Collection<DataElement> elements, boolean lock) {
        List<String> regions = table.equals("person") ? PERSON_REGIONS : List.of();
        List<DataElement> wanted = elements.stream().filter(element -> !element.virtual()).sorted(Comparator.comparingInt(DataElement::no)).toList();
        StringBuilder sql = new StringBuilder("select home, id, dek, prov");
        regions.forEach(region -> sql.append(", ").append(region));
        wanted.forEach(element -> sql.append(", \"").append(element.column()).append('"'));
        sql.append(" from resource.\"").append(table).append('"');
        List<Object> binds = new ArrayList<>();
        if (ids.size() == 1) {
            SubjectId id = ids.iterator().next();
            sql.append(" where home = ? and id = ?");
            binds.add(id.home());
            binds.add(id.id());
        } else {
            sql.append(" where (home, id) in (select * from unnest(?, ?)) order by home, id");
            binds.add(ids.stream().map(SubjectId::home).toArray(Integer[]::new));
            binds.add(ids.stream().map(SubjectId::id).toArray(UUID[]::new));
        }
        return Reading.of(lock ? sql.append(" for update").toString() : sql.toString(), binds, rows -> rows(table, regions, wanted, rows));
    }

    private static Map<SubjectId, SubjectRow> rows(String table, List<String> regions, List<DataElement> elements, ResultSet row) throws SQLException {
        Map<SubjectId, SubjectRow> rows = new HashMap<>();
        while (row.next()) {
            int at = 4;
            Map<String, Long> places = new HashMap<>();
            for (String region : regions) {
                long code = row.getLong(++at);
                if (!row.wasNull()) {
                    places.put(region, code);
                }
            }
            Map<DataElement, Object> columns = new HashMap<>();
            for (DataElement element : elements) {
                Object value = ColumnCodec.read(row, ++at, element);
                if (value != null) {
                    columns.put(element, value);
                }
            }
            SubjectId id = new SubjectId(row.getInt(1), row.getObject(2, UUID.class));
            rows.put(id, new SubjectRow(table, id, row.getBytes(3), Provenance.decode(row.getBytes(4)), places, columns));
        }
        return rows;
    }

    /** Makes a subject without values. {@code columns} are columns of its table apart from the elements, such as {@code region}. */
    static void insert(DSLContext dsl, String table, SubjectId id, byte[] dek, Map<String, Object> columns) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(HOME, id.home());
        values.put(ID, id.id());
        values.put(DEK, dek);
        columns.forEach((name, value) -> values.put(DSL.field(DSL.name(name)), value));
        dsl.insertInto(table(table)).set(values).execute();
    }

    static void insertLink(DSLContext dsl, LinkRow link, byte[] dek, LocalDate since) {
        dsl.execute("insert into resource.link (home, id, kind, qualifier, from_id, to_home, to_id, since, dek) values (?, ?, ?, ?, ?, ?, ?, ?::date, ?)",
                link.from.home(), link.id.id(), link.kind, link.qualifier, link.from.id(), link.to.home(), link.to.id(), since, dek);
    }

    /** Ends a link. @param until the last day on which it was in force */
    static void endLink(DSLContext dsl, SubjectId link, LocalDate until) {
        dsl.execute("update resource.link set until = greatest(since, ?::date) where home = ? and id = ? and until is null", until, link.home(), link.id());
    }

    /** A link that had ended is in force again, as if it had not. */
    static void reopenLink(DSLContext dsl, SubjectId link) {
        dsl.execute("update resource.link set until = null where home = ? and id = ?", link.home(), link.id());
    }

    /** Appends an act to the history that changes no current value. */
    static void append(DSLContext dsl, AssertionRow act) {
        List<Object> binds = new ArrayList<>();
        act.bind(binds);
        dsl.execute(AssertionRow.INSERT, binds.toArray());
    }

    /** Links in force on a day that start or end at a subject, oldest first. */
    static List<LinkRow> links(DSLContext dsl, Collection<SubjectId> subjects, LocalDate day) {
        List<Row2<Integer, UUID>> keys = subjects.stream().map(id -> DSL.row(id.home(), id.id())).toList();
        Field<UUID> from = DSL.field(DSL.name("from_id"), SQLDataType.UUID);
        Field<Integer> toHome = DSL.field(DSL.name("to_home"), SQLDataType.INTEGER);
        Field<UUID> to = DSL.field(DSL.name("to_id"), SQLDataType.UUID);
        Field<String> kind = DSL.field(DSL.name("kind"), SQLDataType.CLOB);
        Field<String> qualifier = DSL.field(DSL.name("qualifier"), SQLDataType.CLOB);
        Field<OffsetDateTime> created = DSL.field(DSL.name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
        var columns = List.of(HOME, ID, kind, qualifier, from, toHome, to, created);
        Condition open = holds(DSL.name("since"), DSL.name("until"), day);
        return dsl.select(columns).from(table("link")).where(DSL.row(HOME, from).in(keys)).and(open)
                .union(dsl.select(columns).from(table("link")).where(DSL.row(toHome, to).in(keys)).and(open))
                .orderBy(created, ID)
                .fetch(row -> new LinkRow(new SubjectId(row.get(HOME), row.get(ID)), row.get(kind), row.get(qualifier),
                        new SubjectId(row.get(HOME), row.get(from)), new SubjectId(row.get(toHome), row.get(to))));
    }

    /** Whether a link is in force on a day; since and until are the first and the last day of it. */
    static Condition holds(Name since, Name until, LocalDate day) {
        Field<LocalDate> first = DSL.field(since, SQLDataType.LOCALDATE);
        Field<LocalDate> last = DSL.field(until, SQLDataType.LOCALDATE);
        return first.isNull().or(first.le(day)).and(last.isNull().or(last.ge(day)));
    }

    /** Of some subjects of one table those that were merged into another; a merge is within one home and never points at what was merged itself. */
    static Map<SubjectId, SubjectId> merged(DSLContext dsl, String table, Collection<SubjectId> subjects) {
        List<Row2<Integer, UUID>> keys = subjects.stream().map(id -> DSL.row(id.home(), id.id())).toList();
        Field<UUID> into = DSL.field(DSL.name("merged_into"), SQLDataType.UUID);
        Map<SubjectId, SubjectId> merged = new HashMap<>();
        dsl.select(HOME, ID, into).from(table(table)).where(DSL.row(HOME, ID).in(keys)).and(into.isNotNull())
                .forEach(row -> merged.put(new SubjectId(row.value1(), row.value2()), new SubjectId(row.value1(), row.value3())));
        return merged;
    }

    /**
     * One act of stating and the change of current values that follows from it, in one statement and so in one round trip.
     *
     * @param changes may be empty: then the row keeps its columns and only provenance is written
     */
    static void record(DSLContext dsl, SubjectRow row, List<Change> changes, FieldCipher cipher, AssertionRow act) {
        List<Object> binds = new ArrayList<>();
        StringBuilder sql = new StringBuilder("with said as (").append(AssertionRow.INSERT).append(") update resource.\"")
                .append(row.table).append("\" set prov = ?");
        act.bind(binds);
        binds.add(row.provenance.encode());
        for (Change change : changes) {
            DataElement element = change.element();
            sql.append(", \"").append(element.column()).append("\" = ").append(element.encrypted() ? "?" : "?::" + ColumnCodec.sqlType(element.kind()));
            if (element.encrypted()) {
                String plain = change.value == null ? null : ColumnCodec.plain(change.value);
                binds.add(plain == null ? null : row.key(cipher).encrypt(element.code().code(), plain));
                sql.append(", \"").append(element.column()).append("_bx\" = ?");
                binds.add(plain == null ? null : cipher.blindIndex(element.code(), plain));
            } else {
                binds.add(change.value == null ? null : ColumnCodec.toColumn(change.value));
            }
        }
        if (row.newKey() != null) {
            sql.append(", dek = ?");
            binds.add(row.newKey());
        }
        sql.append(" where home = ? and id = ?");
        binds.add(row.id.home());
        binds.add(row.id.id());
        if (dsl.execute(sql.toString(), binds.toArray()) != 1) {
            throw new IllegalStateException("the locked row of a subject is gone");
        }
    }

    /** One row of {@code resource.assertion}. */
    record AssertionRow(SubjectId subject, UUID id, String type, SourceKind source, Means means, String actor, UUID application, UUID submission,
            String origin, Instant statedAt, Instant recordedAt, UUID retracts, JsonNode said) {
        static final String INSERT = "insert into resource.assertion (home, subject, recorded_on, id, type, source, means, actor, application,"
                + " submission, origin, stated_at, recorded_at, retracts, told) values (?, ?, ?::date, ?, ?, ?, ?, ?, ?::uuid, ?::uuid, ?, ?::timestamptz,"
                + " ?::timestamptz, ?::uuid, ?)";

        void bind(List<Object> binds) {
            binds.add(subject.home());
            binds.add(subject.id());
            binds.add(recordedAt.atOffset(ZoneOffset.ofHours(8)).toLocalDate());
            binds.add(id);
            binds.add(type);
            binds.add((short) source.number());
            binds.add((short) means.number());
            binds.add(actor);
            binds.add(application);
            binds.add(submission);
            binds.add(origin);
            binds.add(statedAt.atOffset(ZoneOffset.UTC));
            binds.add(recordedAt.atOffset(ZoneOffset.UTC));
            binds.add(retracts);
            binds.add(StatedValues.encode(said));
        }
    }

    /** Application by act, of a person and of the linked subjects that this transaction may touch on the person's behalf. */
    static Map<UUID, UUID> applications(DSLContext dsl, SubjectId person, Collection<UUID> acts) {
        return dsl.fetch("select id, application from resource.assertion where home = ? and application is not null and id = any (?)"
                        + " and subject = any (coalesce(nullif(current_setting('hutong.linked', true), ''), '{}')::uuid[] || ?)",
                person.home(), acts.toArray(UUID[]::new), person.id()).intoMap(row -> row.get(0, UUID.class), row -> row.get(1, UUID.class));
    }

    /** The whole history of a subject, oldest first. */
    static List<AssertionRow> history(DSLContext dsl, SubjectId subject) {
        return dsl.fetch("select id, type, source, means, actor, application, submission, origin, stated_at, recorded_at, retracts, told, said"
                        + " from resource.assertion where home = ? and subject = ? order by recorded_on, id", subject.home(), subject.id())
                .map(row -> new AssertionRow(subject, row.get(0, UUID.class), row.get(1, String.class), SourceKind.of(row.get(2, Integer.class)),
                        Means.of(row.get(3, Integer.class)), row.get(4, String.class), row.get(5, UUID.class), row.get(6, UUID.class),
                        row.get(7, String.class), row.get(8, OffsetDateTime.class).toInstant(), row.get(9, OffsetDateTime.class).toInstant(),
                        row.get(10, UUID.class), said(row)));
    }

    /** Acts recorded before values were kept compactly still say theirs as JSON. */
    private static JsonNode said(Record row) {
        byte[] told = row.get(11, byte[].class);
        return told == null ? JsonMapper.shared().readTree(row.get(12, JSONB.class).data()) : StatedValues.decode(told);
    }

    static void openCorrection(DSLContext dsl, SubjectId subject, String type, int element, UUID id, UUID act, UUID against, Instant at) {
        dsl.execute("insert into resource.correction (home, id, subject, type, element, act, against, opened_at) values (?, ?, ?, ?, ?, ?, ?, ?::timestamptz)",
                subject.home(), id, subject.id(), type, element, act, against, at.atOffset(ZoneOffset.UTC));
    }

    /** The acts that object to the current value of an element and are not decided about. */
    static Set<UUID> objections(DSLContext dsl, SubjectId subject, int element) {
        return new HashSet<>(dsl.fetch("select act from resource.correction where home = ? and subject = ? and element = ? and closed_at is null", subject.home(),
                subject.id(), element).getValues(0, UUID.class));
    }

    static void closeCorrections(DSLContext dsl, SubjectId subject, int element, String outcome, Instant at) {
        dsl.execute("update resource.correction set closed_at = ?::timestamptz, outcome = ? where home = ? and subject = ? and element = ? and closed_at is null",
                at.atOffset(ZoneOffset.UTC), outcome, subject.home(), subject.id(), element);
    }

    /** Claims an ID number for a subject. @return false when another subject has it */
    static boolean claimIdNumber(DSLContext dsl, byte[] blindIndex, SubjectId subject) {
        return dsl.fetchSingle("with claim as (insert into resource.id_registry (blind_index, home, subject) values (?, ?, ?)"
                + " on conflict (blind_index) do nothing returning subject) select coalesce((select subject from claim),"
                + " (select subject from resource.id_registry where blind_index = ?))", blindIndex, subject.home(), subject.id(), blindIndex)
                .get(0, UUID.class) instanceof UUID owner && owner.equals(subject.id());
    }

    static SubjectId ownerOfIdNumber(DSLContext dsl, byte[] blindIndex) {
        return dsl.fetchOptional("select home, subject from resource.id_registry where blind_index = ?", blindIndex)
                .map(row -> new SubjectId(row.get(0, Integer.class), row.get(1, UUID.class))).orElse(null);
    }
}
