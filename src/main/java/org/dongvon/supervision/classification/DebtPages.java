package org.dongvon.supervision.classification;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.supervision.classification.DebtSums.Summed;
import org.dongvon.supervision.classification.Debts.Debt;
import org.dongvon.supervision.classification.Debts.Line;
import org.dongvon.supervision.classification.Signatures.Signed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gathers what the pages and files of the classification show. */
@Service
class DebtPages {

    /** How many debts a page or file names; a year of more is taken out point by point. */
    static final int MOST = 20_000;

    private static final Set<Role> TAKING = Set.of(Role.CREDIT_OFFICER, Role.DIRECTOR);
    private static final Set<Role> SIGNING_GROUPS = Set.of(Role.GROUP_HEAD, Role.ASSOCIATION_STAFF);

    private final Debts debts;
    private final DebtSums sums;
    private final Signatures signatures;
    private final ClassRules rules;
    private final Transactions transactions;

    DebtPages(Debts debts, DebtSums sums, Signatures signatures, ClassRules rules, Transactions transactions) {
        this.debts = debts;
        this.sums = sums;
        this.signatures = signatures;
        this.rules = rules;
        this.transactions = transactions;
    }

    /** The sums of a year; without one, those of the newest. */
    YearView year(Actor actor, @Nullable Integer year) {
        return transactions.read(actor, () -> {
            var years = sums.years();
            int today = sums.today().getYear();
            int shown = year != null ? year : years.isEmpty() ? today : years.getFirst();
            return new YearView(
                    sums.of(shown, null), years, today, TAKING.contains(actor.role()) && actor.officeId() != 0);
        });
    }

    /** The sums and debts of a year, or of one of its points, for a file. */
    FileView file(Actor actor, @Nullable Integer year, @Nullable String point) {
        return transactions.read(actor, () -> {
            var years = sums.years();
            int shown = year != null ? year : years.isEmpty() ? sums.today().getYear() : years.getFirst();
            var all = debts.all(shown, point, null, MOST + 1);
            if (all.size() > MOST) {
                throw new Refused(DebtRefusal.DEBTS_TOO_MANY, Integer.toString(MOST));
            }
            return new FileView(sums.of(shown, point), all);
        });
    }

    /** A point's round with its debts. */
    PointView point(Actor actor, String year, String point) {
        return transactions.read(actor, () -> {
            var round = signatures.get(actor, year, point);
            return new PointView(
                    round,
                    debts.all(round.year(), point, null, MOST),
                    SIGNING_GROUPS.contains(actor.role()),
                    actor.role() == Role.COMMUNE_OFFICIAL,
                    actor.role() == Role.CREDIT_OFFICER);
        });
    }

    /** The newest debt of a loan, with what was written of it. */
    DebtView debt(Actor actor, String loan) {
        return transactions.read(actor, () -> {
            var debt = debts.newest(loan);
            boolean classifying = ClassifyDebt.CLASSIFYING.contains(actor.role()) && !debt.signed();
            boolean following = ClassifyDebt.FOLLOWING.contains(actor.role())
                    && debt.round().closedOn() != null;
            return new DebtView(debt, debts.steps(debt), rules.on(debt.round().takenOn()), classifying, following);
        });
    }

    private static List<Long> people(List<Debt> debts) {
        return debts.stream()
                .filter(each -> each.loan().name() != null)
                .map(each -> each.loan().borrowerId())
                .toList();
    }

    /** A year in sums; {@code taking} when its reader may take the round of the open day's year. */
    record YearView(Summed sums, List<Integer> years, int today, boolean taking) {}

    /** What goes along. */
    record FileView(Summed sums, List<Debt> debts) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return DebtPages.people(debts);
        }
    }

    /** A point; the flags say what its reader may sign or ask for. */
    record PointView(Signed round, List<Debt> debts, boolean signingGroups, boolean signingCommune, boolean closing)
            implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return DebtPages.people(debts);
        }
    }

    /** A debt; the flags say what its reader may write. */
    record DebtView(Debt of, List<Line> lines, ClassRules.Rules rules, boolean classifying, boolean following)
            implements ShowsPeople {

        public DebtMeasure[] measures() {
            return DebtMeasure.values();
        }

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return DebtPages.people(List.of(of));
        }
    }
}
