package org.dongvon.shared;

/** A rule of the books that always holds and that a statement alone cannot check, offered as a bean. */
public interface Proof {

    /** {@code <module>.<rule>}, also the key of its title: {@code invariant.<name>}. */
    String name();

    /** Checks it over everything in scope, on the snapshot of the transaction that is open. */
    Verification.Checked check();
}
