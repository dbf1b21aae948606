package org.hutong.resource;

/** How a known value stands. A value that is not known has no standing: it is absent. */
public enum Standing {
    /** Held and valid: shown, never asked. */
    HELD,
    /** Held, but past its validity period: asked to be confirmed. */
    HELD_OLD,
    /** A statement of lower rank contradicts it and is being decided: not asked meanwhile. */
    CONTESTED,
    /** Follows from another value. */
    DERIVED
}
