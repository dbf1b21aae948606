package org.hutong.catalogue;

/** What became of a steward's wish to change a definition. */
public sealed interface Amended permits Amended.Done, CatalogueRefusal {

    /**
     * It is as wished.
     *
     * @param version the one in force now; the same as before where nothing differed
     */
    record Done(int version) implements Amended {
    }
}
