package org.hutong.file;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How the camera was held, from the EXIF of a JPEG (tag 0x0112, TIFF 6.0 and CIPA DC-008): values 1 to 8. */
record Orientation(int value) {
    static final Orientation UPRIGHT = new Orientation(1);
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int TAG = 0x0112;

    /** Upright when the picture does not say, or says it wrongly. */
    static Orientation of(byte[] jpeg) {
        try {
            ByteBuffer in = ByteBuffer.wrap(jpeg);
            in.position(2);
            while (in.remaining() > 4 && (in.get() & 0xFF) == 0xFF) {
                int marker = in.get() & 0xFF;
                int length = in.getShort() & 0xFFFF;
                if (marker == START_OF_SCAN) {
                    break;
                }
                int next = in.position() + length - 2;
                if (marker == APP1 && length > 16 && in.getInt(in.position()) == 0x45786966) {
                    return exif(in.slice(in.position() + 6, length - 8));
                }
                in.position(next);
            }
        } catch (RuntimeException damaged) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    private static Orientation exif(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int value = tiff.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Whether the upright picture is as wide as this one is high. */
    boolean swaps() {
        return value >= 5;
    }

    /** Takes a picture of this size as stored to one that stands upright with its corner at the origin. */
    AffineTransform upright(double width, double height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
