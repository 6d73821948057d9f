package org.dongvon.shared;

import java.util.Collection;

/**
 * What a page shows of people of the field. A controller that puts such a thing into its model has done its part: before
 * the page is written, one row of {@code household.seen} says who saw whom and why, and if that row cannot be written
 * nothing is shown.
 *
 * <p>Example: the page of a loan answers the borrower and the head of the group.
 */
public interface ShowsPeople {

    /** Why the page shows them. */
    Purpose purpose();

    /** Their identifiers ({@code household.person}); none when the page shows nobody. Repeats do not matter. */
    Collection<Long> people();
}
