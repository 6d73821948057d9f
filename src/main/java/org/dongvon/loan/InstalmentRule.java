package org.dongvon.loan;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of an instalment that is not paid on its day, by the date of the contract. */
@Component
class InstalmentRule {

    private static final String RULE = """
            select unpaid from loan.unpaid_instalment_rule where contract_from <= :day order by contract_from desc limit 1
            """;

    private final JdbcClient db;

    InstalmentRule(JdbcClient db) {
        this.db = db;
    }

    Unpaid unpaidRuleOn(LocalDate contractDate) {
        return db.sql(RULE)
                .param("day", contractDate)
                .query((row, n) -> Unpaid.valueOf(row.getString("unpaid")))
                .single();
    }

    /** What an unpaid instalment becomes. */
    enum Unpaid {
        /** Pushed to the next instalment; only the last date makes it overdue. */
        CARRIED,
        /** Overdue at once, with notice 14/TD. */
        OVERDUE
    }
}
