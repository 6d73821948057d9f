package org.dongvon.programme;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the running sums of the rates beside them, so that interest is one subtraction, in Java and in SQL. */
final class RateIndex {

    // The window sums each series' rates × days up to, and without, the row itself.
    private static final String REFRESH = """
            with length as (
                select series_id, valid_from, in_term, overdue,
                       lead(valid_from) over (partition by series_id order by valid_from) - valid_from as days
                  from programme.rate_change),
            running as (
                select series_id, valid_from,
                       coalesce(sum(in_term * days) over earlier, 0) as in_term_index,
                       coalesce(sum(overdue * days) over earlier, 0) as overdue_index
                  from length
                window earlier as (partition by series_id order by valid_from
                                   rows between unbounded preceding and 1 preceding))
            update programme.rate_change
               set index_at_from = running.in_term_index, overdue_index_at_from = running.overdue_index
              from running
             where rate_change.series_id = running.series_id and rate_change.valid_from = running.valid_from
               and (index_at_from, overdue_index_at_from)
                   is distinct from (running.in_term_index, running.overdue_index)
            """;

    private RateIndex() {}

    /** Brings the sums to the rates, after rows were added. */
    static void refresh(JdbcClient owner) {
        owner.sql(REFRESH).update();
    }
}
