package org.hutong.resource;

import java.util.Map;

import org.hutong.catalogue.DataElement;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;

/** One subject as it was read: the wanted columns, the provenance of all its current values, its wrapped key. */
final class SubjectRow {
    final String table;
    final SubjectId id;
    private byte[] dek;
    private boolean newKey;
    final Provenance provenance;
    /** Region columns of a person as numbers, absent when null: {@code resides_in}, {@code registered_in}, {@code works_in}. */
    final Map<String, Long> regions;
    private final Map<DataElement, Object> columns;
    private FieldCipher.SubjectKey key;

    SubjectRow(String table, SubjectId id, byte[] dek, Provenance provenance, Map<String, Long> regions, Map<DataElement, Object> columns) {
        this.table = table;
        this.id = id;
        this.dek = dek;
        this.provenance = provenance;
        this.regions = regions;
        this.columns = columns;
    }

    /** The current value, or null. */
    Value value(DataElement element, FieldCipher cipher) {
        Object column = columns.get(element);
        if (column == null) {
            return null;
        }
        if (element.encrypted()) {
            return ColumnCodec.fromPlain(element.kind(), key(cipher).decrypt(element.code().code(), (byte[]) column));
        }
        return ColumnCodec.fromColumn(element.kind(), column);
    }

    /** The opened key. Links, households and the like get theirs with the first encrypted value; a person without one was erased. */
    FieldCipher.SubjectKey key(FieldCipher cipher) {
        if (key == null) {
            if (dek == null && !table.equals("person")) {
                dek = cipher.newKey(id);
                newKey = true;
            }
            key = cipher.open(id, dek);
        }
        return key;
    }

    /** The wrapped key to be stored with the next change, or null when it is stored already. */
    byte[] newKey() {
        return newKey ? dek : null;
    }
}
