package org.hutong.manifest;

/** A manifest that ships with the product and has no region yet. */
public record Template(String id, Manifest manifest) {
}
