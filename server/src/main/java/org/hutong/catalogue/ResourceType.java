package org.hutong.catalogue;

import org.hutong.kernel.Localised;

/**
 * 资源类型: what data can be about.
 *
 * @param table    table in schema {@code resource}
 * @param linkKind the link by which a person reaches a subject of this type on forms; null for persons and for links themselves
 */
public record ResourceType(String code, Localised name, String table, String linkKind, boolean builtIn) {
}
