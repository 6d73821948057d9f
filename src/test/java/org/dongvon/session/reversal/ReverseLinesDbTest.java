package org.dongvon.session.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.closing.CloseSession;
import org.dongvon.session.reversal.ReverseLines.Reversal;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetAnswer;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@PostgresTest
class ReverseLinesDbTest {

    private final ApplicationContext beans;
    private final ReverseLines reverseLines;
    private final PostSheet postSheet;
    private final OwnerDb owner;

    ReverseLinesDbTest(ApplicationContext beans, ReverseLines reverseLines, PostSheet postSheet, OwnerDb owner) {
        this.beans = beans;
        this.reverseLines = reverseLines;
        this.postSheet = postSheet;
        this.owner = owner;
    }

    @Test
    void leavesEveryBalanceAsItWasBeforeTheLine() {
        var day = new Day("RA");
        var before = day.balances();
        var line = day.line(0, 100_000, 50_000, 0, Payer.GROUP_HEAD);
        var other = day.line(1, 271_233, 50_000, 0, Payer.GROUP_HEAD);
        var answer = day.post(line);
        day.post(other);
        var withOther = day.balances();

        int voucher = day.reverse(answer, line);

        assertThat(voucher).isGreaterThan(answer.voucher());
        assertThat(day.balances()).isNotEqualTo(withOther);
        day.reverse(day.postAgain(other), other);
        assertThat(day.balances()).isEqualTo(before);
        assertThat(owner.sql("select sum(amount) from ledger.entry")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void reopensALoanThatTheLineClosedAndTakesItsRoundingBack() {
        var day = new Day("RB");
        var before = day.balances();
        var line = day.line(0, 271_233, 0, 50_000_000, Payer.BORROWER);
        var answer = day.post(line);
        assertThat(day.stage(0)).isEqualTo("CLOSED");

        day.reverse(answer, line);

        assertThat(day.stage(0)).isEqualTo("ACTIVE");
        assertThat(day.balances()).isEqualTo(before);
    }

    @Test
    void aLoanThatAnotherLineClosedStandsAsIfOnlyThatOneHadBeenPosted() {
        var day = new Day("RG");
        var before = day.balances();
        var interest = day.line(0, 271_233, 0, 0, Payer.BORROWER);
        var answer = day.post(interest);
        var closing = day.line(0, 0, 0, 50_000_000, Payer.BORROWER);
        var closed = day.post(closing);
        assertThat(day.stage(0)).isEqualTo("CLOSED");

        day.reverse(answer, interest);

        assertThat(day.stage(0)).isEqualTo("ACTIVE");
        // 50 000 000 × 30 × 6.6 %: exactly, not as rounded.
        assertThat(day.constant(0)).isEqualTo("9900000000000000");
        day.reverse(closed, closing);
        assertThat(day.balances()).isEqualTo(before);
    }

    @Test
    void refusesToTakeALineBackTwice() {
        var day = new Day("RC");
        var loan = day.line(0, 100_000, 0, 0, Payer.GROUP_HEAD);
        var saving = day.line(1, 0, 50_000, 0, Payer.GROUP_HEAD);
        var first = day.post(loan);
        var second = day.post(saving);
        day.reverse(first, loan);
        day.reverse(second, saving);

        refuses(LoanRefusal.ALREADY_REVERSED, () -> day.reverse(first, loan));
        refuses(SavingsRefusal.DEPOSIT_REVERSED, () -> day.reverse(second, saving));
    }

    @Test
    void refusesALineThatIsNotInTheVoucher() {
        var day = new Day("RD");
        var line = day.line(0, 100_000, 0, 0, Payer.GROUP_HEAD);
        var other = day.line(1, 100_000, 0, 0, Payer.GROUP_HEAD);
        var answer = day.post(line);
        day.post(other);

        refuses(LoanRefusal.NOTHING_TO_REVERSE, () -> day.reverse(answer, other));
        refuses(LoanRefusal.NOTHING_TO_REVERSE, () -> day.reverse(answer, day.line(2, 1, 0, 0, Payer.GROUP_HEAD)));
        refuses(SessionRefusal.LINE_NOT_CHOSEN, () -> day.reverse(answer));
    }

    @Test
    void refusesWhenTheCashHasLeftTheBox() {
        var day = new Day("RE");
        var line = day.line(0, 0, 0, 7_000_000, Payer.BORROWER);
        var answer = day.post(line);
        owner.sql("update session.cash_box set balance = 6999999 where session_id = :session")
                .param("session", day.session)
                .update();

        refuses(SessionRefusal.CASH_TOO_LOW, () -> day.reverse(answer, line));
    }

    @Test
    void refusesAfterTheControllerHasClosedTheSession() {
        var day = new Day("RF");
        var line = day.line(0, 100_000, 0, 0, Payer.GROUP_HEAD);
        var answer = day.post(line);
        beans.getBean(CloseSession.class)
                .run(day.village.controller, UUID.randomUUID(), day.session, CashCount.of(new Dong(100_000)), "");

        refuses(SessionRefusal.SESSION_CLOSED, () -> day.reverse(answer, line));
    }

    private static void refuses(Refusal refusal, ThrowingCallable attempt) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(attempt)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    /** A session on 18/05/2024 in a village of one group, whose loans were paid out 30 days before. */
    private final class Day {

        private final Village village;
        private final Village.GroupOfLoans group;
        private final long session;

        Day(String code) {
            village = Village.in(beans, code);
            group = village.group(1, 5, "HONGHEO", 50_000_000, Village.FIRST_DAY);
            village.payOut(village.openSession(500_000_000), group);
            owner.sql("update organisation.business_day set day = '2024-05-18' where office_id = :office")
                    .param("office", village.office)
                    .update();
            session = village.openSession(0);
        }

        SheetLine line(int member, long interest, long saving, long principal, Payer payer) {
            return new SheetLine(
                    UUID.randomUUID(),
                    group.members().get(member),
                    group.loans().get(member),
                    new Dong(interest),
                    new Dong(saving),
                    new Dong(principal),
                    payer);
        }

        SheetAnswer post(SheetLine line) {
            return postSheet.run(village.teller, new Sheet(line.lineId(), session, group.id(), List.of(line)));
        }

        /** The same key again gets the same answer. */
        SheetAnswer postAgain(SheetLine line) {
            return post(line);
        }

        int reverse(SheetAnswer answer, SheetLine... lines) {
            var ids = List.of(lines).stream().map(SheetLine::lineId).toList();
            var journal = java.util.Objects.requireNonNull(answer.journalId());
            return reverseLines.run(village.teller, new Reversal(UUID.randomUUID(), journal, ids, "ghi nhầm tên"));
        }

        String stage(int member) {
            return owner.sql("select stage || coalesce(closed_on::text, '') from loan.loan where id = :loan")
                    .param("loan", group.loans().get(member))
                    .query(String.class)
                    .single()
                    .replace("2024-05-18", "");
        }

        String constant(int member) {
            return owner.sql("select sum(constant)::text from loan.part where loan_id = :loan")
                    .param("loan", group.loans().get(member))
                    .query(String.class)
                    .single();
        }

        String balances() {
            return owner.sql("""
                            select string_agg(p.loan_id || ' ' || p.principal || ' ' || p.constant, ';' order by p.loan_id)
                                   || (select string_agg(a.id || ' ' || a.balance, ';' order by a.id)
                                         from savings.account a where a.point_id = :point)
                                   || (select ' lent ' || lent from capital.allotment where id = :allotment)
                                   || (select ' cash ' || balance from session.cash_box where session_id = :session)
                              from loan.part p where p.point_id = :point
                            """)
                    .param("point", village.point)
                    .param("allotment", village.allotment)
                    .param("session", session)
                    .query(String.class)
                    .single();
        }
    }
}
