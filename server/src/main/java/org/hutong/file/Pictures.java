package org.hutong.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.hutong.file.AttachmentRefusal.Unfit;
import org.hutong.file.Inspected.Clean;
import org.hutong.file.Inspection.Format;
import org.hutong.kernel.form.Accept;

/**
 * Makes pictures anew: only the pixels survive, turned upright and scaled down, so that position, device and whatever else was hidden in
 * or behind a picture is gone. The size is read from the header and refused before a pixel is decoded.
 */
final class Pictures {
    private static final int LEAST_SIDE = 16;
    private static final float QUALITY = 0.85f;
    private final FileSettings settings;

    Pictures(FileSettings settings) {
        this.settings = settings;
    }

    /** Pixels and nothing else. */
    record Picture(BufferedImage pixels) implements Inspection.Looked {
    }

    Inspected clean(byte[] bytes, Format format, Accept accept) {
        return switch (look(bytes, format)) {
            case Unfit unfit -> unfit;
            case Picture(BufferedImage pixels) when accept == Accept.SIGNATURE && blank(pixels) -> Unfit.of("file-signature-blank");
            case Picture(BufferedImage pixels) -> new Clean(accept == Accept.SIGNATURE ? "image/png" : "image/jpeg",
                    accept == Accept.SIGNATURE ? png(pixels) : jpeg(pixels), pixels.getWidth(), pixels.getHeight());
        };
    }

    Inspection.Looked look(byte[] bytes, Format format) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format == Format.JPEG ? "jpeg" : "png").next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > settings.mostPixels()) {
                return Unfit.of("file-pixels", settings.mostPixels() / 1_000_000);
            }
            if (Math.min(width, height) < LEAST_SIDE) {
                return Unfit.of("file-tiny");
            }
            BufferedImage decoded = reader.read(0, reduced(reader, Math.max(width, height)));
            return new Picture(upright(decoded, format == Format.JPEG ? Orientation.of(bytes) : Orientation.UPRIGHT));
        } catch (IOException | RuntimeException broken) {
            // Readers answer damaged files with almost any exception; none of them says more to people than that it is damaged.
            return Unfit.of("file-broken");
        } finally {
            reader.dispose();
        }
    }

    /** Leaves out pixels while decoding, down to between one and two times the size wanted. */
    private ImageReadParam reduced(ImageReader reader, long longest) {
        ImageReadParam param = reader.getDefaultReadParam();
        int step = (int) Math.max(1, longest / (2L * settings.longestSide()));
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }

    /** On white, turned as the camera was held, no side longer than wanted. */
    private BufferedImage upright(BufferedImage from, Orientation turned) {
        double scale = Math.min(1.0, settings.longestSide() / (double) Math.max(from.getWidth(), from.getHeight()));
        int width = Math.max(1, (int) Math.round(from.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(from.getHeight() * scale));
        BufferedImage to = new BufferedImage(turned.swaps() ? height : width, turned.swaps() ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = to.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, to.getWidth(), to.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform way = turned.upright(width, height);
        way.scale(width / (double) from.getWidth(), height / (double) from.getHeight());
        pen.drawImage(from, way, null);
        pen.dispose();
        return to;
    }

    private static boolean blank(BufferedImage image) {
        int first = image.getRGB(0, 0);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) != first) {
                    return false;
                }
            }
        }
        return true;
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", stream);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
