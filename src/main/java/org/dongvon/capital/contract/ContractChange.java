package org.dongvon.capital.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.CapitalRequest;
import org.dongvon.capital.Contracts;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Units;
import org.dongvon.programme.ProgrammeRefusal;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Fact;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.KnownDocuments;
import org.dongvon.shared.text.Language;
import org.springframework.stereotype.Component;

/**
 * Signing a contract of capital, or changing what it says from the open day on. The subject is its code. A budget whose level
 * is abolished passes its contract on by such a change: statements of earlier days keep the former owner and level.
 */
@Component
public class ContractChange implements CapitalRequest {

    public static final String NAME = "capital.contract";

    private final ContractTerms book;
    private final Contracts contracts;
    private final Units units;
    private final BusinessDays days;
    private final Programmes programmes;
    private final KnownDocuments documents;

    ContractChange(
            ContractTerms book,
            Contracts contracts,
            Units units,
            BusinessDays days,
            Programmes programmes,
            KnownDocuments documents) {
        this.book = book;
        this.contracts = contracts;
        this.units = units;
        this.days = days;
        this.programmes = programmes;
        this.documents = documents;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return units.pointsOf(units.office(wanted.textOf("office")).id())
                .getFirst()
                .id();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        days.hold(units.office(wanted.textOf("office")).id());
        contracts.find(subject);
        return book.find(subject).map(Terms::facts).orElseGet(wanted::emptied);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var terms = Terms.of(wanted);
        boolean isNew = !current.has("source");
        var today = days.today(units.office(terms.office()).id());
        if (terms.signedOn().isAfter(today)) {
            throw new Refused(CapitalRefusal.DAY_NOT_YET, terms.signedOn(), today);
        }
        if (isNew || !current.textOf("source").equals(terms.source())) {
            requireSource(terms, isNew ? terms.signedOn() : today);
        }
        contracts.find(subject).ifPresent(held -> {
            if (terms.amount().isLessThan(held.money().received())) {
                throw new Refused(
                        CapitalRefusal.CONTRACT_BELOW_RECEIVED,
                        terms.amount(),
                        held.money().received());
            }
            if (!held.signedOn().equals(terms.signedOn())
                    || held.officeId() != units.office(terms.office()).id()) {
                throw new Refused(CapitalRefusal.CONTRACT_KNOWN, subject);
            }
        });
        requireUse(terms.use());
    }

    private void requireSource(Terms terms, LocalDate day) {
        var source = book.sources().stream()
                .filter(each -> each.code().equals(terms.source()))
                .findFirst()
                .orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_SOURCE, terms.source()));
        if (source.ended() != null && !day.isBefore(source.ended())) {
            throw new Refused(CapitalRefusal.SOURCE_ENDED, terms.source(), source.ended());
        }
    }

    private void requireUse(Terms.Use use) {
        var reference = programmes.current();
        use.programmes().forEach(reference::programme);
        if (use.area() != null) {
            units.byCode(use.area());
        }
        var wanted = use.series();
        if (wanted != null) {
            var series = reference.rates().all().stream()
                    .filter(each -> each.code().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new Refused(ProgrammeRefusal.UNKNOWN_SERIES, wanted));
            if (!use.programmes().equals(List.of(series.programme()))) {
                throw new Refused(CapitalRefusal.SERIES_OF_OTHER_PROGRAMME, series.code(), series.programme());
            }
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var terms = Terms.of(approved.wanted());
        var code = Objects.requireNonNull(approved.basis().document());
        var decision = new ContractTerms.Decision(code, documents.number(code).orElseThrow());
        if (book.find(approved.subject()).isPresent()) {
            book.change(approved.subject(), approved.place().day(), terms, decision);
        } else {
            book.sign(approved.subject(), approved.place().pointId(), terms, decision);
        }
    }

    @Override
    public Optional<String> words(Language language, String subject, Fact fact) {
        if (!fact.name().equals("source") || fact.value() == null) {
            return Optional.empty();
        }
        return book.sources().stream()
                .filter(each -> each.code().equals(fact.value()))
                .findFirst()
                .map(each -> each.name().in(language));
    }

    @Override
    public String form(String subject) {
        return "/capital/" + subject + "/terms";
    }
}
