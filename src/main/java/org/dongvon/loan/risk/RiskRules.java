package org.dongvon.loan.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.dongvon.programme.ParameterBook;
import org.dongvon.programme.ParameterCode;
import org.dongvon.shared.Refused;

/**
 * What the law of a day allows for a debt at risk (QĐ 50/2010/QĐ-TTg and what amends it); docs/domain/risk.md.
 *
 * @param book the dated rules
 * @param day on which they are asked
 */
public record RiskRules(ParameterBook book, LocalDate day) {

    /**
     * For how many months a loan may be frozen at most; 0 for a write-off.
     *
     * @param before what happened to the loan before
     * @throws Refused {@link RiskRefusal#RISK_CAUSE_NOT_LISTED}, {@link RiskRefusal#RISK_LOSS_TOO_SMALL}, {@link
     *     RiskRefusal#RISK_NOT_FROZEN_BEFORE}, {@link RiskRefusal#RISK_FREEZE_RUNS}, {@link
     *     RiskRefusal#RISK_FURTHER_FREEZE_WAITS}
     */
    int mostMonths(Asked asked, Before before) {
        if (!book.names(ParameterCode.RISK_CAUSES, day).contains(asked.cause().name())) {
            throw new Refused(RiskRefusal.RISK_CAUSE_NOT_LISTED, asked.cause(), day);
        }
        return switch (asked.measure()) {
            case FREEZE -> mostOfFreeze(asked, before);
            case FURTHER_FREEZE -> mostOfFurtherFreeze(before);
            case WRITE_OFF -> writeOff(asked, before);
        };
    }

    private int mostOfFreeze(Asked asked, Before before) {
        if (before.runs()) {
            throw new Refused(RiskRefusal.RISK_FREEZE_RUNS);
        }
        if (asked.loss().isAtLeast(percent(ParameterCode.RISK_LONG_FREEZE_LOSS_MIN))) {
            return months(ParameterCode.RISK_LONG_FREEZE_MONTHS_MAX);
        }
        if (asked.loss().isAtLeast(percent(ParameterCode.RISK_FREEZE_LOSS_MIN))) {
            return months(ParameterCode.RISK_FREEZE_MONTHS_MAX);
        }
        if (book.names(ParameterCode.RISK_CAUSES_OF_PERSON, day)
                .contains(asked.cause().name())) {
            return months(ParameterCode.RISK_PERSON_FREEZE_MONTHS_MAX);
        }
        throw new Refused(
                RiskRefusal.RISK_LOSS_TOO_SMALL,
                asked.loss().percent().toPlainString().replace('.', ','),
                book.value(ParameterCode.RISK_FREEZE_LOSS_MIN, day));
    }

    private int mostOfFurtherFreeze(Before before) {
        if (before.months() == 0) {
            throw new Refused(RiskRefusal.RISK_NOT_FROZEN_BEFORE);
        }
        if (before.waits()) {
            throw new Refused(RiskRefusal.RISK_FURTHER_FREEZE_WAITS);
        }
        return BigDecimal.valueOf(before.months())
                .multiply(percent(ParameterCode.RISK_FURTHER_FREEZE_MAX))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN)
                .intValueExact();
    }

    private int writeOff(Asked asked, Before before) {
        boolean atOnce = book.names(ParameterCode.RISK_CAUSES_WRITTEN_OFF_AT_ONCE, day)
                .contains(asked.cause().name());
        if (!atOnce && before.months() == 0) {
            throw new Refused(RiskRefusal.RISK_NOT_FROZEN_BEFORE);
        }
        if (!atOnce && before.runs()) {
            throw new Refused(RiskRefusal.RISK_FREEZE_RUNS);
        }
        return 0;
    }

    /**
     * Lets pass what the law of the day allows.
     *
     * @throws Refused what {@link #mostMonths} refuses, and {@link RiskRefusal#RISK_FREEZE_TOO_LONG}
     */
    void check(Asked asked, Before before) {
        int most = mostMonths(asked, before);
        if (asked.months() > most) {
            throw new Refused(RiskRefusal.RISK_FREEZE_TOO_LONG, asked.months(), most);
        }
    }

    private BigDecimal percent(ParameterCode code) {
        return new BigDecimal(book.value(code, day));
    }

    private int months(ParameterCode code) {
        return Math.toIntExact(book.whole(code, day));
    }

    /** What is asked for: months are 0 for a write-off. */
    public record Asked(Cause cause, Loss loss, Measure measure, int months) {}

    /**
     * The last freeze of the loan.
     *
     * @param months how long it lasts or lasted; 0 for none
     * @param runs whether it is not over yet
     * @param waits whether it follows another and has not begun yet
     */
    public record Before(int months, boolean runs, boolean waits) {}
}
