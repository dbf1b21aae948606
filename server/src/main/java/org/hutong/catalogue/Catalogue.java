package org.hutong.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.hutong.access.Actor;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;
import org.hutong.kernel.ValueKind;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The one public door to the catalogue. Each node keeps a copy and asks once a second whether it is still the newest; what this node
 * adds it sees at once.
 */
@Component
public class Catalogue implements SmartInitializingSingleton {
    private static final long FRESH_NANOS = 1_000_000_000L;
    private static final int MOST_AMENDMENTS = 200;
    /** Guards run-time changes of the schema: one at a time over all nodes. */
    private static final long SCHEMA_LOCK = 0x4875746f6e67L;

    private final DSLContext dsl;
    private final DSLContext owner;
    private final ResourceColumns columns;
    private final AtomicReference<Copy> copy = new AtomicReference<>();

    private record Copy(Snapshot snapshot, long checkedAt) {
    }

    Catalogue(DSLContext dsl, @Qualifier("owner") DSLContext owner, ResourceColumns columns) {
        this.dsl = dsl;
        this.owner = owner;
        this.columns = columns;
    }

    /** All elements as a database has them now, for tools beside the server. */
    public static List<DataElement> elements(DSLContext dsl) {
        return CatalogueStore.load(dsl).elements;
    }

    public List<DataElement> elements() {
        return snapshot().elements;
    }

    public Optional<DataElement> element(ElementCode code) {
        return Optional.ofNullable(snapshot().byCode.get(code));
    }

    public Optional<DataElement> element(int no) {
        return Optional.ofNullable(snapshot().byNumber.get(no));
    }

    /** All elements of a resource type, in order of number. */
    public List<DataElement> elementsOf(String resourceType) {
        return elements().stream().filter(element -> element.code().resourceType().equals(resourceType)).toList();
    }

    /** All code lists in order of code. */
    public List<CodeList> codeLists() {
        return snapshot().codeLists.values().stream().sorted(Comparator.comparing(CodeList::code)).toList();
    }

    public Optional<CodeList> codeList(String code) {
        return Optional.ofNullable(snapshot().codeLists.get(code));
    }

    public Collection<LinkKind> linkKinds() {
        return snapshot().linkKinds.values();
    }

    public Optional<LinkKind> linkKind(String code) {
        return Optional.ofNullable(snapshot().linkKinds.get(code));
    }

    /** All types of subject in order of code. */
    public List<ResourceType> resourceTypes() {
        return snapshot().types.values().stream().sorted(Comparator.comparing(ResourceType::code)).toList();
    }

    /** A type of subject, or a link kind seen as what data can be about ({@code member.relationToHead}). */
    public Optional<ResourceType> resourceType(String code) {
        Snapshot now = snapshot();
        return Optional.ofNullable(now.types.get(code)).or(() -> Optional.ofNullable(now.linkKinds.get(code))
                .map(kind -> new ResourceType(kind.code(), kind.name(), "link", kind.code(), true)));
    }

    /** Raised by every change; whoever caches what follows from the catalogue compares it. */
    public long revision() {
        return snapshot().revision;
    }

    /**
     * Adds an element at run time: it is a typed column when this returns.
     *
     * @return empty when added, or why not
     */
    public Optional<CatalogueRefusal> add(NewElement element) {
        return add(null, element);
    }

    /** The same, under an officer's name. */
    public Optional<CatalogueRefusal> add(Actor.@Nullable Officer by, NewElement element) {
        return change(tx -> {
            Snapshot now = CatalogueStore.load(tx);
            if (now.byCode.containsKey(element.code())) {
                return Optional.of(new CatalogueRefusal.CodeTaken(element.code().code()));
            }
            Optional<ResourceType> type = type(now, element.code().resourceType());
            if (type.isEmpty()) {
                return Optional.of(new CatalogueRefusal.NoSuchType(element.code().resourceType()));
            }
            boolean coded = element.kind() == ValueKind.CODE || element.kind() == ValueKind.CODES;
            if (element.kind() == ValueKind.TABLE || element.name().zh().isBlank()) {
                return Optional.of(new CatalogueRefusal.Malformed(element.name().zh().isBlank() ? "name" : "kind"));
            }
            if (coded && (element.codeList() == null || !now.codeLists.containsKey(element.codeList()))) {
                return Optional.of(new CatalogueRefusal.NoSuchCodeList(String.valueOf(element.codeList())));
            }
            DataElement made = new DataElement(CatalogueStore.nextNumber(tx), element.code(), element.name(), element.kind(),
                    coded ? element.codeList() : null, element.unit(), element.protection(), element.firstRank(), element.validFor(),
                    "x_" + snake(element.code().name()), List.of(), Mask.of(element.kind(), element.protection()), "", List.of(), false, false);
            for (String statement : columns.columnsFor(type.get().table(), made)) {
                tx.execute(statement);
            }
            CatalogueStore.insert(tx, made);
            CatalogueStore.amend(tx, Amendment.Kind.ELEMENT, made.code().code(), made.version(), by, "",
                    List.of(new Amendment.Difference("made", null, null, made.name().zh())));
            return Optional.empty();
        });
    }

