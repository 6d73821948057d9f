package org.dongvon.savings.unclaimed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.savings.DepositAccount;
import org.dongvon.savings.Deposits;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.savings.SavingsRequest;
import org.dongvon.savings.Settlements;
import org.dongvon.savings.Settlements.Settlement;
import org.dongvon.savings.unclaimed.IdleDeposits.Idle;
import org.dongvon.savings.unclaimed.Unclaimed.Reason;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.MovesAmount;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Spelling;
import org.springframework.stereotype.Component;

/**
 * A member's deposit goes to the account of unclaimed ones, whole, with its interest to the day. The subject is the member's
 * number.
 */
@Component
class UnclaimedChange implements SavingsRequest, MovesAmount {

    static final String NAME = "savings.unclaimed";

    /** What the journal records. */
    static final String KIND = "DEPOSIT_UNCLAIMED";

    private static final String REASON = "unclaimedReason.";
    private static final int SHORTEST_PAPER = 2;
    private static final int LONGEST_PAPER = 80;

    private final IdleDeposits idle;
    private final UnclaimedDeposits unclaimed;
    private final Deposits deposits;
    private final Settlements settlements;
    private final BusinessDays days;
    private final Ledger ledger;

    UnclaimedChange(
            IdleDeposits idle,
            UnclaimedDeposits unclaimed,
            Deposits deposits,
            Settlements settlements,
            BusinessDays days,
            Ledger ledger) {
        this.idle = idle;
        this.unclaimed = unclaimed;
        this.deposits = deposits;
        this.settlements = settlements;
        this.days = days;
        this.ledger = ledger;
    }

    static Facts wanted(Reason reason, String paper, Dong amount) {
        var plain = Spelling.ofLine(paper);
        return Facts.none()
                .word("reason", REASON + reason)
                .text("paper", plain.isEmpty() ? null : plain)
                .dong("amount", amount);
    }

    private static Reason reason(Facts wanted) {
        return Arrays.stream(Reason.values())
                .filter(each -> wanted.textOf("reason").equals(REASON + each))
                .findFirst()
                .orElseThrow(() -> new Refused(SavingsRefusal.UNKNOWN_UNCLAIMED));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label describe(String subject) {
        return Label.same(find(subject).owner().group());
    }

    @Override
    public List<Long> people(String subject) {
        return List.of(find(subject).owner().personId());
    }

    private Idle find(String subject) {
        if (!subject.matches("\\d{1,18}")) {
            throw new Refused(SavingsRefusal.UNKNOWN_UNCLAIMED);
        }
        return idle.of(Long.parseLong(subject)).orElseThrow(() -> new Refused(SavingsRefusal.UNKNOWN_UNCLAIMED));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return find(subject).place().pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var found = find(subject);
        days.hold(found.place().officeId());
        deposits.lock(List.of(found.owner().memberId()));
        return wanted.emptied();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var found = find(subject);
        var day = days.hold(found.place().officeId());
        if (!found.balance().isPositive()) {
            throw new Refused(SavingsRefusal.DEPOSIT_EMPTY);
        }
        var reason = reason(wanted);
        var before = idle.untouchedBefore(day);
        if (reason == Reason.UNTOUCHED && !found.touchedOn().isBefore(before)) {
            throw new Refused(SavingsRefusal.DEPOSIT_STILL_USED, found.touchedOn(), before);
        }
        int paper = wanted.has("paper") ? wanted.textOf("paper").length() : 0;
        if (paper > LONGEST_PAPER || (reason != Reason.UNTOUCHED && paper < SHORTEST_PAPER)) {
            throw new Refused(SavingsRefusal.UNCLAIMED_NEEDS_PAPER, SHORTEST_PAPER, LONGEST_PAPER);
        }
        if (idle.owesLoan(found.owner().memberId())) {
            throw new Refused(SavingsRefusal.UNCLAIMED_WHILE_LOANS_RUN);
        }
        if (!settlement(found).total().equals(wanted.dongOf("amount"))) {
            throw new Refused(SavingsRefusal.INTEREST_MOVED_MEANWHILE, subject);
        }
    }

    private Settlement settlement(Idle found) {
        var place = found.place();
        long member = found.owner().memberId();
        var account = deposits.read(List.of(member)).get(member);
        if (account == null) {
            account = new DepositAccount(place.accountId(), place.pointId(), member, 0, Dong.ZERO);
        }
        return settlements.of(account, days.today(place.officeId()));
    }

    /** What a deposit comes to today. */
    Dong total(Idle found) {
        return settlement(found).total();
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var found = find(approved.subject());
        var place = found.place();
        var whole = settlement(found);
        var day = days.hold(place.officeId());
        var header = new Journal.Header(approved.submission(), place.pointId(), place.officeId(), day, day, KIND, null);
        var voucher = ledger.post(new Journal(header, whole.entries(Account.UNCLAIMED_DEPOSIT)));
        settlements.post(voucher.journalId(), whole, line(approved));
        var wanted = approved.wanted();
        unclaimed.move(
                place.accountId(),
                voucher.journalId(),
                reason(wanted),
                wanted.has("paper") ? wanted.textOf("paper") : "",
                whole.total());
    }

    private static UUID line(Approved approved) {
        return UUID.nameUUIDFromBytes(
                ("unclaimed deposit by " + approved.submission()).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String form(String subject) {
        return "/deposits/unclaimed/" + subject;
    }
}
