package org.hutong.form.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import javax.imageio.ImageIO;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/** QR codes, a quarter of which may be lost. */
public final class QrCode {
    /** The quiet border that ISO/IEC 18004 asks for, in modules. */
    private static final int BORDER = 4;

    private QrCode() {
    }

    /** Without a border, one dot a module. */
    static BitMatrix drawn(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1,
                    Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, 0));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A PNG with its border. @param least its side in pixels at least; modules stay whole pixels */
    public static byte[] png(String text, int least) {
        BitMatrix code = drawn(text);
        int modules = code.getWidth() + 2 * BORDER;
        int scale = Math.ceilDiv(least, modules);
        BufferedImage image = new BufferedImage(modules * scale, modules * scale, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int column = x / scale - BORDER;
                int row = y / scale - BORDER;
                boolean dark = column >= 0 && row >= 0 && column < code.getWidth() && row < code.getHeight() && code.get(column, row);
                image.setRGB(x, y, dark ? 0x000000 : 0xFFFFFF);
            }
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
