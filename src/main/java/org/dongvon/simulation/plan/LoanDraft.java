package org.dongvon.simulation.plan;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dongvon.engine.money.Dong;
import org.dongvon.simulation.plan.OfficePlan.LoanPlan;
import org.jspecify.annotations.Nullable;

/** A loan while it is being planned. Amounts are in millions of đồng. */
final class LoanDraft {

    /** How a loan goes. */
    enum Life {
        /** Still owed on the last closed day, in term. */
        STEADY,
        /** Past its last date and not repaid. */
        OVERDUE,
        /** Repaid in full within the history. */
        REPAID
    }

    private static final long MILLION = 1_000_000;

    final ProgrammeSpec spec;
    final Life life;
    final SortedMap<LocalDate, Integer> repayments = new TreeMap<>();
    int millions;
    int months;
    LocalDate paidOut = LocalDate.MIN;

    @Nullable
    LocalDate arrearsFrom;

    LoanDraft(ProgrammeSpec spec, Life life) {
        this.spec = spec;
        this.life = life;
    }

    int balance() {
        return millions
                - repayments.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether the amount may still be changed without breaking what was planned with it. */
    boolean isAdjustable() {
        return life == Life.STEADY && repayments.isEmpty();
    }

    LoanPlan plan(String code) {
        var terms = new ProgrammeSpec.Terms(
                java.util.List.of(months),
                Math.min(spec.terms().interval(), months),
                life == Life.STEADY ? spec.terms().grace() : 0,
                life == Life.STEADY ? spec.terms().interestGrace() : 0);
        var repaid = new TreeMap<LocalDate, Dong>();
        repayments.forEach((day, amount) -> repaid.put(day, new Dong(amount * MILLION)));
        return new LoanPlan(code, spec, new Dong(millions * MILLION), terms, paidOut, repaid, arrearsFrom);
    }
}
