package org.dongvon.fee.boards;

import java.util.List;
import java.util.Objects;
import org.dongvon.capital.CapitalPostings;
import org.dongvon.capital.CapitalPostings.Leg;
import org.dongvon.capital.CapitalRequest;
import org.dongvon.capital.Contracts;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.MovesAmount;
import org.springframework.stereotype.Component;

/**
 * Two persons pay a board or body that manages a contract out of what it is owed of the interest, from the bank. The subject is the
 * contract's code. Example: of 48 822 đ owed to the boards of UT-1, 40 000 đ debit BOARDS_PAYABLE and credit BANK.
 */
@Component
class BoardPaymentChange implements CapitalRequest, MovesAmount {

    static final String NAME = "fee.boards-payment";

    private static final int LONGEST_RECEIVER = 120;
    private static final int LONGEST_REFERENCE = 80;

    private final Contracts contracts;
    private final BoardBook book;
    private final BusinessDays days;
    private final CapitalPostings postings;

    BoardPaymentChange(Contracts contracts, BoardBook book, BusinessDays days, CapitalPostings postings) {
        this.contracts = contracts;
        this.book = book;
        this.days = days;
        this.postings = postings;
    }

    /** What is asked for: to whom, how much, by which paper. */
    static Facts wanted(String receiver, Dong amount, String reference) {
        return Facts.none()
                .text("receiver", receiver.strip())
                .dong("amount", amount)
                .text("reference", reference.strip());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return contracts.look(subject).pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        days.hold(contracts.look(subject).officeId());
        contracts.hold(subject);
        return wanted.emptied();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var amount = wanted.dongOf("amount");
        int receiver = wanted.textOf("receiver").length();
        int reference = wanted.textOf("reference").length();
        if (receiver < 2 || receiver > LONGEST_RECEIVER || reference < 1 || reference > LONGEST_REFERENCE) {
            throw new Refused(FeeRefusal.BOARD_WORDS, LONGEST_RECEIVER, LONGEST_REFERENCE);
        }
        var owed = book.owed(contracts.hold(subject));
        if (!amount.isPositive() || amount.isMoreThan(owed)) {
            throw new Refused(FeeRefusal.MORE_THAN_BOARDS_ARE_OWED, amount, owed);
        }
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        return Facts.none().dong("owed", book.owed(contracts.look(subject)));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var contract = contracts.hold(approved.subject());
        var wanted = approved.wanted();
        var amount = wanted.dongOf("amount");
        var journals = postings.post(
                checker,
                approved,
                CapitalPostings.Kind.BOARDS_PAYMENT,
                approved.place().day(),
                List.of(new Leg(contract.pointId(), entries(contract.id(), amount), List.of())));
        book.write(
                contract,
                Objects.requireNonNull(journals.get(contract.pointId())),
                new BoardBook.Paid(wanted.textOf("receiver"), wanted.textOf("reference"), amount, null));
    }

    /** What is paid leaves what the contract owes, and the bank. */
    static List<Entry> entries(long contract, Dong amount) {
        return List.of(new Entry(Account.BOARDS_PAYABLE, 0, contract, amount), Entry.of(Account.BANK, amount.negate()));
    }

    @Override
    public String form(String subject) {
        return "/capital/" + subject + "/boards/new";
    }
}
