package org.hutong.resource;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one act said, in the one compact column of its row: a history of ten million people is mostly this. In memory it is an object by
 * number of element, with ciphertexts as binary nodes; for a retraction an object with the numbers in {@code retracted}.
 *
 * <p>Layout, big-endian. Version byte 1, then per element: kind in the upper two bits and number of the element in the lower fourteen (u16),
 * length (u8, or 255 and i32), and so many bytes: kind 0 a ciphertext as it is, 1 a text in UTF-8, 2 other JSON in UTF-8. Version byte 2,
 * for a retraction: the numbers (u16 each).
 */
public final class StatedValues {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RETRACTED = "retracted";
    private static final byte VALUES = 1;
    private static final byte RETRACTION = 2;
    private static final int CIPHERTEXT = 0;
    private static final int TEXT = 1;
    private static final int OTHER = 2;
    private static final int KIND_BITS = 14;
    private static final int LONG = 255;

    private StatedValues() {
    }

    /** @throws IllegalArgumentException when a name is no number of an element (a bug) */
    static byte[] encode(JsonNode said) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (said.has(RETRACTED)) {
            out.write(RETRACTION);
            said.get(RETRACTED).forEach(number -> unsigned16(out, number.asInt()));
            return out.toByteArray();
        }
        out.write(VALUES);
        for (Map.Entry<String, JsonNode> entry : said.properties()) {
            JsonNode value = entry.getValue();
            int number = Integer.parseInt(entry.getKey());
            if (number < 0 || number >= 1 << KIND_BITS) {
                throw new IllegalArgumentException("no number of an element: " + number);
            }
            int kind = value.isBinary() ? CIPHERTEXT : value.isString() ? TEXT : OTHER;
            byte[] bytes = switch (kind) {
                case CIPHERTEXT -> value.binaryValue();
                case TEXT -> value.stringValue().getBytes(StandardCharsets.UTF_8);
                default -> value.toString().getBytes(StandardCharsets.UTF_8);
            };
            unsigned16(out, kind << KIND_BITS | number);
            if (bytes.length < LONG) {
                out.write(bytes.length);
            } else {
                out.write(LONG);
                out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            }
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    private static void unsigned16(ByteArrayOutputStream out, int number) {
        out.write(number >> 8);
        out.write(number);
    }

    /** @throws IllegalStateException when the bytes are not such a column (a bug or damage, never a user's doing) */
    public static ObjectNode decode(byte[] column) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        ByteBuffer in = ByteBuffer.wrap(column);
        byte version = in.get();
        if (version == RETRACTION) {
            ArrayNode numbers = said.putArray(RETRACTED);
            while (in.hasRemaining()) {
                numbers.add(in.getShort() & 0xFFFF);
            }
            return said;
        }
        if (version != VALUES) {
            throw new IllegalStateException("unknown version of stated values: " + version);
        }
        while (in.hasRemaining()) {
            int head = in.getShort() & 0xFFFF;
            int length = in.get() & 0xFF;
            byte[] bytes = new byte[length == LONG ? in.getInt() : length];
            in.get(bytes);
            String number = Integer.toString(head & (1 << KIND_BITS) - 1);
            switch (head >> KIND_BITS) {
                case CIPHERTEXT -> said.put(number, bytes);
                case TEXT -> said.put(number, new String(bytes, StandardCharsets.UTF_8));
                default -> said.set(number, JSON.readTree(bytes));
            }
        }
        return said;
    }
}
