package org.dongvon.shared;

import java.util.Collection;
import java.util.List;

/** The hamlets of transaction points by their names, for whoever splits something to them; offered by {@code group}. */
public interface HamletNames {

    /** The hamlets in which groups work at the points, in the order of their names; inside a transaction whose scope sees them. */
    List<String> of(Collection<Long> points);
}
