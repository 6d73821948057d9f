package org.dongvon.shared;

import java.util.Optional;

/** The savings-and-credit groups, for whoever names one in a grant; offered by {@code group}. */
public interface GroupsByCode {

    /** The group of a code, if it works; inside a transaction whose scope sees it. */
    Optional<Found> find(String code);

    /** A group by its number, with its point and name. */
    record Found(long id, long pointId, String name) {}
}
