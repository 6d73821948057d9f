package org.dongvon.group;

import java.time.LocalDate;
import java.util.Collection;
import org.dongvon.engine.money.Dong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Enters the papers that groups brought along when they came into the books: the contract 11/TD and the convention of groups
 * that were founded before, or are made for the demonstration.
 */
@Repository
public class GroupContracts {

    private static final String CONTRACTS = """
            insert into "group".contract (group_id, valid_from, point_id, signed_on, covers)
            select g.id, :from, g.point_id, :from, 'INTEREST_AND_SAVINGS'
              from "group".credit_group g
             where g.id = any (:groups)
                on conflict (group_id, valid_from) do nothing
            """;

    private static final String CONVENTIONS = """
            insert into "group".convention (group_id, valid_from, point_id, saving_least, meets_every, said)
            select g.id, :from, g.point_id, :saving, :meets, :said
              from "group".credit_group g
             where g.id = any (:groups)
                on conflict (group_id, valid_from) do nothing
            """;

    private final JdbcClient db;

    GroupContracts(JdbcClient db) {
        this.db = db;
    }

    /** Groups whose boards were authorised to collect interest and deposits, from a day on. */
    public void takeOver(Collection<Long> groups, LocalDate from) {
        db.sql(CONTRACTS)
                .param("groups", groups.toArray(Long[]::new))
                .param("from", from)
                .update();
    }

    /** Groups that agreed on the least deposit and how often they meet, from a day on. */
    public void takeOver(Collection<Long> groups, LocalDate from, Agreed agreed) {
        db.sql(CONVENTIONS)
                .param("groups", groups.toArray(Long[]::new))
                .param("from", from)
                .param("saving", agreed.savingLeast().amount())
                .param("meets", agreed.meetsEvery())
                .param("said", agreed.said())
                .update();
    }

    /** What a convention says. */
    public record Agreed(Dong savingLeast, int meetsEvery, String said) {}
}
