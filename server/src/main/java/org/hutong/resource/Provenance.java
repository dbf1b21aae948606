package org.hutong.resource;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Where each current value of one subject comes from, in one compact column, so that a prefilled form is one row read: the acts of
 * stating (22 bytes each) and, per element, the number of its act and two flags (4 bytes). An act that no element refers to any
 * more is dropped; the assertion stays in the history.
 *
 * <p>Layout, big-endian: version byte 1; number of acts (u8); per act UUID (16), source (u8), means (u8), stated at in epoch seconds
 * (u32); per element until the end: number (u16), act (u8), flags (u8).
 */
public final class Provenance {
    private static final byte VERSION = 1;
    private static final int CONTESTED = 1;
    private static final int DERIVED = 2;
    private static final int MAX_ACTS = 255;
    private static final int ACT_BYTES = 22;
    private static final int ORIGIN_BYTES = 4;

    /** One act of stating. */
    public record Act(UUID id, SourceKind source, Means means, Instant statedAt) {
    }

    /** The origin of one current value. */
    public record Origin(Act act, boolean contested, boolean derived) {
        Origin contest(boolean on) {
            return new Origin(act, on, derived);
        }
    }

    private final Map<Integer, Origin> origins;

    private Provenance(Map<Integer, Origin> origins) {
        this.origins = origins;
    }

    public static Provenance empty() {
        return new Provenance(new TreeMap<>());
    }

    /** @throws IllegalStateException when the bytes are not a provenance column (a bug or damage, never a user's doing) */
    public static Provenance decode(byte[] bytes) {
        if (bytes == null || bytes.length == 0) {
            return empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.get() != VERSION) {
            throw new IllegalStateException("unknown version of provenance: " + bytes[0]);
        }
        int count = in.get() & 0xFF;
        List<Act> acts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            UUID id = new UUID(in.getLong(), in.getLong());
            SourceKind source = SourceKind.of(in.get());
            Means means = Means.of(in.get());
            acts.add(new Act(id, source, means, Instant.ofEpochSecond(in.getInt() & 0xFFFFFFFFL)));
        }
        Map<Integer, Origin> origins = new TreeMap<>();
        while (in.hasRemaining()) {
            int element = in.getShort() & 0xFFFF;
            Act act = acts.get(in.get() & 0xFF);
            int flags = in.get();
            origins.put(element, new Origin(act, (flags & CONTESTED) != 0, (flags & DERIVED) != 0));
        }
        return new Provenance(origins);
    }

    /** Takes the origins of {@link #scan} one by one. */
    interface Visitor {
        void origin(int element, long statedAt, boolean contested, boolean derived);
    }

    /** Reads the column without making an object per value, for counting over many subjects. {@code statedAt} is in epoch seconds. */
    static void scan(byte[] bytes, Visitor visitor) {
        if (bytes == null || bytes.length == 0) {
            return;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.get() != VERSION) {
            throw new IllegalStateException("unknown version of provenance: " + bytes[0]);
        }
        int acts = in.get() & 0xFF;
        int origins = 2 + acts * ACT_BYTES;
        for (int at = origins; at < bytes.length; at += ORIGIN_BYTES) {
            int act = in.get(at + 2) & 0xFF;
            int flags = in.get(at + 3);
            long statedAt = in.getInt(2 + act * ACT_BYTES + ACT_BYTES - Integer.BYTES) & 0xFFFFFFFFL;
            visitor.origin(in.getShort(at) & 0xFFFF, statedAt, (flags & CONTESTED) != 0, (flags & DERIVED) != 0);
        }
    }

    public byte[] encode() {
        Map<UUID, Integer> position = new HashMap<>();
        List<Act> acts = new ArrayList<>();
        for (Origin origin : origins.values()) {
            if (position.putIfAbsent(origin.act.id, acts.size()) == null) {
                acts.add(origin.act);
            }
        }
        if (acts.size() > MAX_ACTS) {
            throw new IllegalStateException("more than " + MAX_ACTS + " acts behind the current values of one subject");
        }
        ByteBuffer out = ByteBuffer.allocate(2 + acts.size() * 22 + origins.size() * 4);
        out.put(VERSION).put((byte) acts.size());
        for (Act act : acts) {
            out.putLong(act.id.getMostSignificantBits()).putLong(act.id.getLeastSignificantBits());
            out.put((byte) act.source.number()).put((byte) act.means.number());
            out.putInt((int) act.statedAt.getEpochSecond());
        }
        origins.forEach((element, origin) -> out.putShort(element.shortValue())
                .put(position.get(origin.act.id).byteValue())
                .put((byte) ((origin.contested ? CONTESTED : 0) | (origin.derived ? DERIVED : 0))));
        return out.array();
    }

    /** The origin of an element's current value, or null when the element has none. */
    public Origin of(int element) {
        return origins.get(element);
    }

    public void put(int element, Origin origin) {
        origins.put(element, origin);
    }

    public void remove(int element) {
        origins.remove(element);
    }

    public Map<Integer, Origin> all() {
        return Map.copyOf(origins);
    }
}
