package org.dongvon.programme;

/** Which loans a rate decision is for. */
public enum AppliesTo {
    /** New contracts only: it opens a series of its own. */
    NEW,
    NEW_AND_EXISTING
}
