package org.dongvon.fee.distribution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.shared.Refused;

/** A month of a contract, as requests and addresses name it: {@code UT-TINH-2026:2026-04}. */
record ContractMonth(String contract, YearMonth month) {

    /** @throws Refused {@link FeeRefusal#UNKNOWN_MONTH} */
    static ContractMonth parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new Refused(FeeRefusal.UNKNOWN_MONTH, text);
        }
        return new ContractMonth(text.substring(0, colon), month(text.substring(colon + 1)));
    }

    /** @throws Refused {@link FeeRefusal#UNKNOWN_MONTH} */
    static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refused(FeeRefusal.UNKNOWN_MONTH, text);
        }
    }

    LocalDate first() {
        return month.atDay(1);
    }

    LocalDate last() {
        return month.atEndOfMonth();
    }

    @Override
    public String toString() {
        return contract + ":" + month;
    }
}
