package org.hutong.manifest;

import java.util.List;

/**
 * What a kind of component (audience, form, notice, board ...) must be able to do. A new kind is a new bean of this type in a module
 * of its own; nothing else changes.
 */
public interface ComponentKind {

    /** The {@code kind} in the manifest. */
    String code();

    /**
     * Says what is wrong with a component. The shape has been checked against the schema before, and components it refers to exist
     * or not: that is for this check to say.
     */
    void check(Component component, Manifest manifest, Findings findings);

    /** What the component asks of each person; empty for kinds that ask nothing. */
    default List<Asked> asks(Component component) {
        return List.of();
    }

    /** Called in the transaction that publishes, after everything was checked. What happens outside the database follows after commit. */
    default void published(PublishedManifest published, Component component) {
    }

    /** Called in the transaction that closes the application. */
    default void closed(PublishedManifest published, Component component) {
    }
}
