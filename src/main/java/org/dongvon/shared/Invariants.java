package org.dongvon.shared;

import java.util.List;

/** The rules that a module's data keep, offered as a bean by the module that owns the data. */
public interface Invariants {

    /** The rules in the order in which they are checked. */
    List<Invariant> all();
}
