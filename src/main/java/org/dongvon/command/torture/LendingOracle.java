package org.dongvon.command.torture;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What lending must come to, by arithmetic of its own: it walks day by day through balance × rate and knows neither indexes nor
 * lines. Shares no code with the engine.
 */
final class LendingOracle {

    private static final long UNITS = 365L * 100_000_000;
    private static final int SESSION_DAY = 18;

    private final Map<Long, OracleLoan> loans = new LinkedHashMap<>();
    private final Map<String, TreeMap<LocalDate, Rate>> rates = new HashMap<>();

    void rate(String series, LocalDate from, Rate rate) {
        rates.computeIfAbsent(series, each -> new TreeMap<>()).put(from, rate);
    }

    void lent(OracleLoan loan) {
        loans.put(loan.id(), loan);
    }

    Map<Long, OracleLoan> loans() {
        return loans;
    }

    /** What of a loan bears interest again, and what becomes overdue, at the end of the days up to one. */
    void closeThrough(LocalDate first, LocalDate last) {
        for (var loan : loans.values()) {
            for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
                loan.endOf(day);
            }
        }
    }

    /** A session's day on or before a contract date. */
    static LocalDate due(LocalDate contract) {
        return contract.getDayOfMonth() >= SESSION_DAY
                ? contract.withDayOfMonth(SESSION_DAY)
                : contract.minusMonths(1).withDayOfMonth(SESSION_DAY);
    }

    /** Interest owed on a day, đồng × 365 × 10^8. */
    BigInteger owed(OracleLoan loan, LocalDate day) {
        var ofSeries = Objects.requireNonNull(rates.get(loan.series()));
        var flows = loan.byDay(day);
        var sum = BigInteger.ZERO;
        long inTerm = 0;
        long overdue = 0;
        int next = 0;
        for (var each = loan.paidOut(); each.isBefore(day); each = each.plusDays(1)) {
            while (next < flows.size() && !flows.get(next).day().isAfter(each)) {
                inTerm += flows.get(next).inTerm();
                overdue += flows.get(next).overdue();
                next++;
            }
            if (inTerm != 0 || overdue != 0) {
                var rate = ofSeries.floorEntry(each).getValue();
                sum = sum.add(BigInteger.valueOf(
                        Math.addExact(Math.multiplyExact(inTerm, rate.inTerm()), overdue * rate.overdue())));
            }
        }
        return sum.subtract(BigInteger.valueOf(loan.interestPaid()).multiply(BigInteger.valueOf(UNITS)));
    }

    /** The same in đồng: half a đồng counts as one; nothing when it was overpaid. */
    long asked(OracleLoan loan, LocalDate day) {
        var owed = owed(loan, day);
        if (owed.signum() <= 0) {
            return 0;
        }
        return owed.multiply(BigInteger.TWO)
                .add(BigInteger.valueOf(UNITS))
                .divide(BigInteger.valueOf(2 * UNITS))
                .longValueExact();
    }

    /** Of a year, in units of 10^-8. */
    record Rate(long inTerm, long overdue) {}
}
