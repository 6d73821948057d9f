package org.dongvon.ledger.manual;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.ledger.period.Periods;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Point;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.MovesAmount;
import org.dongvon.shared.text.Label;
import org.springframework.stereotype.Component;

/**
 * Money that one office sends to another, in both books at once. The subject is {@code <from>:<to>}.
 *
 * <p>Example: 2 000 000 000 đ from HP to LECHAN credits the bank account of HP and debits that of LECHAN, each against what
 * offices owe each other.
 */
@Component
class OfficeTransfer implements MovesAmount {

    static final String NAME = "ledger.transfer";

    private final Ledger ledger;
    private final Units units;
    private final BusinessDays days;
    private final Periods periods;
    private final Submissions submissions;

    OfficeTransfer(Ledger ledger, Units units, BusinessDays days, Periods periods, Submissions submissions) {
        this.ledger = ledger;
        this.units = units;
        this.days = days;
        this.periods = periods;
        this.submissions = submissions;
    }

    static Facts wanted(Dong amount) {
        return Facts.none().dong("amount", amount);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return Set.of(Role.ACCOUNTANT);
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.MANAGER);
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public Label describe(String subject) {
        return Label.same(subject.replace(":", " → "));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return offices(subject).from.id();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        hold(offices(subject));
        return wanted.emptied();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var both = offices(subject);
        if (!wanted.dongOf("amount").isPositive()) {
            throw new Refused(LedgerRefusal.TRANSFER_NOTHING);
        }
        Stream.of(both.from, both.to).forEach(point -> periods.requireWhole(point.officeId()));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var both = offices(approved.subject());
        hold(both);
        var amount = approved.wanted().dongOf("amount");
        post(approved.submission(), both.from, amount.negate());
        var key = UUID.nameUUIDFromBytes(
                ("transfer to " + both.to.id() + " by " + approved.submission()).getBytes(StandardCharsets.UTF_8));
        submissions.along(
                checker,
                new Submission(approved.submission(), "ledger.OfficeTransfer", approved.subject()),
                List.of(new Submissions.Along(key, both.to.id(), days.hold(both.to.officeId()))));
        post(key, both.to, amount);
    }

    private void post(UUID key, Point point, Dong in) {
        var day = days.hold(point.officeId());
        var header = new Journal.Header(key, point.id(), point.officeId(), day, day, "OFFICE_TRANSFER", null);
        ledger.post(new Journal(
                header, List.of(Entry.of(Account.BANK, in), Entry.of(Account.BETWEEN_OFFICES, in.negate()))));
    }

    // In the order of offices, as two transfers against each other would otherwise wait in a circle.
    private void hold(Both both) {
        Stream.of(both.from, both.to).map(Point::officeId).sorted().forEach(days::hold);
    }

    private Both offices(String subject) {
        var codes = subject.split(":", 2);
        if (codes.length != 2 || codes[0].equals(codes[1])) {
            throw new Refused(LedgerRefusal.TRANSFER_SAME_OFFICE, codes[0]);
        }
        return new Both(direct(codes[0]), direct(codes[1]));
    }

    private Point direct(String code) {
        var office = units.find(code)
                .filter(unit -> unit.kind() == Unit.Kind.OFFICE)
                .orElseThrow(() -> new Refused(LedgerRefusal.UNKNOWN_OFFICE, code));
        return units.pointsOf(office.id()).getFirst();
    }

    @Override
    public String form(String subject) {
        return "/journals/transfer";
    }

    private record Both(Point from, Point to) {}
}
