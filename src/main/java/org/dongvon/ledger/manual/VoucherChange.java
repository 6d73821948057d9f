package org.dongvon.ledger.manual;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.ledger.chart.Chart;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Fact;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.MovesAmount;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.springframework.stereotype.Component;

/** A voucher written by hand; the subject is the office's code. Rules: docs/domain/accounting.md. */
@Component
class VoucherChange implements MovesAmount {

    static final String NAME = "ledger.voucher";

    private final ManualBook book;
    private final Units units;
    private final BusinessDays days;
    private final Chart chart;
    private final Messages messages;

    VoucherChange(ManualBook book, Units units, BusinessDays days, Chart chart, Messages messages) {
        this.book = book;
        this.units = units;
        this.days = days;
        this.chart = chart;
        this.messages = messages;
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
    public Label describe(String subject) {
        return Label.same(units.find(subject).map(Unit::name).orElse(subject));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return units.pointsOf(office(subject).id()).getFirst().id();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        days.hold(office(subject).id());
        return wanted.emptied();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        long office = office(subject).id();
        book.require(ManualVoucher.of(wanted), office, days.hold(office));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var office = office(approved.subject());
        var voucher = ManualVoucher.of(approved.wanted());
        book.write(
                new Journal.Header(
                        approved.submission(),
                        approved.place().pointId(),
                        office.id(),
                        days.hold(office.id()),
                        voucher.on(),
                        "MANUAL",
                        null),
                voucher);
    }

    @Override
    public Optional<String> words(Language language, String subject, Fact fact) {
        if (!fact.name().equals("lines") || fact.value() == null) {
            return Optional.empty();
        }
        var voucher = ManualVoucher.of(Facts.none()
                .text("lines", fact.value())
                .date("on", LocalDate.EPOCH)
                .text("source", "")
                .text("wording", ""));
        var names = chart.rows();
        var formats = Formats.in(language);
        return Optional.of(String.join(
                "; ",
                voucher.lines().stream()
                        .map(line -> side(language, line.amount()) + " "
                                + names.stream()
                                        .filter(row -> row.code().equals(line.account()))
                                        .reduce((earlier, later) -> later)
                                        .map(row -> row.name().in(language))
                                        .orElse(line.account())
                                + " " + formats.dong(line.amount().abs())
                                + (line.wording().isEmpty() ? "" : " – " + line.wording()))
                        .toList()));
    }

    private String side(Language language, Dong amount) {
        return messages.text(language, amount.isPositive() ? "journal.debit" : "journal.credit");
    }

    @Override
    public String form(String subject) {
        return "/journals/new?office=" + subject;
    }

    private Unit office(String code) {
        return units.find(code)
                .filter(unit -> unit.kind() == Unit.Kind.OFFICE)
                .orElseThrow(() -> new Refused(LedgerRefusal.UNKNOWN_OFFICE, code));
    }
}
