package org.dongvon.shared.web;

import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * How a request that failed is answered: the same as a page and as {@code application/problem+json}.
 *
 * @param code stable name for programs
 * @param sentence for people, in their language
 * @param reference number under which a bug is found in the log
 */
record Answer(
        HttpStatus status,
        String code,
        String title,
        String sentence,
        @Nullable String reference) {

    static HttpStatus statusOf(Refused refused) {
        return statusOf(refused.refusal().kind());
    }

    private static HttpStatus statusOf(Refusal.Kind kind) {
        return switch (kind) {
            case INPUT -> HttpStatus.UNPROCESSABLE_CONTENT;
            case RULE -> HttpStatus.CONFLICT;
            case MISSING -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
        };
    }
}
