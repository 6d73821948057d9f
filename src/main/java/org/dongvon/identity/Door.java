package org.dongvon.identity;

import org.jspecify.annotations.Nullable;

/** How a person came in: at the log-in page, or a program in their name by an access token. */
public sealed interface Door {

    /** Not at the pages at all: named by a command of the operator. */
    record Terminal() implements Door {}

    /** At the log-in page, with a row of {@code identity.sign_in}. */
    record Page(long signInId) implements Door {}

    /**
     * By a token, which never opens more than the person may.
     *
     * @param mayWrite whether it opens more than reading
     * @param area the first word of the addresses it opens; none for all
     */
    record Token(long tokenId, boolean mayWrite, @Nullable String area) implements Door {

        /** Whether an address such as {@code /reports/capital} lies in the area. */
        public boolean reaches(String path) {
            return area == null || path.equals("/" + area) || path.startsWith("/" + area + "/");
        }
    }
}
