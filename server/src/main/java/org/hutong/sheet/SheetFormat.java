package org.hutong.sheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file a table is handed out as. */
public enum SheetFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8");

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The ending of the file's name, without the dot; also its name in an address. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SheetFormat> find(String extension) {
        return Arrays.stream(values()).filter(format -> format.extension().equals(extension)).findFirst();
    }
}
