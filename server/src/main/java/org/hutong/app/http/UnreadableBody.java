package org.hutong.app.http;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hutong.problem.Problem;
import org.hutong.problem.Problems;
import org.hutong.problem.Refused;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says where a request's JSON is at fault. Nothing of the content is repeated: it may be personal and answers may be logged. */
final class UnreadableBody {
    private UnreadableBody() {
    }

    static Refused explain(Throwable unreadable, DataSize limit, Locale locale) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case BodyTooLarge ignored -> {
                    return Problem.BODY_TOO_LARGE.refused().about(limit.toKilobytes());
                }
                case UnrecognizedPropertyException unknown -> {
                    return invalid().at(path(unknown), "unknown-property", unknown.getPropertyName());
                }
                case InvalidNullException missing -> {
                    return invalid().at(path(missing), "required");
                }
                case InvalidFormatException format when format.getTargetType() != null && format.getTargetType().isEnum() -> {
                    return invalid().at(path(format), "not-in-list", Arrays.stream(format.getTargetType().getEnumConstants())
                            .map(Object::toString).collect(Collectors.joining(", ")));
                }
                case MismatchedInputException mismatch when mismatch.getOriginalMessage().startsWith("Missing required creator property") -> {
                    return invalid().at(path(mismatch), "required");
                }
                case MismatchedInputException mismatch when mismatch.getOriginalMessage().startsWith("No content") -> {
                    return malformed(null, locale);
                }
                case MismatchedInputException mismatch -> {
                    return invalid().at(path(mismatch), "wrong-type", kind(mismatch.getTargetType(), locale));
                }
                case ValueInstantiationException refusedByType -> {
                    return invalid().at(path(refusedByType), "pattern");
                }
                case StreamReadException syntax -> {
                    return malformed(syntax.getLocation(), locale);
                }
                case JacksonException other when other.getCause() == null -> {
                    return malformed(other.getLocation(), locale);
                }
                default -> {
                    // look at what caused it
                }
            }
        }
        return malformed(null, locale);
    }

    /** The name of a kind of JSON value, for people. */
    static String kind(Class<?> type, Locale locale) {
        String kind;
        if (type == null) {
            kind = "other";
        } else if (type == boolean.class || type == Boolean.class) {
            kind = "boolean";
        } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            kind = "number";
        } else if (Temporal.class.isAssignableFrom(type)) {
            kind = "date";
        } else if (type == UUID.class) {
            kind = "uuid";
        } else if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            kind = "array";
        } else if (type == String.class) {
            kind = "text";
        } else if (type.isRecord() || Map.class.isAssignableFrom(type)) {
            kind = "object";
        } else {
            kind = "other";
        }
        return Problems.words("kind." + kind, locale);
    }

    private static Refused invalid() {
        return Problem.INVALID_REQUEST.refused().about(1);
    }

    private static Refused malformed(TokenStreamLocation place, Locale locale) {
        return Problem.MALFORMED_REQUEST.refused().about(place == null || place.getLineNr() < 1
                ? Problems.words("place.unknown", locale)
                : Problems.words("place", locale, place.getLineNr(), place.getColumnNr()));
    }

    private static String path(JacksonException at) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : at.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
