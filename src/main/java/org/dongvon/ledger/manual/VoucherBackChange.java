package org.dongvon.ledger.manual;

import java.util.List;
import java.util.Set;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.ledger.period.Periods;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.MovesAmount;
import org.springframework.stereotype.Component;

/** Takes a voucher written by hand back, by a counter-voucher of the open day. The subject is its number. */
@Component
class VoucherBackChange implements MovesAmount {

    static final String NAME = "ledger.voucher-back";

    private final ManualBook book;
    private final BusinessDays days;
    private final Periods periods;

    VoucherBackChange(ManualBook book, BusinessDays days, Periods periods) {
        this.book = book;
        this.days = days;
        this.periods = periods;
    }

    /** What to ask for: the whole voucher. */
    Facts wanted(String number) {
        return Facts.none().dong("amount", book.find(number).voucher().debit());
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
        return List.of(Role.DIRECTOR, Role.MANAGER);
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return book.find(subject).place().pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        days.hold(book.find(subject).place().officeId());
        return wanted.emptied();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var written = book.find(subject);
        if (written.reverses() != null
                || !wanted.dongOf("amount").equals(written.voucher().debit())) {
            throw new Refused(LedgerRefusal.UNKNOWN_VOUCHER, subject);
        }
        if (written.takenBack() != null) {
            throw new Refused(LedgerRefusal.VOUCHER_TAKEN_BACK, subject);
        }
        long office = written.place().officeId();
        periods.requireOpen(office, days.hold(office));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var written = book.find(approved.subject());
        var place = written.place();
        var day = days.hold(place.officeId());
        book.write(
                new Journal.Header(
                        approved.submission(),
                        place.pointId(),
                        place.officeId(),
                        day,
                        day,
                        "MANUAL_BACK",
                        place.journalId()),
                written.voucher().back(day, approved.basis().reason()));
    }

    @Override
    public String form(String subject) {
        return "/journals/reversal?voucher=" + subject;
    }
}
