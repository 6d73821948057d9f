package org.dongvon.capital.plan;

/** What becomes of an approval that passes a target. */
public enum Overrun {
    /** Whoever decides is warned. */
    WARN,
    /** It is refused. */
    REFUSE
}
