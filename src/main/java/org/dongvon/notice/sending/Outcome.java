package org.dongvon.notice.sending;

/**
 * What became of a message at its provider. Only what certainly did not go out may be tried again.
 *
 * <p>Example: a connection that was refused is {@link Failed}; an answer that never came is {@link Unsure}.
 */
sealed interface Outcome {

    /** A word for the history. */
    String note();

    /** Taken by the provider, under a number of its own; empty where it gives none. */
    record Sent(String reference) implements Outcome {

        @Override
        public String note() {
            return "";
        }
    }

    /** Did not go out; it may be tried again. */
    record Failed(String note) implements Outcome {}

    /** The provider will never take it. */
    record Rejected(String note) implements Outcome {}

    /** Nobody knows whether it went out. */
    record Unsure(String note) implements Outcome {}
}
