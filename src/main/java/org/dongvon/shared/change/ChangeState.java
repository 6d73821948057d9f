package org.dongvon.shared.change;

/** What became of a change request. */
public enum ChangeState {
    /** For a second person. */
    WAITING,
    /** And made, in the same moment. */
    APPROVED,
    /** To the maker, with the reason; the maker may correct it in a new request. */
    RETURNED,
    /** By the maker. */
    WITHDRAWN,
    /** What the maker saw was no longer true when it was to be approved. */
    STALE
}
