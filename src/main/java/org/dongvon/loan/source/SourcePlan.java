package org.dongvon.loan.source;

import java.util.Arrays;
import java.util.List;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.Contracts.Held;
import org.dongvon.capital.PromisedMoney;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.source.SourceLoans.Loan;
import org.dongvon.loan.source.SourceLoans.Money;
import org.dongvon.loan.source.SourceLoans.Selection;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Unit;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a change of source would move, and whether the contract it leads to allows it. */
@Component
class SourcePlan {

    /** What one decision moves at most: a journal numbers two lines a loan. */
    static final int MOST = 10_000;

    private static final int MOST_CODES = 200;

    private final SourceLoans loans;
    private final PromisedMoney promised;
    private final Programmes programmes;
    private final BusinessDays days;

    SourcePlan(SourceLoans loans, PromisedMoney promised, Programmes programmes, BusinessDays days) {
        this.loans = loans;
        this.promised = promised;
        this.programmes = programmes;
        this.days = days;
    }

    /**
     * The fields that choose loans, without their count.
     *
     * @param programme a programme's code, blank for all
     * @param point a point's code, blank for all
     * @param codes loans, by blanks or commas; blank for all
     * @param undoes an earlier decision, blank for none
     */
    static Facts choice(String to, String programme, String point, String codes, String undoes) {
        return Facts.none()
                .text("to", to)
                .text("programme", orNone(programme))
                .text("point", orNone(point))
                .text("loans", orNone(String.join(", ", split(codes))))
                .text("undoes", orNone(undoes));
    }

