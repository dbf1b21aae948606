package org.hutong.manifest;

import java.util.List;

/**
 * An application that names a definition of the catalogue.
 *
 * @param inForce kinds of the components that name it in the version in force; empty when none does
 * @param inDraft the same of the draft, where the reader may see it
 */
public record CatalogueUse(Application application, List<String> inForce, List<String> inDraft) {

    /**
     * All that a reader may know of.
     *
     * @param elsewhere how many more run where the reader sees none of them
     */
    public record All(List<CatalogueUse> seen, int elsewhere) {
    }
}
