package org.dongvon.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** Movements and entries name a journal, a loan, a deposit of their own point, or they are not written, by anybody. */
@PostgresTest
@TestInstance(Lifecycle.PER_CLASS)
class WhatRowsNameDbTest {

    private static final String LOAN_MOVEMENT = """
            insert into loan.movement (journal_id, line_id, line_no, loan_id, point_id, series_id, part, kind, value_date,
                                       principal, interest, constant)
            select m.journal_id + :journal, gen_random_uuid(), 1, m.loan_id + :row, m.point_id + :point, m.series_id,
                   m.part, 'REPAYMENT', m.value_date, -1, 0, 0
              from loan.movement m limit 1
            """;

    private static final String DEPOSIT_MOVEMENT = """
            insert into savings.movement (line_id, journal_id, line_no, account_id, point_id, value_date, amount)
            select gen_random_uuid(), m.journal_id + :journal, 1, m.account_id + :row, m.point_id + :point, m.value_date, 1
              from savings.movement m limit 1
            """;

    private static final String ENTRIES = """
            insert into ledger.entry (journal_id, point_id, account, amount)
            select e.journal_id + :journal, e.point_id + :point, v.account, v.amount
              from (select journal_id, point_id from ledger.entry limit 1) e,
                   (values ('LOAN_FROZEN', 1), (case when :row = 0 then 'CASH_SURPLUS' else 'KHONGCO' end, -1)) v (account, amount)
            """;

    private static final String UNBALANCED = """
            insert into ledger.entry (journal_id, point_id, account, amount)
            select e.journal_id, e.point_id, v.account, v.amount
              from (select journal_id, point_id from ledger.entry limit 1) e, (values ('LOAN_FROZEN', 2), ('CASH_SURPLUS', -1)) v (account, amount)
            """;

    private final ApplicationContext beans;
    private final OwnerDb owner;

    WhatRowsNameDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @BeforeAll
    void aDay() {
        var village = Village.in(beans, "NAMES");
        var day = VillageDay.open(beans, village);
        var group = day.lend(1, 3, "CANNGHEO");
        day.save(group, 0, 70_000);
        day.end();
    }

    @ParameterizedTest
    @CsvSource({
        "1000000, 0, 0, movement_belongs_to_journal",
        "0, 1000000, 0, movement_belongs_to_loan",
        "0, 0, 1000000, movement_belongs_to_loan"
    })
    void aLoansMovement(long journal, long row, long point, String constraint) {
        refuses(LOAN_MOVEMENT, journal, row, point, constraint);
    }

    @ParameterizedTest
    @CsvSource({
        "1000000, 0, 0, movement_belongs_to_journal",
        "0, 1000000, 0, movement_belongs_to_account",
        "0, 0, 1000000, movement_belongs_to_account"
    })
    void aDepositsMovement(long journal, long row, long point, String constraint) {
        refuses(DEPOSIT_MOVEMENT, journal, row, point, constraint);
    }

    @ParameterizedTest
    @CsvSource({"1000000, 0, 0, entry_belongs", "0, 1, 0, entry_belongs", "0, 0, 1000000, entry_belongs"})
    void anEntry(long journal, long row, long point, String constraint) {
        refuses(ENTRIES, journal, row, point, constraint);
    }

    @Test
    void entriesOfAJournalBalance() {
        assertThatThrownBy(() -> owner.sql(UNBALANCED).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("does not balance");
    }

    private void refuses(String sql, long journal, long row, long point, String constraint) {
        assertThatThrownBy(() -> owner.sql(sql)
                        .param("journal", journal)
                        .param("row", row)
                        .param("point", point)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .isInstanceOfSatisfying(
                        org.postgresql.util.PSQLException.class,
                        e -> org.assertj.core.api.Assertions.assertThat(
                                        java.util.Objects.requireNonNull(e.getServerErrorMessage())
                                                .getConstraint())
                                .isEqualTo(constraint));
    }
}
