package org.hutong.kernel;

import java.util.Set;

/**
 * An element of the resident or of a subject reached from the resident over one link, as forms and sheets name it:
 * {@code person.mobile} (own), {@code guardian/person.mobile} (of the guardian), {@code household.size} (of the household lived
 * in), {@code member.relationToHead} (of the link itself).
 *
 * @param link      the link kind before the slash, or the empty string for none
 * @param element   the element after it
 * @param household which household of the person is meant, by kind of membership; empty for the one lived in, or else another there is
 */
public record ElementPath(String link, ElementCode element, String household) implements Comparable<ElementPath> {
    private static final Set<String> OF_HOUSEHOLD = Set.of("household", "member", "head");

    public ElementPath(String link, ElementCode element) {
        this(link, element, "");
    }

    /** The same of the household of a kind, where the path leads to or over a household; elsewhere the path itself. */
    public ElementPath inHousehold(String kind) {
        return OF_HOUSEHOLD.contains(link) || OF_HOUSEHOLD.contains(element.resourceType()) ? new ElementPath(link, element, kind) : this;
    }

    /** As forms name it, which say the kind of household apart. */
    public String plain() {
        return link.isEmpty() ? element.code() : link + "/" + element.code();
    }

    /** @throws IllegalArgumentException when the text is neither {@code type.name} nor {@code link/type.name} */
    public static ElementPath of(String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return new ElementPath("", ElementCode.of(path));
        }
        String link = path.substring(0, slash);
        if (!link.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("not a link kind: " + link);
        }
        return new ElementPath(link, ElementCode.of(path.substring(slash + 1)));
    }

    @Override
    public int compareTo(ElementPath other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return household.isEmpty() ? plain() : plain() + "@" + household;
    }
}