    /**
     * Adds a resource type with its table, and the link by which a person reaches it.
     *
     * @param linkKind code of the new link kind from person, for example {@code keeps}
     * @return empty when added, or why not
     */
    public Optional<CatalogueRefusal> addType(String code, Localised name, String linkKind) {
        if (!code.matches("[a-z][a-zA-Z0-9]{0,39}") || name.zh().isBlank()) {
            return Optional.of(new CatalogueRefusal.Malformed(name.zh().isBlank() ? "name" : "code"));
        }
        if (!linkKind.matches("[a-z][a-z0-9-]{0,39}")) {
            return Optional.of(new CatalogueRefusal.Malformed("linkKind"));
        }
        return change(tx -> {
            Snapshot now = CatalogueStore.load(tx);
            if (type(now, code).isPresent() || now.linkKinds.containsKey(linkKind)) {
                return Optional.of(new CatalogueRefusal.CodeTaken(type(now, code).isPresent() ? code : linkKind));
            }
            ResourceType type = new ResourceType(code, name, "x_" + snake(code), linkKind, false);
            for (String statement : columns.tableFor(type)) {
                tx.execute(statement);
            }
            CatalogueStore.insert(tx, type);
            CatalogueStore.insert(tx, new LinkKind(linkKind, "person", code, linkKind + "-of", name, true), false);
            return Optional.empty();
        });
    }

    /** Brings the shipped definitions into the database when they are other than those installed last; what stewards added stays. */
    @Override
    public void afterSingletonsInstantiated() {
        Shipped shipped = Shipped.read();
        if (CatalogueStore.installed(dsl).equals(shipped.digest())) {
            return;
        }
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            tx.execute("select pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
            Snapshot before = CatalogueStore.load(tx);
            shipped.codeLists().forEach((list, status) -> CatalogueStore.install(tx, list, status));
            shipped.types().forEach(type -> CatalogueStore.insert(tx, type));
            shipped.linkKinds().forEach(kind -> CatalogueStore.insert(tx, kind, true));
            shipped.elements().forEach(element -> CatalogueStore.install(tx, before, element));
            CatalogueStore.load(tx).codeLists.values().forEach(list -> amended(tx, before.codeLists.get(list.code()), list));
            CatalogueStore.installed(tx, shipped.digest());
        });
        copy.set(null);
    }

    private static void amended(DSLContext tx, @Nullable CodeList before, CodeList after) {
        List<Amendment.Difference> differences = before == null ? List.of() : Differences.of(before, after);
        if (!differences.isEmpty()) {
            CatalogueStore.version(tx, after, before.version() + 1);
            CatalogueStore.amend(tx, Amendment.Kind.CODE_LIST, after.code(), before.version() + 1, null, "", differences);
        }
    }

    /** What was changed of a definition, newest first. */
    public List<Amendment> amendments(Amendment.Kind kind, String code) {
        return CatalogueStore.amendments(dsl, kind, code, MOST_AMENDMENTS);
    }

    /** Runs a change alone over all nodes; what it refuses is undone. */
    Amended amend(Function<DSLContext, Amended> work) {
        AtomicReference<Amended> outcome = new AtomicReference<>();
        change(tx -> {
            outcome.set(work.apply(tx));
            return outcome.get() instanceof CatalogueRefusal refusal ? Optional.of(refusal) : Optional.empty();
        });
        return outcome.get();
    }

    private Optional<CatalogueRefusal> change(Function<DSLContext, Optional<CatalogueRefusal>> work) {
        Optional<CatalogueRefusal> refusal = owner.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            tx.execute("select pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
            tx.execute("set local lock_timeout = '5s'");
            Optional<CatalogueRefusal> why = work.apply(tx);
            if (why.isEmpty()) {
                CatalogueStore.raise(tx);
            }
            return why;
        });
        copy.set(null);
        return refusal;
    }

    private static Optional<ResourceType> type(Snapshot now, String code) {
        return Optional.ofNullable(now.types.get(code)).or(() -> Optional.ofNullable(now.linkKinds.get(code))
                .map(kind -> new ResourceType(kind.code(), kind.name(), "link", kind.code(), true)));
    }

    static String snake(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private Snapshot snapshot() {
        Copy now = copy.get();
        if (now != null && System.nanoTime() - now.checkedAt < FRESH_NANOS) {
            return now.snapshot;
        }
        if (now != null && CatalogueStore.revision(dsl) == now.snapshot.revision) {
            copy.set(new Copy(now.snapshot, System.nanoTime()));
            return now.snapshot;
        }
        Snapshot loaded = CatalogueStore.load(dsl);
        copy.set(new Copy(loaded, System.nanoTime()));
        return loaded;
    }
}
