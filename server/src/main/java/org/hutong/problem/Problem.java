package org.hutong.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be answered instead of success. The constant's name in lower case with hyphens is its code and the last part
 * of its address, {@code /problems/value-changed}; texts are in {@code problems_zh.properties} and {@code problems_en.properties}.
 *
 * <p>Numbers are for the telephone and are never given out twice: 1 requests, 2 access, 3 catalogue and resource, 4 manifest and
 * audience, 5 form, 6 outreach, 7 insight, 8 my data, 9 task, 12 file.
 */
public enum Problem {
    MALFORMED_REQUEST(1001, 400),
    INVALID_REQUEST(1002, 422),
    BODY_TOO_LARGE(1003, 413),
    UNSUPPORTED_MEDIA_TYPE(1004, 415),
    METHOD_NOT_ALLOWED(1005, 405),
    NOT_ACCEPTABLE(1006, 406),
    NOT_FOUND(1007, 404),
    FOREIGN_PAGE(1008, 403),
    TOO_MANY_REQUESTS(1009, 429),
    BUSY(1010, 503),
    UNEXPECTED(1011, 500),
    REVISION_REQUIRED(1012, 428),
    SHEET_TOO_LONG(1013, 422),

    NOT_SIGNED_IN(2001, 401),
    SESSION_EXPIRED(2002, 401),
    ROLE_MISSING(2003, 403),
    POST_NEEDED(2004, 403),
    SIGN_IN_REFUSED(2005, 401),
    CODE_REFUSED(2006, 401),
    POST_NOT_HELD(2007, 404),
    NO_CHANNEL(2008, 503),
    PASSWORD_DUE(2009, 403),
    HOLDS_ALREADY(2010, 409),
    OWN_ACCOUNT(2011, 409),
    HANDOVER_PLANNED(2012, 409),
    HANDOVER_OVER(2013, 409),
    LOGIN_TAKEN(2014, 409),
    SETUP_OVER(2015, 403),

    UNKNOWN_ELEMENT(3001, 422),
    ELEMENT_EXISTS(3002, 409),
    ELEMENT_NEEDED(3003, 409),

    MANIFEST_INVALID(4001, 422),
    REVISION_CHANGED(4002, 409),
    NOT_EDITABLE(4003, 409),
    NOT_YOURS(4004, 403),
    CRITERION_INVALID(4005, 422),

    INVALID_ANSWERS(5001, 422),
    VALUE_CHANGED(5002, 409),
    VERSION_CHANGED(5003, 409),
    APPLICATION_CLOSED(5004, 409),
    KEY_REQUIRED(5005, 400),
    KEY_REUSED(5006, 422),
    ALREADY_ANSWERED(5007, 409),
    DRAFT_CHANGED(5008, 409),

    VISIT_TIME(9001, 422),
    POST_NOT_HELD_THEN(9002, 409),
    TOO_LATE_TO_UNDO(9003, 409),
    REPORT_DECIDED(9004, 409),

    FILE_UNFIT(12001, 422),
    TOO_MANY_FILES(12002, 429),
    FILES_FULL(12003, 422),

    MANDATES_FULL(8001, 409);

    private final int number;
    private final int status;

    Problem(int number, int status) {
        this.number = number;
        this.status = status;
    }

    public int number() {
        return number;
    }

    /** The HTTP status it is answered with. */
    public int status() {
        return status;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The answer to send; throw it from a controller. */
    public Refused refused() {
        return new Refused(this);
    }

    public static Optional<Problem> ofCode(String code) {
        return Arrays.stream(values()).filter(problem -> problem.code().equals(code)).findFirst();
    }
}
