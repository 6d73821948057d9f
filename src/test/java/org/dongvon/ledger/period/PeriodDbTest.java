package org.dongvon.ledger.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.BooksByTwo;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.change.Facts;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** Months are locked in order and take nothing more; years are carried over, and that is taken back. */
@PostgresTest
class PeriodDbTest extends BooksByTwo {

    private static final LocalDate YEAR_END = LocalDate.of(2024, 12, 31);
    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 3);

    PeriodDbTest(ApplicationContext beans) {
        super(beans);
    }

    @Test
    void aLockedMonthKeepsItsTurnover() {
        vouchersOfApril();
        lock("2024-04");
        assertThat(owner.sql("""
                        select string_agg(concat_ws(' ', account, debit, credit), ', ' order by account)
                          from ledger.v_month_total where office_id = :office
                        """)
                        .param("office", village.office)
                        .query(String.class)
                        .single())
                .isEqualTo("BANK 900004000000 15000000, OPERATING_EXPENSE 16000000 0, OPERATING_INCOME 0 4000000,"
                        + " OTHER_PAYABLE 0 1000000, POLICY_CAPITAL 0 900000000000");
    }

    @Test
    void aLockedMonthTakesNothingByTypeAndByTable() {
        vouchersOfApril();
        long waiting = ask(accountant, "ledger.voucher", code, voucher(APRIL_END, "OPERATING_EXPENSE 2", "BANK -2"));
        lock("2024-04");
        assertRefused(() -> write(APRIL_END, "OPERATING_EXPENSE 2", "BANK -2"), LedgerRefusal.MONTH_LOCKED);
        assertRefused(() -> approve(director, waiting), LedgerRefusal.MONTH_LOCKED);
        assertThatThrownBy(() -> journal("MANUAL", APRIL_END))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("has locked the month of 2024-04-30");
        write(APRIL_END.plusDays(1), "OPERATING_EXPENSE 2", "BANK -2");
        unlock("2024-04");
        approve(director, waiting);
        assertThat(balance("OPERATING_EXPENSE")).isEqualTo(16_000_004);
        lock("2024-04");
    }

    /** A head of a journal as somebody writes it past the program. */
    private void journal(String kind, LocalDate value) {
        owner.sql("""
                        insert into ledger.journal (submission, point_id, office_id, business_date, value_date, kind, voucher)
                        select :key, :point, :office, day, :value, :kind, 9000 from organisation.business_day where office_id = :office
                        """)
                .param("key", anySubmission())
                .param("point", village.point)
                .param("office", village.office)
                .param("value", value)
                .param("kind", kind)
                .update();
    }

    private UUID anySubmission() {
        return owner.sql("""
                        select s.key from shared.submission s
                         where not exists (select from ledger.journal j where j.submission = s.key) limit 1
                        """).query(UUID.class).single();
    }

    @Test
    void monthsAreLockedInOrderWhenTheirDaysAreClosed() {
        openDay(APRIL_END);
        assertRefused(() -> lock("2024-04"), LedgerRefusal.MONTH_NOT_OVER);
        openDay(LocalDate.of(2024, 6, 1));
        assertRefused(() -> lock("2024-05"), LedgerRefusal.MONTH_BEFORE_IS_OPEN);
        lock("2024-04");
        lock("2024-05");
        assertRefused(() -> unlock("2024-04"), LedgerRefusal.MONTH_NOT_LAST_LOCKED);
        unlock("2024-05");
        unlock("2024-04");
        lock("2024-04");
    }

    @Test
    void whoSeesHalfAnOfficeLocksNone() {
        openDay(LocalDate.of(2024, 5, 3));
        var narrow = person(7, Role.ACCOUNTANT, Scope.of(village.direct));
        assertRefused(
                () -> ask(
                        narrow, "ledger.month", code + ":2024-04", Facts.none().word("state", "periodState.SHUT")),
                LedgerRefusal.OFFICE_NOT_WHOLE);
    }

    @Test
    void aYearIsCarriedOverBetweenNovemberAndDecember() {
        vouchersOfApril();
        assertRefused(() -> carryOver(2024), LedgerRefusal.YEAR_NOT_OVER);
        openDay(NEW_YEAR);
        assertRefused(() -> carryOver(2024), LedgerRefusal.YEAR_HAS_OPEN_MONTH);
        lockThroughNovember();
        assertRefused(() -> lock("2024-12"), LedgerRefusal.MONTH_BEFORE_CARRY_OVER);
        carryOver(2024);

        assertThat(balance("OPERATING_INCOME")).isZero();
        assertThat(balance("OPERATING_EXPENSE")).isZero();
        assertThat(balance("RESULT")).isEqualTo(12_000_000);
        assertRefused(() -> write(YEAR_END, "OPERATING_EXPENSE 2", "BANK -2"), LedgerRefusal.YEAR_CARRIED);
        assertRefused(() -> unlock("2024-11"), LedgerRefusal.YEAR_CARRIED);
        lock("2024-12");
        assertRefused(() -> carryBack(2024), LedgerRefusal.MONTH_LOCKED);
        write(NEW_YEAR, "OPERATING_EXPENSE 7", "BANK -7");
    }

    @Test
    void whatWasCarriedOverIsTakenBackAndCarriedAgain() {
        vouchersOfApril();
        openDay(NEW_YEAR);
        lockThroughNovember();
        carryOver(2024);
        carryBack(2024);
        assertThat(balance("OPERATING_EXPENSE")).isEqualTo(16_000_000);
        assertThat(balance("RESULT")).isZero();
        write(YEAR_END, "OPERATING_EXPENSE 3000000", "BANK -3000000");
        carryOver(2024);
        assertThat(balance("RESULT")).isEqualTo(15_000_000);
        assertThat(owner.sql("""
                        select string_agg(concat_ws(' ', turn, carried, result), ', ' order by turn)
                          from ledger.carry_over where office_id = :office
                        """)
                        .param("office", village.office)
                        .query(String.class)
                        .single())
                .isEqualTo("1 t -12000000, 2 f 12000000, 3 t -15000000");
        assertThatThrownBy(() -> owner.sql("""
                        insert into ledger.carry_over (office_id, year, turn, journal_id, point_id, carried, result)
                        select office_id, year, 5, journal_id + 0, point_id, true, 0 from ledger.carry_over
                         where office_id = :office and turn = 3
                        """).param("office", village.office).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("does not follow");
    }

    @Test
    void thereIsNothingToCarryTwice() {
        openDay(NEW_YEAR);
        lockThroughNovember();
        assertRefused(() -> carryOver(2024), LedgerRefusal.YEAR_NOTHING_TO_CARRY);
        lock("2024-12");
        var accounts = new Dong(balance("RESULT"));
        assertThat(accounts).isEqualTo(Dong.ZERO);
    }

    private void lockThroughNovember() {
        for (int month = 4; month <= 11; month++) {
            lock(YearMonth.of(2024, month).toString());
        }
    }
}
