package org.hutong.resource;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueJson;
import org.hutong.resource.RowSheet.Column;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Loads many new subjects and links at once: history, current values, provenance, corrections and the registry of ID numbers, with the
 * same choice of the current value as {@link Assertions}, under row-level security.
 *
 * <p>For subjects that are not on file yet; nothing is matched and nothing is overwritten.
 */
@Component
public class BulkLoad {
    private static final ElementCode ID_NUMBER = ElementCode.of("person.idNumber");
    private static final int BATCH = 2_000;

    private final Scoped scoped;
    private final Catalogue catalogue;
    private final FieldCipher cipher;
    private final Clock clock;

    BulkLoad(Scoped scoped, Catalogue catalogue, FieldCipher cipher, Clock clock) {
        this.scoped = scoped;
        this.catalogue = catalogue;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** What was loaded. */
    public record Loaded(long subjects, long links, long acts) {
        private Loaded plus(Loaded other) {
            return new Loaded(subjects + other.subjects, links + other.links, acts + other.acts);
        }
    }

    /** Whether no person is on file at all. */
    public boolean isEmpty(Actor actor) {
        return scoped.read(actor, dsl -> dsl.fetchOptional("select 1 from resource.person limit 1").isEmpty());
    }

    /**
     * Loads all or nothing, in the caller's transaction when one is running as the same actor.
     *
     * @param source hands items to the consumer, subjects before the links that join them
     * @throws IllegalArgumentException when an item names an element or type that is not in the catalogue
     */
    public Loaded load(Actor actor, Consumer<Consumer<BulkItem>> source) {
        return scoped.write(actor, dsl -> {
            List<BulkItem> batch = new ArrayList<>(BATCH);
            AtomicReference<Loaded> total = new AtomicReference<>(new Loaded(0, 0, 0));
            Runnable store = () -> {
                total.set(total.get().plus(dsl.connectionResult(connection -> load(actor, connection, batch))));
                batch.clear();
            };
            source.accept(item -> {
                batch.add(item);
                if (batch.size() == BATCH) {
                    store.run();
                }
            });
            store.run();
            return total.get();
        });
    }

    /**
     * Runs the source and loads what it hands over, one transaction per batch; the source waits while all workers are busy.
     *
     * @param source  hands items to the consumer, subjects before the links that join them
     * @param workers connections used at once
     * @throws IllegalArgumentException when an item names an element or type that is not in the catalogue
     */
    public Loaded load(Actor actor, Consumer<Consumer<BulkItem>> source, int workers) {
        BlockingQueue<List<BulkItem>> queue = new LinkedBlockingQueue<>(workers);
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        try (var pool = Executors.newFixedThreadPool(workers)) {
            List<Future<Loaded>> results = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                results.add(pool.submit(() -> work(actor, queue, failure)));
            }
            List<BulkItem> batch = new ArrayList<>(BATCH);
            try {
                List<BulkItem> collected = batch;
                source.accept(item -> {
                    collected.add(item);
                    if (collected.size() == BATCH) {
                        put(queue, List.copyOf(collected), failure);
                        collected.clear();
                    }
                });
                put(queue, List.copyOf(batch), failure);
            } finally {
                for (int i = 0; i < workers; i++) {
                    put(queue, List.of(), failure);
                }
            }
            Loaded total = new Loaded(0, 0, 0);
            for (Future<Loaded> result : results) {
                total = total.plus(result.get());
            }
            return total;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("loading was interrupted", e);
        }
    }

