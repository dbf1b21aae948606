package org.hutong.kernel;

/**
 * An element of the resident or of a subject reached from the resident over one link, as forms and sheets name it:
 * {@code person.mobile} (own), {@code guardian/person.mobile} (of the guardian), {@code household.size} (of the household lived
 * in), {@code member.relationToHead} (of the link itself).
 *
 * @param link    the link kind before the slash, or the empty string for none
 * @param element the element after it
 */
public record ElementPath(String link, ElementCode element) implements Comparable<ElementPath> {

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
        return link.isEmpty() ? element.code() : link + "/" + element.code();
    }
}
