package org.dongvon.group.change;

import java.time.LocalDate;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a group has agreed on (quy ước hoạt động), by date. */
@Repository
class GroupConventions {

    private static final String ON = """
            select c.valid_from, c.saving_least, c.meets_every, c.said
              from "group".convention c
             where c.group_id = :group and c.valid_from <= :day
             order by c.valid_from desc
             limit 1
            """;

    private final JdbcClient db;

    GroupConventions(JdbcClient db) {
        this.db = db;
    }

    /** The one in force on a day. */
    Optional<Convention> on(long group, LocalDate day) {
        return db.sql(ON)
                .param("group", group)
                .param("day", day)
                .query((row, n) -> new Convention(
                        row.getObject("valid_from", LocalDate.class),
                        new Dong(row.getLong("saving_least")),
                        row.getInt("meets_every"),
                        row.getString("said")))
                .optional();
    }

    /**
     * What members agreed on.
     *
     * @param savingLeast a month
     * @param meetsEvery months between regular meetings
     */
    record Convention(LocalDate from, Dong savingLeast, int meetsEvery, String said) {}
}
