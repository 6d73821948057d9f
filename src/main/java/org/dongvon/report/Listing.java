package org.dongvon.report;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dongvon.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A registered list: rows of one shape, given one by one as the database gives them, so that a million take no more
 * memory than ten. It appears in {@code report list} because it is a bean of this type; its title is the message
 * {@code report.<name>.title}.
 */
public interface Listing {

    /** The stable name of commands and addresses, such as {@code loans}. */
    String name();

    /** The names of a row's fields, in their order: the outside contract. */
    List<String> fields();

    /**
     * Gives the rows of one snapshot, and returns their totals.
     *
     * @param rows takes each row: texts, whole numbers, dates, or nothing, as many as there are fields
     * @throws org.dongvon.shared.Refused before the first row, when the unit is out of scope or the books do not reach
     *     the day
     */
    Map<String, Long> run(Actor actor, ListingRequest request, Consumer<List<@Nullable Object>> rows);
}
