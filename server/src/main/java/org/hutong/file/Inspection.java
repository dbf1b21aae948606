package org.hutong.file;

import java.util.Locale;
import java.util.Set;

import org.hutong.file.AttachmentRefusal.Unfit;
import org.hutong.kernel.form.Accept;
import org.jspecify.annotations.Nullable;

/** Looks at what a file is by its first bytes, refuses what is not wanted, and has the rest made anew. */
final class Inspection {
    private final Pictures pictures;
    private final Documents documents;

    Inspection(FileSettings settings) {
        this.pictures = new Pictures(settings);
        this.documents = new Documents(settings.mostPages());
    }

    /** What a look ends with. */
    sealed interface Looked permits Pictures.Picture, Unfit {
    }

    /** The formats that can be told apart; only the first three are taken. */
    enum Format {
        JPEG("jpg", "jpeg", "jpe", "jfif"),
        PNG("png"),
        PDF("pdf"),
        HEIC("heic", "heif"),
        OTHER;

        private final Set<String> endings;

        Format(String... endings) {
            this.endings = Set.of(endings);
        }

        static Format of(byte[] bytes) {
            if (starts(bytes, 0, 0xFF, 0xD8, 0xFF)) {
                return JPEG;
            }
            if (starts(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
                return PNG;
            }
            if (starts(bytes, 0, '%', 'P', 'D', 'F', '-')) {
                return PDF;
            }
            boolean boxes = starts(bytes, 4, 'f', 't', 'y', 'p');
            return boxes && (starts(bytes, 8, 'h', 'e') || starts(bytes, 8, 'm', 'i', 'f', '1') || starts(bytes, 8, 'm', 's', 'f', '1')) ? HEIC : OTHER;
        }

        private static boolean starts(byte[] bytes, int offset, int... with) {
            if (bytes.length < offset + with.length) {
                return false;
            }
            for (int i = 0; i < with.length; i++) {
                if ((bytes[offset + i] & 0xFF) != with[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The picture itself, for whoever reads something in it. */
    Looked look(byte[] bytes) {
        Format format = Format.of(bytes);
        return switch (format) {
            case JPEG, PNG -> pictures.look(bytes, format);
            case HEIC -> Unfit.of("file-heic");
            default -> Unfit.of(bytes.length == 0 ? "file-empty" : "file-no-picture");
        };
    }

    Inspected inspect(Upload upload) {
        if (upload.bytes().length == 0) {
            return Unfit.of("file-empty");
        }
        Format format = Format.of(upload.bytes());
        if (format == Format.HEIC) {
            return Unfit.of("file-heic");
        }
        boolean wanted = format == Format.JPEG || format == Format.PNG || format == Format.PDF && upload.accept() == Accept.DOCUMENT;
        if (!wanted) {
            return Unfit.of(upload.accept() == Accept.DOCUMENT ? "file-no-document" : "file-no-picture");
        }
        String ending = ending(upload.fileName());
        if (!ending.isEmpty() && !format.endings.contains(ending)) {
            return Unfit.of("file-renamed", ending, format.name());
        }
        return format == Format.PDF ? documents.clean(upload.bytes()) : pictures.clean(upload.bytes(), format, upload.accept());
    }

    /** Of {@code photo.JPG} it is {@code jpg}; a name without a dot has none. */
    private static String ending(@Nullable String fileName) {
        int dot = fileName == null ? -1 : fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
