package org.hutong.form.paper;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;

/**
 * The code on a sheet: 128 random bits behind a mark, so that it says nothing about anybody and cannot be guessed. Letters and digits only,
 * which makes a small QR code with large modules.
 */
public final class PaperCode {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LETTERS = 26;
    private static final String MARK = "HUTONG:";
    private static final Map<DecodeHintType, Object> HARDER = Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));
    /** A photo is tried at these sizes: blur and noise vanish in a smaller one, small codes in a larger. */
    private static final double[] SCALES = {1, 0.5, 0.75, 1.5};

    private PaperCode() {
    }

    /** A new one. */
    public static String next() {
        StringBuilder code = new StringBuilder(MARK);
        for (int i = 0; i < LETTERS; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** Finds the code in a photo of a sheet, however it is turned; other QR codes in the picture are passed over. */
    public static Optional<String> in(BufferedImage photo) {
        for (double scale : SCALES) {
            LuminanceSource light = light(scaled(photo, scale));
            for (BinaryBitmap bits : List.of(new BinaryBitmap(new HybridBinarizer(light)), new BinaryBitmap(new GlobalHistogramBinarizer(light)))) {
                Optional<String> found = in(bits);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> in(BinaryBitmap bits) {
        try {
            for (Result result : new QRCodeMultiReader().decodeMultiple(bits, HARDER)) {
                if (isOne(result.getText())) {
                    return Optional.of(result.getText());
                }
            }
            return Optional.empty();
        } catch (NotFoundException | RuntimeException none) {
            // Random pixels can look like a code and then lead the decoder anywhere.
            return Optional.empty();
        }
    }

    private static boolean isOne(String text) {
        return text.length() == MARK.length() + LETTERS && text.startsWith(MARK)
                && text.chars().skip(MARK.length()).allMatch(letter -> ALPHABET.indexOf(letter) >= 0);
    }

    private static BufferedImage scaled(BufferedImage photo, double scale) {
        if (scale == 1) {
            return photo;
        }
        BufferedImage to = new BufferedImage((int) (photo.getWidth() * scale), (int) (photo.getHeight() * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = to.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(photo, 0, 0, to.getWidth(), to.getHeight(), null);
        pen.dispose();
        return to;
    }

    private static LuminanceSource light(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }
}
