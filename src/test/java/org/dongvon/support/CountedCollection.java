package org.dongvon.support;

import java.time.LocalDate;

/** What a group's head recorded of the first deposit of a point, as if she had taken it before and the teller had counted it. */
public final class CountedCollection {

    private static final String ROWS = """
            with saved as (
                select s.line_id, s.journal_id, s.point_id, s.amount, m.id as member_id, m.group_id, gen_random_uuid() as taken
                  from savings.movement s
                  join savings.account a on a.id = s.account_id
                  join "group".member m on m.id = a.member_id
                 where s.point_id = :point
                 order by s.journal_id limit 1),
            taken as (
                insert into session.provisional (line_id, point_id, group_id, member_id, session_on, taken_on, interest, saving,
                       taker_id, taker)
                select taken, point_id, group_id, member_id, '2024-04-18', '2024-04-18', 0, amount, 1, 'Bùi Thị Hạnh' from saved),
            final as (
                insert into session.provisional_final (final_line, journal_id, point_id, group_id, member_id, taken_interest,
                       taken_saving, counted_interest, counted_saving, reason)
                select line_id, journal_id, point_id, group_id, member_id, 0, amount, 0, amount, 'đủ' from saved)
            insert into session.provisional_end (line_id, point_id, group_id, kind, ended_on, final_line, ended_by)
            select taken, point_id, group_id, 'COUNTED', '2024-04-18', line_id, 1 from saved
            """;

    private static final String OPEN = """
            insert into session.provisional (line_id, point_id, group_id, member_id, session_on, taken_on, interest, saving, taker_id, taker)
            select gen_random_uuid(), p.point_id, p.group_id, p.member_id, :day, :day, 0, 12000, 1, 'Bùi Thị Hạnh'
              from session.provisional p where p.point_id = :point limit 1
            """;

    private CountedCollection() {}

    /** She takes 12 000 đ more for the session of a day, and nobody counts it. */
    public static void leave(OwnerDb owner, Village village, LocalDate day) {
        owner.sql(OPEN).param("point", village.point).param("day", day).update();
    }

    public static void of(OwnerDb owner, Village village) {
        owner.sql(ROWS).param("point", village.point).update();
    }
}
