package org.hutong.kernel;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kind of value a data element or a question takes. Identity numbers, phones and addresses of mail are texts with checks. */
public enum ValueKind {
    TEXT("text"),
    INTEGER("integer"),
    DECIMAL("decimal"),
    DATE("date"),
    PARTIAL_DATE("partialDate"),
    DATE_TIME("dateTime"),
    YES_NO("yesNo"),
    CODE("code"),
    CODES("codes"),
    REGION("region"),
    SUBJECT("subject"),
    PLACE("place"),
    FILE("file"),
    TABLE("table"),
    ID_NUMBER("idNumber"),
    USCC("uscc"),
    PHONE("phone"),
    EMAIL("email");

    private static final Map<String, ValueKind> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ValueKind::json, Function.identity()));

    private final String json;

    ValueKind(String json) {
        this.json = json;
    }

    /** The name in manifests and in the API. */
    public String json() {
        return json;
    }

    /** Carried by {@link Value.Text}, with or without checks of its own. */
    public boolean isText() {
        return this == TEXT || isCheckedText();
    }

    /** Text that has one normal form and a check: ID number, USCC, phone, e-mail. */
    public boolean isCheckedText() {
        return this == ID_NUMBER || this == USCC || this == PHONE || this == EMAIL;
    }

    public static Optional<ValueKind> find(String json) {
        return Optional.ofNullable(BY_NAME.get(json));
    }

    /** @throws IllegalArgumentException when there is no such kind */
    public static ValueKind of(String json) {
        return find(json).orElseThrow(() -> new IllegalArgumentException("not a kind of value: " + json));
    }
}
