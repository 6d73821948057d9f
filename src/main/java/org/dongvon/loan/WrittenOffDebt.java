package org.dongvon.loan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Refused;
import org.springframework.stereotype.Service;

/**
 * Debt that was written off and is still claimed. What comes in of it comes by transfer; the account that takes it is a
 * rule of the day.
 */
@Service
public class WrittenOffDebt {

    private final LoanBook book;
    private final Programmes programmes;
    private final Ledger ledger;

    WrittenOffDebt(LoanBook book, Programmes programmes, Ledger ledger) {
        this.book = book;
        this.programmes = programmes;
        this.ledger = ledger;
    }

    /** What is still claimed of a loan written off; nothing of any other. */
    public Claimed claimed(long loanId) {
        return book.read(List.of(loanId)).balances().values().stream()
                .map(WrittenOffDebt::claimed)
                .findFirst()
                .orElse(new Claimed(Dong.ZERO, Dong.ZERO));
    }

    private static LoanBalance find(LoanBook.Loaded loaded) {
        return loaded.balances().values().stream()
                .filter(loan -> loan.header().stage() == Stage.WRITTEN_OFF)
                .findFirst()
                .orElseThrow(() -> new Refused(LoanRefusal.LOAN_NOT_WRITTEN_OFF));
    }

    private static Claimed claimed(LoanBalance loan) {
        var off = loan.parts().stream()
                .filter(part -> part.part() == Part.WRITTEN_OFF)
                .toList();
        return new Claimed(
                Dong.sum(off.stream()
                        .map(part -> new Dong(part.line().principal()))
                        .toList()),
                Dong.sum(off.stream()
                        .map(part -> InterestLine.toDong(part.line().constant()).max(Dong.ZERO))
                        .toList()));
    }

    /**
     * Takes money that came in of a loan written off; inside the caller's submission, which holds the day.
     *
     * @throws Refused {@link LoanRefusal#LOAN_NOT_WRITTEN_OFF}, {@link LoanRefusal#RECOVERY_ABOVE_CLAIM}
     */
    public void recover(Journal.Header header, long loanId, Claimed received) {
        var loan = find(book.lock(List.of(loanId)));
        received.requireWithin(claimed(loan), loan.header().code());
        var day = header.valueDate();
        var id = UUID.nameUUIDFromBytes(("recovered by " + header.submission()).getBytes(StandardCharsets.UTF_8));
        var movements = new DebtMoves(
                        loan,
                        new LoanMovement.Line(id, 1),
                        day,
                        programmes.current().rates())
                .recover(received.principal(), received.interest());
        var total = received.principal().plus(received.interest());
        var account =
                Account.valueOf(programmes.current().parameters().value(ParameterCode.RISK_RECOVERY_ACCOUNT, day));
        var entries = new ArrayList<>(LoanEntries.of(movements));
        entries.add(Entry.of(Account.BANK, total));
        entries.add(Entry.of(account, total.negate()));
        book.write(ledger.post(new Journal(header, entries)).journalId(), day, movements);
    }

    /** Principal and interest, whole đồng. */
    public record Claimed(Dong principal, Dong interest) {

        /**
         * Lets pass what is something, and not more than is claimed.
         *
         * @throws Refused {@link LoanRefusal#AMOUNT_NEGATIVE}, {@link LoanRefusal#RECOVERY_ABOVE_CLAIM}
         */
        public void requireWithin(Claimed claimed, String code) {
            if (principal.isNegative()
                    || interest.isNegative()
                    || principal.plus(interest).isZero()) {
                throw new Refused(LoanRefusal.AMOUNT_NEGATIVE, code);
            }
            if (principal.compareTo(claimed.principal) > 0 || interest.compareTo(claimed.interest) > 0) {
                throw new Refused(LoanRefusal.RECOVERY_ABOVE_CLAIM, code, claimed.principal, claimed.interest);
            }
        }
    }
}
