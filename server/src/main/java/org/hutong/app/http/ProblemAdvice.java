package org.hutong.app.http;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.hutong.kernel.Uuid7;
import org.hutong.problem.Problem;
import org.hutong.problem.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.ObjectError;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns everything that stops a request into a problem of the catalogue, in the reader's language. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Map<String, Problem> MISSING_HEADER =
            Map.of("If-Match", Problem.REVISION_REQUIRED, "Idempotency-Key", Problem.KEY_REQUIRED);
    private final ProblemWriter writer;
    private final HttpSettings settings;

    ProblemAdvice(ProblemWriter writer, HttpSettings settings) {
        this.writer = writer;
        this.settings = settings;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(Refused refused, HttpServletRequest request) {
        return writer.answer(refused, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return writer.answer(UnreadableBody.explain(unreadable, settings.maxBody(), Language.of(request)), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(MethodArgumentNotValidException invalid, HttpServletRequest request) {
        Refused refused = Problem.INVALID_REQUEST.refused().about(invalid.getErrorCount());
        for (ObjectError error : invalid.getAllErrors()) {
            String path = error instanceof FieldError field ? field.getField() : "";
            addFault(refused, path, error.unwrap(ConstraintViolation.class));
        }
        return writer.answer(refused, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(HandlerMethodValidationException invalid, HttpServletRequest request) {
        Refused refused = Problem.INVALID_REQUEST.refused().about(invalid.getAllErrors().size());
        invalid.getParameterValidationResults().forEach(result -> {
            for (MessageSourceResolvable error : result.getResolvableErrors()) {
                addFault(refused, String.valueOf(result.getMethodParameter().getParameterName()),
                        result.unwrap(error, ConstraintViolation.class));
            }
        });
        return writer.answer(refused, request);
    }

    private static void addFault(Refused refused, String path, ConstraintViolation<?> violation) {
        Annotation rule = violation.getConstraintDescriptor().getAnnotation();
        Object value = violation.getInvalidValue();
        switch (rule) {
            case NotNull ignored -> refused.at(path, "required");
            case NotBlank ignored -> refused.at(path, "required");
            case NotEmpty ignored -> refused.at(path, "required");
            case Size size when value instanceof CharSequence text && text.length() < size.min() -> refused.at(path, "too-short", size.min());
            case Size size -> refused.at(path, "too-long", size.max());
            case Min min -> refused.at(path, "too-small", min.value());
            case Max max -> refused.at(path, "too-large", max.value());
            default -> refused.at(path, "pattern");
        }
    }

    @ExceptionHandler
    ResponseEntity<Object> mismatch(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        MethodParameter parameter = mismatch.getParameter();
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return writer.answer(Problem.NOT_FOUND.refused(), request);
        }
        Locale locale = Language.of(request);
        return writer.answer(Problem.INVALID_REQUEST.refused().about(1)
                .at(mismatch.getName(), "wrong-type", UnreadableBody.kind(mismatch.getRequiredType(), locale)), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return writer.answer(Problem.INVALID_REQUEST.refused().about(1).at(missing.getParameterName(), "required"), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> missing(MissingRequestHeaderException missing, HttpServletRequest request) {
        Problem problem = MISSING_HEADER.get(missing.getHeaderName());
        return writer.answer(problem != null ? problem.refused()
                : Problem.INVALID_REQUEST.refused().about(1).at(missing.getHeaderName(), "required"), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> method(HttpRequestMethodNotSupportedException unsupported, HttpServletRequest request) {
        ResponseEntity<Object> answer = writer.answer(Problem.METHOD_NOT_ALLOWED.refused().about(unsupported.getMethod()), request);
        Set<?> offered = unsupported.getSupportedHttpMethods();
        HttpHeaders headers = new HttpHeaders(answer.getHeaders());
        headers.set(HttpHeaders.ALLOW, offered == null ? "" : String.join(", ", offered.stream().map(Object::toString).sorted().toList()));
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    @ExceptionHandler
    ResponseEntity<Object> mediaType(HttpMediaTypeNotSupportedException unsupported, HttpServletRequest request) {
        List<String> accepted = unsupported.getSupportedMediaTypes().stream().filter(type -> !type.getSubtype().startsWith("*+"))
                .map(MediaType::toString).distinct().toList();
        return writer.answer(Problem.UNSUPPORTED_MEDIA_TYPE.refused()
                .about(accepted.contains("application/json") || accepted.isEmpty() ? "application/json" : String.join(", ", accepted)), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> parts(MultipartException unreadable, HttpServletRequest request) {
        boolean tooLarge = unreadable instanceof MaxUploadSizeExceededException || NestedExceptionUtils.getMostSpecificCause(unreadable) instanceof BodyTooLarge;
        return writer.answer(tooLarge ? Problem.BODY_TOO_LARGE.refused().about(settings.maxUpload().toKilobytes())
                : Problem.MALFORMED_REQUEST.refused(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> notAcceptable(HttpMediaTypeNotAcceptableException unacceptable, HttpServletRequest request) {
        return writer.answer(Problem.NOT_ACCEPTABLE.refused(), request);
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<Object> notFound(HttpServletRequest request) {
        return writer.answer(Problem.NOT_FOUND.refused(), request);
    }

    /** The caller went away in the middle of the answer: nobody is left to tell. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("the caller left");
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception unexpected, HttpServletRequest request) {
        UUID incident = Uuid7.next();
        LOG.error("incident {} at {} {}", incident, request.getMethod(), operation(request), unexpected);
        return writer.answer(Problem.UNEXPECTED.refused().about(incident).with("incident", incident), request);
    }

    /** Where it happened, without what callers put into the address. */
    private static String operation(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "(no operation)" : pattern.toString();
    }
}
