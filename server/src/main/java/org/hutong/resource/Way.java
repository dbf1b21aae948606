package org.hutong.resource;

import java.util.Optional;

import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.LinkKind;
import org.hutong.catalogue.ResourceType;
import org.hutong.kernel.ElementPath;

/**
 * How the subject behind an element path is reached from a person, for many persons in one statement; {@link Reach} says the same for
 * one person.
 *
 * @param table     where the subject stands; {@code link} for the link itself
 * @param first     kind of the link that starts at the person; null for the person
 * @param second    kind of the link at whose other end the subject is, or null when the first link ends there
 * @param household kind of membership that the first link has to be of, or empty for the first there is
 * @param backwards whether the second link is walked from its end to its start
 */
record Way(String table, String first, String second, boolean backwards, String household) {

    boolean isSelf() {
        return first == null;
    }

    /** Empty when the catalogue knows no way. */
    static Optional<Way> to(Catalogue catalogue, ElementPath path) {
        String type = path.element().resourceType();
        if (path.link().isEmpty()) {
            return type.equals("person") ? Optional.of(new Way("person", null, null, false, ""))
                    : catalogue.resourceType(type).flatMap(one -> own(one, path.household()));
        }
        Optional<LinkKind> link = catalogue.linkKind(path.link());
        Optional<ResourceType> wanted = catalogue.resourceType(type);
        if (link.isEmpty() || wanted.isEmpty()) {
            return Optional.empty();
        }
        LinkKind kind = link.get();
        String table = wanted.get().table();
        boolean forward = kind.to().equals(type);
        if (forward && kind.from().equals("person")) {
            return Optional.of(new Way(table, kind.code(), null, false, path.household()));
        }
        return catalogue.resourceType(forward ? kind.from() : kind.to()).map(ResourceType::linkKind)
                .map(middle -> new Way(table, middle, kind.code(), !forward, path.household()));
    }

    private static Optional<Way> own(ResourceType type, String household) {
        return Optional.ofNullable(type.linkKind()).map(kind -> new Way(type.table(), kind, null, false, household));
    }
}
