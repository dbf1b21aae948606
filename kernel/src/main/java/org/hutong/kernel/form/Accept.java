package org.hutong.kernel.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a question of kind file takes. */
public enum Accept {
    /** A picture from camera or gallery. */
    PHOTO,
    /** A signature, drawn or typed, as a picture. */
    SIGNATURE,
    /** A PDF or a picture of a paper. */
    DOCUMENT;

    /** As manifests write it. */
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By the name that manifests use. */
    public static Optional<Accept> find(String json) {
        return Arrays.stream(values()).filter(accept -> accept.json().equals(json)).findFirst();
    }
}
