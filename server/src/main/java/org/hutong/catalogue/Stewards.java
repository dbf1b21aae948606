package org.hutong.catalogue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hutong.access.Actor;
import org.hutong.catalogue.Amendment.Difference;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;
import org.hutong.kernel.ValueKind;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What stewards change of the catalogue while the town works. Each change is a new version with a name and a reason under it; this node sees it at
 * once, the others within a second ({@link Catalogue}). Nothing is deleted: what is no longer wanted is retired.
 */
@Component
public class Stewards {
    /** What the server itself reads and writes: without these no person is found, placed or told apart. */
    private static final Set<String> NEEDED = Set.of("person.name", "person.idNumber", "person.mobile", "person.birthDate", "person.sex", "person.region",
            "person.grid", "person.street", "person.deathDate", "member.relationToHead");

    private final Catalogue catalogue;

    Stewards(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Changes what may change of an element.
     *
     * @param version the one that the steward has seen; a newer one refuses
     */
    public Amended change(Actor.Officer steward, ElementCode code, int version, ElementEdit wanted, String reason) {
        return catalogue.amend(tx -> {
            Optional<DataElement> found = Optional.ofNullable(CatalogueStore.load(tx).byCode.get(code));
            if (found.isEmpty()) {
                return new CatalogueRefusal.NotFound();
            }
            DataElement before = found.get();
            if (before.version() != version) {
                return overtaken(tx, Amendment.Kind.ELEMENT, code.code(), before.version());
            }
            boolean guarded = wanted.protection() != before.protection();
            if (guarded && (before.encrypted() || wanted.protection() == Protection.ENCRYPTED)) {
                return new CatalogueRefusal.Fixed("protection");
            }
            if (guarded && wanted.protection().compareTo(before.protection()) < 0 && !wanted.lowered()) {
                return new CatalogueRefusal.LoweredUnsaid();
            }
            if (wanted.unit() != null && before.kind() != ValueKind.INTEGER && before.kind() != ValueKind.DECIMAL) {
                return new CatalogueRefusal.Malformed("unit");
            }
            return saved(tx, steward, before, before.as(wanted), reason);
        });
    }

    /** Takes an element off every list of choices; what asks for it goes on and what is held stays readable. Twice is once. */
    public Amended retire(Actor.Officer steward, ElementCode code, int version, String reason) {
        return setRetired(steward, code, version, true, reason);
    }

    /** Offers a retired element again. */
    public Amended revive(Actor.Officer steward, ElementCode code, int version, String reason) {
        return setRetired(steward, code, version, false, reason);
    }

    private Amended setRetired(Actor.Officer steward, ElementCode code, int version, boolean retired, String reason) {
        return catalogue.amend(tx -> {
            Snapshot now = CatalogueStore.load(tx);
            DataElement before = now.byCode.get(code);
            if (before == null) {
                return new CatalogueRefusal.NotFound();
            }
            if (before.version() != version) {
                return overtaken(tx, Amendment.Kind.ELEMENT, code.code(), before.version());
            }
            if (before.retired() == retired) {
                return new Amended.Done(version);
            }
            if (retired && NEEDED.contains(code.code())) {
                return new CatalogueRefusal.Fixed("retired");
            }
            List<String> dependents = now.elements.stream().filter(one -> !one.retired() && one.derivedFrom().contains(code)).map(one -> one.code().code()).toList();
            if (retired && !dependents.isEmpty()) {
                return new CatalogueRefusal.StillNeeded(dependents);
            }
            return saved(tx, steward, before, before.retired(retired), reason);
        });
    }

    private static Amended saved(DSLContext tx, Actor.Officer steward, DataElement before, DataElement after, String reason) {
        List<Difference> differences = Differences.of(before, after);
        if (differences.isEmpty()) {
            return new Amended.Done(before.version());
        }
        CatalogueStore.update(tx, after, differences);
        CatalogueStore.amend(tx, Amendment.Kind.ELEMENT, after.code().code(), after.version(), steward, reason, differences);
        return new Amended.Done(after.version());
    }

    /** Makes a code list. */
    public Amended make(Actor.Officer steward, CodeList list, String reason) {
        return catalogue.amend(tx -> {
            if (CatalogueStore.load(tx).codeLists.containsKey(list.code())) {
                return new CatalogueRefusal.CodeTaken(list.code());
            }
            List<Difference> differences = Differences.of(new CodeList(list.code(), Localised.of("", ""), "", List.of()), list);
            CatalogueStore.keep(tx, list, differences);
            CatalogueStore.amend(tx, Amendment.Kind.CODE_LIST, list.code(), list.version(), steward, reason, differences);
            return new Amended.Done(list.version());
        });
    }

    /**
     * Changes a code list: its name and standard, the words of codes, which are offered; more codes.
     *
     * @param wanted  with every code that there is; its version does not matter
     * @param version the one that the steward has seen; a newer one refuses
     */
    public Amended change(Actor.Officer steward, CodeList wanted, int version, String reason) {
        return catalogue.amend(tx -> {
            CodeList before = CatalogueStore.load(tx).codeLists.get(wanted.code());
            if (before == null) {
                return new CatalogueRefusal.NotFound();
            }
            if (before.version() != version) {
                return overtaken(tx, Amendment.Kind.CODE_LIST, before.code(), before.version());
            }
            Set<String> named = wanted.items().stream().map(CodeList.Item::code).collect(Collectors.toSet());
            Optional<CodeList.Item> dropped = before.items().stream().filter(item -> !named.contains(item.code())).findFirst();
            if (dropped.isPresent()) {
                return new CatalogueRefusal.CodeDropped(dropped.get().code());
            }
            CodeList after = new CodeList(before.code(), wanted.name(), wanted.standard(), ordered(before, wanted), version + 1, before.builtIn());
            List<Difference> differences = Differences.of(before, after);
            if (differences.isEmpty()) {
                return new Amended.Done(version);
            }
            CatalogueStore.keep(tx, after, differences);
            CatalogueStore.amend(tx, Amendment.Kind.CODE_LIST, after.code(), after.version(), steward, reason, differences);
            return new Amended.Done(after.version());
        });
    }

    /** The codes that were there in their order, then the new ones in theirs. */
    private static List<CodeList.Item> ordered(CodeList before, CodeList wanted) {
        Set<String> known = new HashSet<>();
        List<CodeList.Item> old = before.items().stream().map(item -> {
            known.add(item.code());
            return wanted.item(item.code()).orElseThrow();
        }).toList();
        return Stream.concat(old.stream(), wanted.items().stream().filter(item -> !known.contains(item.code()))).toList();
    }

    private static CatalogueRefusal overtaken(DSLContext tx, Amendment.Kind kind, String code, int version) {
        return CatalogueStore.amendments(tx, kind, code, 1).stream().findFirst().map(last -> new CatalogueRefusal.VersionChanged(version, last.by(), last.at()))
                .orElseGet(() -> new CatalogueRefusal.VersionChanged(version, "", Instant.EPOCH));
    }
}
