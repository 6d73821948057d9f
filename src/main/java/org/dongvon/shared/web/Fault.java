package org.dongvon.shared.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** What can go wrong with a request besides a refusal by a rule. The names are codes of the outside contract. */
enum Fault {
    BAD_REQUEST(HttpStatus.BAD_REQUEST),
    LOG_IN_FIRST(HttpStatus.UNAUTHORIZED),
    NOT_ALLOWED(HttpStatus.FORBIDDEN),
    NO_SUCH_PAGE(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    BROKEN(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    Fault(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    String messageKey() {
        return "fault." + name();
    }

    /** The fault of a status that the server or a library chose. */
    static Fault of(HttpStatusCode code) {
        for (var fault : values()) {
            if (fault.status.isSameCodeAs(code)) {
                return fault;
            }
        }
        return code.is4xxClientError() ? BAD_REQUEST : BROKEN;
    }
}