    private static void put(BlockingQueue<List<BulkItem>> queue, List<BulkItem> batch, AtomicReference<RuntimeException> failure) {
        try {
            while (!queue.offer(batch, 1, TimeUnit.SECONDS)) {
                if (failure.get() != null) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("loading was interrupted", e);
        }
        if (failure.get() != null && !batch.isEmpty()) {
            throw failure.get();
        }
    }

    private Loaded work(Actor actor, BlockingQueue<List<BulkItem>> queue, AtomicReference<RuntimeException> failure) throws InterruptedException {
        Loaded total = new Loaded(0, 0, 0);
        for (List<BulkItem> batch = queue.take(); !batch.isEmpty(); batch = queue.take()) {
            List<BulkItem> items = batch;
            try {
                total = total.plus(scoped.write(actor, dsl -> dsl.connectionResult(connection -> load(actor, connection, items))));
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
                throw e;
            }
        }
        return total;
    }

    private Loaded load(Actor actor, Connection connection, List<BulkItem> items) throws SQLException {
        Instant now = clock.instant();
        Map<String, RowSheet> sheets = new TreeMap<>();
        RowSheet assertions = new RowSheet("assertion", columns("home integer, subject uuid, recorded_on date, id uuid, type text, source smallint,"
                + " means smallint, actor text, origin text, stated_at timestamptz, recorded_at timestamptz, told bytea"), "");
        RowSheet corrections = new RowSheet("correction", columns("home integer, id uuid, subject uuid, type text, element integer, act uuid,"
                + " against uuid, opened_at timestamptz"), "");
        RowSheet numbers = new RowSheet("id_registry", columns("blind_index bytea, home integer, subject uuid"), " on conflict (blind_index) do nothing");
        long links = 0;
        long acts = 0;
        for (BulkItem item : items) {
            Entry entry = entry(item);
            ObjectNode[] said = state(entry, now, corrections, numbers);
            for (int i = 0; i < said.length; i++) {
                BulkItem.Act act = item.acts().get(i);
                assertions.row(item.id().home(), item.id().id(), now.atOffset(ZoneOffset.ofHours(8)).toLocalDate(), act.id(), entry.type,
                        act.source().number(), act.means().number(), actor.label(), act.origin(), act.statedAt(), now, StatedValues.encode(said[i]));
            }
            acts += said.length;
            links += item instanceof BulkItem.Link ? 1 : 0;
            sheets.computeIfAbsent(entry.table, table -> new RowSheet(table, columnsOf(table), "")).row(entry.row());
        }
        sheets.put("assertion", assertions);
        sheets.put("correction", corrections);
        sheets.put("id_registry", numbers);
        for (RowSheet sheet : sheets.values()) {
            sheet.store(connection);
        }
        return new Loaded(items.size() - links, links, acts);
    }

    /** One item on its way into its table. */
    private static final class Entry {
        final BulkItem item;
        final String type;
        final String table;
        /** Sealed values by number of element, with the value: what was said and what stands are often the same. */
        final Map<Integer, Sealed> sealed = new HashMap<>();
        byte[] dek;
        final Provenance provenance = Provenance.empty();
        final Map<String, Object> columns = new LinkedHashMap<>();
        FieldCipher.SubjectKey key;

        Entry(BulkItem item, String type, String table, byte[] dek) {
            this.item = item;
            this.type = type;
            this.table = table;
            this.dek = dek;
        }

        Map<String, Object> row() {
            columns.put("home", item.id().home());
            columns.put("id", item.id().id());
            columns.put("created_at", item.createdAt());
            columns.put("dek", dek);
            columns.put("prov", provenance.encode());
            return columns;
        }
    }

    private record Sealed(Value value, byte[] bytes) {
    }

    private Entry entry(BulkItem item) {
        Entry entry;
        switch (item) {
            case BulkItem.Subject subject -> {
                String table = catalogue.resourceType(subject.type()).orElseThrow(() -> new IllegalArgumentException("no type " + subject.type())).table();
                entry = new Entry(item, subject.type(), table, table.equals("person") ? cipher.newKey(item.id()) : null);
                if (subject.region() != null) {
                    entry.columns.put("region", subject.region().number());
                }
            }
            case BulkItem.Link link -> {
                if (catalogue.linkKind(link.kind()).isEmpty()) {
                    throw new IllegalArgumentException("no link kind " + link.kind());
                }
                entry = new Entry(item, link.kind(), "link", null);
                entry.columns.put("kind", link.kind());
                entry.columns.put("qualifier", link.qualifier());
                entry.columns.put("from_id", link.from().id());
                entry.columns.put("to_home", link.to().home());
                entry.columns.put("to_id", link.to().id());
                entry.columns.put("since", link.since());
                entry.columns.put("until", link.until());
            }
        }
        return entry;
    }

    /** Applies the acts in order; fills the columns of the entry. @return what each act said */
    private ObjectNode[] state(Entry entry, Instant now, RowSheet corrections, RowSheet numbers) {
        BulkItem item = entry.item;
        CurrentState state = new CurrentState(entry.provenance, element -> null, catalogue::element, now);
        Map<Integer, Object[]> open = new TreeMap<>();
        ObjectNode[] said = new ObjectNode[item.acts().size()];
        boolean registered = false;
        for (int i = 0; i < said.length; i++) {
            BulkItem.Act stated = item.acts().get(i);
            Provenance.Act act = new Provenance.Act(stated.id(), stated.source(), stated.means(), stated.statedAt());
            ObjectNode told = JsonNodeFactory.instance.objectNode();
            for (var pair : stated.values().entrySet()) {
                DataElement element = catalogue.element(pair.getKey()).filter(one -> !one.virtual())
                        .orElseThrow(() -> new IllegalArgumentException("no element to store " + pair.getKey()));
                told.set(Integer.toString(element.no()), told(entry, element, pair.getValue()));
                CurrentState.Applied applied = state.apply(element, pair.getValue(), act);
                switch (applied.effect()) {
                    case TAKE -> open.remove(element.no());
                    case CONTEST -> open.put(element.no(), new Object[] {item.id().home(), Uuid7.next(), item.id().id(), entry.type, element.no(), act.id(),
                            applied.origin().act().id(), now});
                    case CONFIRM, KEEP -> {
                    }
                }
                registered |= element.code().equals(ID_NUMBER) && Assertions.verified(stated.source(), stated.means());
            }
            said[i] = told;
        }
        open.values().forEach(corrections::row);
        boolean claims = registered;
        state.changes().forEach((element, value) -> store(entry, element, value, claims, numbers));
        return said;
    }

    private void store(Entry entry, DataElement element, Value value, boolean claims, RowSheet numbers) {
        if (!element.encrypted()) {
            entry.columns.put(element.column(), ColumnCodec.toColumn(value));
            return;
        }
        String plain = ColumnCodec.plain(value);
        byte[] index = cipher.blindIndex(element.code(), plain);
        entry.columns.put(element.column(), seal(entry, element, value));
        entry.columns.put(element.column() + "_bx", index);
        if (claims && element.code().equals(ID_NUMBER)) {
            numbers.row(index, entry.item.id().home(), entry.item.id().id());
        }
    }

    private JsonNode told(Entry entry, DataElement element, Value value) {
        return element.encrypted() ? JsonNodeFactory.instance.binaryNode(seal(entry, element, value))
                : ValueJson.write(value);
    }

    private byte[] seal(Entry entry, DataElement element, Value value) {
        Sealed sealed = entry.sealed.get(element.no());
        if (sealed == null || !sealed.value.equals(value)) {
            sealed = new Sealed(value, key(entry).encrypt(element.code().code(), ColumnCodec.plain(value)));
            entry.sealed.put(element.no(), sealed);
        }
        return sealed.bytes;
    }

    private FieldCipher.SubjectKey key(Entry entry) {
        if (entry.key == null) {
            if (entry.dek == null) {
                entry.dek = cipher.newKey(entry.item.id());
            }
            entry.key = cipher.open(entry.item.id(), entry.dek);
        }
        return entry.key;
    }

    private List<Column> columnsOf(String table) {
        List<Column> columns = new ArrayList<>(columns("home integer, id uuid, created_at timestamptz, dek bytea, prov bytea"));
        if (table.equals("link")) {
            columns.addAll(columns("kind text, qualifier text, from_id uuid, to_home integer, to_id uuid, since date, until date"));
        } else if (!table.equals("person")) {
            columns.addAll(columns("region bigint"));
        }
        for (DataElement element : catalogue.elements()) {
            boolean here = catalogue.resourceType(element.code().resourceType()).filter(type -> type.table().equals(table)).isPresent();
            if (here && !element.virtual() && columns.stream().noneMatch(column -> column.name().equals(element.column()))) {
                columns.add(new Column(element.column(), element.encrypted() ? "bytea" : ColumnCodec.sqlType(element.kind())));
                if (element.encrypted()) {
                    columns.add(new Column(element.column() + "_bx", "bytea"));
                }
            }
        }
        return columns;
    }

    private static List<Column> columns(String definitions) {
        return Arrays.stream(definitions.split(", ?")).map(column -> column.split(" ")).map(parts -> new Column(parts[0], parts[1])).toList();
    }
}
