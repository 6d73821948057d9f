package org.dongvon.ledger.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.BooksByTwo;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.change.ChangeRefusal;
import org.dongvon.shared.change.Facts;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** Vouchers written by hand, from the asking to the counter-voucher. */
@PostgresTest
class ManualVoucherDbTest extends BooksByTwo {

    ManualVoucherDbTest(ApplicationContext beans) {
        super(beans);
    }

    @Test
    void theSecondApprovalWritesOneJournal() {
        long id = ask(accountant, "ledger.voucher", code, voucher(DAY, "OPERATING_EXPENSE 12500000", "BANK -12500000"));
        assertThat(balance("OPERATING_EXPENSE")).isZero();
        approve(director, id);
        assertThat(balance("OPERATING_EXPENSE")).isEqualTo(12_500_000);
        assertThat(owner.sql("""
                        select string_agg(concat_ws(' ', l.line_no, l.account, l.amount), ', ' order by l.line_no)
                          from ledger.manual_line l join ledger.journal j on j.id = l.journal_id where j.office_id = :office
                        """)
                        .param("office", village.office)
                        .query(String.class)
                        .single())
                .isEqualTo("1 OPERATING_EXPENSE 12500000, 2 BANK -12500000");
    }

    @Test
    void theVouchersOfThePageAreBooked() {
        vouchersOfApril();
        assertThat(balance("BANK")).isEqualTo(899_989_000_000L);
        assertThat(balance("OPERATING_EXPENSE")).isEqualTo(16_000_000);
        assertThat(balance("OPERATING_INCOME")).isEqualTo(-4_000_000);
        assertThat(balance("OTHER_PAYABLE")).isEqualTo(-1_000_000);
    }

    @Test
    void nobodyApprovesTheOwnVoucher() {
        long id = ask(accountant, "ledger.voucher", code, voucher(DAY, "OPERATING_EXPENSE 1", "BANK -1"));
        var both = new Actor(
                accountant.id(),
                accountant.personId(),
                "s1",
                accountant.name(),
                Role.DIRECTOR,
                village.office,
                director.scope());
        assertRefused(() -> approve(both, id), ChangeRefusal.OWN_CHANGE);
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATING_EXPENSE 2; BANK -1, VOUCHER_UNBALANCED",
        "OPERATING_EXPENSE 2, VOUCHER_LINES",
        "BANK 2; BANK -2, VOUCHER_LINES",
        "OPERATING_EXPENSE 2; CASH -2, ACCOUNT_CONTROLLED",
        "LOAN_IN_TERM 2; BANK -2, ACCOUNT_CONTROLLED",
        "MEMBER_DEPOSIT 2; BANK -2, ACCOUNT_CONTROLLED",
        "BETWEEN_OFFICES 2; BANK -2, ACCOUNT_CONTROLLED",
        "OPERATING 2; BANK -2, UNKNOWN_ACCOUNT"
    })
    void whatIsNoVoucherIsRefused(String lines, LedgerRefusal rule) {
        assertRefused(() -> ask(accountant, "ledger.voucher", code, voucher(DAY, lines.split("; "))), rule);
        write(DAY, "OPERATING_EXPENSE 2", "BANK -2");
    }

    @Test
    void aVoucherCountsOnNoDayToComeAndOnNoneBeforeTheBooks() {
        assertRefused(
                () -> write(DAY.plusDays(1), "OPERATING_EXPENSE 2", "BANK -2"), LedgerRefusal.VOUCHER_DAY_NOT_YET);
        assertRefused(
                () -> write(LocalDate.of(2024, 3, 31), "OPERATING_EXPENSE 2", "BANK -2"),
                LedgerRefusal.VOUCHER_BEFORE_BOOKS);
        write(LocalDate.of(2024, 4, 1), "OPERATING_EXPENSE 2", "BANK -2");
        write(DAY, "OPERATING_EXPENSE 2", "BANK -2");
    }

    @Test
    void aVoucherIsTakenBackOnce() {
        write(DAY, "OPERATING_EXPENSE 3000000 mực in", "BANK -3000000");
        var number = newest();
        var back = Facts.none().dong("amount", new Dong(3_000_000));
        change("ledger.voucher-back", number, back);
        assertThat(balance("OPERATING_EXPENSE")).isZero();
        assertThat(balance("BANK")).isEqualTo(900_000_000_000L);
        assertRefused(() -> change("ledger.voucher-back", number, back), LedgerRefusal.VOUCHER_TAKEN_BACK);
        var counter = newest();
        assertRefused(() -> change("ledger.voucher-back", counter, back), LedgerRefusal.UNKNOWN_VOUCHER);
    }

    @Test
    void theTablesHoldItToo() {
        write(DAY, "OPERATING_EXPENSE 5", "BANK -5");
        assertThatThrownBy(() -> owner.sql("""
                        insert into ledger.manual_line (journal_id, line_no, point_id, account, amount, wording)
                        select journal_id, 3, point_id, 'BANK', 7, '' from ledger.manual_line where point_id = :point limit 1
                        """).param("point", village.direct).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("are not its entries");
        assertThatThrownBy(() -> owner.sql("""
                        insert into ledger.account_term (account, valid_from, controlled, name_vi, name_en, manual, mark)
                        values ('CASH', '2030-01-01', true, 'Tiền mặt', 'Cash', true, 'UNSURE')
                        """).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("account_term_controlled_takes_no_lines");
    }

    @Test
    void moneySentToAnotherOfficeIsNilBetweenThem() {
        var other = Village.in(beans, code + "X");
        var wide = Scope.of(village.direct, village.point, other.direct, other.point);
        var sender = person(3, Role.ACCOUNTANT, wide);
        var manager = person(4, Role.MANAGER, wide);
        var wanted = Facts.none().dong("amount", new Dong(2_000_000_000));

        approve(manager, ask(sender, "ledger.transfer", code + ":" + other.code, wanted));
        assertThat(balance("BANK")).isEqualTo(898_000_000_000L);
        assertThat(balance("BETWEEN_OFFICES")).isEqualTo(2_000_000_000);
        assertThat(owner.sql("select sum(amount) from ledger.entry where account = 'BETWEEN_OFFICES'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertRefused(
                () -> ask(accountant, "ledger.transfer", code + ":" + other.code, wanted),
                LedgerRefusal.OFFICE_NOT_WHOLE);
        assertRefused(
                () -> ask(sender, "ledger.transfer", code + ":" + code, wanted), LedgerRefusal.TRANSFER_SAME_OFFICE);
        assertRefused(
                () -> ask(
                        sender,
                        "ledger.transfer",
                        code + ":" + other.code,
                        Facts.none().dong("amount", Dong.ZERO)),
                LedgerRefusal.TRANSFER_NOTHING);
    }
}
