package org.hutong.problem;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a caller reads, in the shape of RFC 9457.
 *
 * @param type   address of the page that explains the problem
 * @param number for the telephone
 * @param errors places of the request that are at fault, empty when the problem is not about a place
 */
public record ProblemBody(String type, String title, int status, String detail, String code, int number, List<Fault> errors,
        @JsonAnyGetter Map<String, Object> extra) {

    /** One fault. {@code path} is a question's id or a path into the body such as {@code pages[0].id}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fault(String path, String code, String message, @Nullable Object value) {
    }
}