    private static @Nullable String orNone(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static List<String> split(String codes) {
        return Arrays.stream(codes.split("[\\s,;]+"))
                .filter(code -> !code.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    static @Nullable Long undoes(Facts wanted) {
        return wanted.has("undoes") ? Long.valueOf(wanted.textOf("undoes")) : null;
    }

    /**
     * The loans that are chosen, and the money they would come to.
     *
     * @throws Refused when there is no such contract, or a loan that was named is not of the one it should leave
     */
    Planned of(Held from, Unit office, Facts wanted) {
        var code = wanted.textOf("to");
        if (code.equals(from.code())) {
            throw new Refused(CapitalRefusal.SAME_CONTRACT, code);
        }
        var to = loans.money(code, office.id()).orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_CONTRACT, code));
        var chosen = wanted.has("loans")
                ? named(from, office, split(wanted.textOf("loans")))
                : loans.whole(from.id(), office.id(), selection(wanted), MOST + 1);
        requireOpposite(from, to, office, undoes(wanted));
        var allotment = to.allotted().id();
        var free = allotment == null
                ? Dong.ZERO
                : to.allotted().free().minus(promised.of(allotment)).max(Dong.ZERO);
        return new Planned(from, office, to, free, chosen);
    }

    private Selection selection(Facts wanted) {
        var programme = wanted.has("programme")
                ? programmes.current().programme(wanted.textOf("programme")).id()
                : null;
        return new Selection(programme, wanted.has("point") ? wanted.textOf("point") : null, undoes(wanted));
    }

    private List<Loan> named(Held from, Unit office, List<String> codes) {
        if (codes.size() > MOST_CODES) {
            throw new Refused(SourceRefusal.SOURCE_TOO_MANY_CODES, MOST_CODES);
        }
        var found = loans.named(codes);
        for (var loan : found) {
            if (loan.contractId() != from.id()) {
                throw new Refused(SourceRefusal.SOURCE_OTHER_CONTRACT, loan.code(), from.code());
            }
            if (loan.place().officeId() != office.id()) {
                throw new Refused(SourceRefusal.SOURCE_OTHER_OFFICE, loan.code(), office.name());
            }
            if (!loan.isOpen()) {
                throw new Refused(LoanRefusal.LOAN_NOT_ACTIVE, loan.code());
            }
        }
        return found;
    }

    private void requireOpposite(Held from, Money to, Unit office, @Nullable Long undoes) {
        if (undoes == null) {
            return;
        }
        boolean opposite = loans.decided(undoes)
                .filter(each -> each.from().equals(to.code())
                        && each.to().equals(from.code())
                        && each.officeId() == office.id())
                .isPresent();
        if (!opposite) {
            throw new Refused(SourceRefusal.SOURCE_NOT_OPPOSITE, Long.toString(undoes));
        }
    }

    /**
     * Refuses what the contract does not allow, and more than was asked for.
     *
     * @throws Refused by name: no loans or too many, before the signing, nothing granted, another programme or area, above the cap,
     *     more than is free, more than was asked for
     */
    void require(Planned planned, Facts wanted) {
        var to = planned.to();
        if (planned.loans().isEmpty()) {
            throw new Refused(SourceRefusal.SOURCE_NO_LOANS, planned.from().code());
        }
        if (planned.loans().size() > MOST) {
            throw new Refused(SourceRefusal.SOURCE_TOO_MANY, MOST);
        }
        var today = days.today(planned.office().id());
        if (today.isBefore(to.signedOn())) {
            throw new Refused(CapitalRefusal.BEFORE_CONTRACT, today, to.signedOn());
        }
        if (to.allotted().id() == null) {
            throw new Refused(
                    SourceRefusal.SOURCE_NOT_GRANTED,
                    to.code(),
                    planned.office().name());
        }
        planned.loans().forEach(loan -> requireAllowed(to, loan));
        requireArea(planned);
        if (planned.taken().isMoreThan(planned.free())) {
            throw new Refused(CapitalRefusal.ALLOTMENT_EXHAUSTED, planned.taken(), planned.free());
        }
        requireWithin(planned, wanted);
    }

    private void requireAllowed(Money to, Loan loan) {
        if (!to.limits().allows(loan.programmeId())) {
            var programme = programmes.current().programme(loan.programmeId());
            throw new Refused(CapitalRefusal.PROGRAMME_NOT_ALLOWED, programme.code(), to.code());
        }
        var cap = to.limits().cap();
        if (cap != null && loan.sums().amount().isMoreThan(cap)) {
            throw new Refused(CapitalRefusal.ABOVE_CAP_OF_CONTRACT, loan.sums().amount(), cap);
        }
    }

    private void requireArea(Planned planned) {
        var area = planned.to().limits().areaId();
        if (area == null) {
            return;
        }
        var points = planned.loans().stream()
                .map(loan -> loan.place().id())
                .distinct()
                .toList();
        loans.outside(area, points, days.today(planned.office().id())).ifPresent(outside -> {
            throw new Refused(
                    CapitalRefusal.AREA_NOT_ALLOWED,
                    planned.loans().stream()
                            .filter(loan -> loan.place().id() == outside)
                            .findFirst()
                            .map(loan -> loan.place().name())
                            .orElseThrow(),
                    planned.to().code());
        });
    }

    private static void requireWithin(Planned planned, Facts wanted) {
        long count = wanted.countOf("count");
        var amount = wanted.dongOf("amount");
        if (planned.loans().size() > count || planned.principal().isMoreThan(amount)) {
            throw new Refused(
                    SourceRefusal.SOURCE_MORE_THAN_ASKED, planned.loans().size(), count, planned.principal(), amount);
        }
    }

    /**
     * What would move.
     *
     * @param free what the office may still lend of the new money, without what it has promised
     */
    record Planned(Held from, Unit office, Money to, Dong free, List<Loan> loans) {

        Planned {
            loans = List.copyOf(loans);
        }

        Dong principal() {
            return Dong.sum(
                    loans.stream().map(loan -> loan.sums().outstanding()).toList());
        }

        Dong taken() {
            return Dong.sum(loans.stream().map(loan -> loan.sums().taken()).toList());
        }
    }
}
