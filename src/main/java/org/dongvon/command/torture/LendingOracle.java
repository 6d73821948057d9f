package org.dongvon.command.torture;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What lending must come to, by arithmetic of its own: it walks day by day through balance × rate and knows neither indexes nor
 * lines. Shares no code with the engine.
 */
final class LendingOracle {

    private static final long UNITS = 365L * 100_000_000;
    private static final int SESSION_DAY = 18;

    private final Map<Long, Loan> loans = new LinkedHashMap<>();
    private final TreeMap<LocalDate, Rate> rates = new TreeMap<>();

    void rate(LocalDate from, long inTerm, long overdue) {
        rates.put(from, new Rate(inTerm, overdue));
    }

    LocalDate lastRate() {
        return rates.lastKey();
    }

    void paidOut(long id, String code, LocalDate day, Terms terms) {
        loans.put(id, new Loan(id, code, day, terms));
    }

    Map<Long, Loan> loans() {
        return loans;
    }

    /** What of a loan becomes overdue at the end of the days up to one. */
    void closeThrough(LocalDate first, LocalDate last) {
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (var loan : loans.values()) {
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
    BigInteger owed(Loan loan, LocalDate day) {
        var sum = BigInteger.ZERO;
        for (var each = loan.paidOut; each.isBefore(day); each = each.plusDays(1)) {
            var rate = rates.floorEntry(each).getValue();
            long overdue = loan.overdueAfter(each);
            long inTerm = loan.outstandingAfter(each) - overdue;
            sum = sum.add(BigInteger.valueOf(inTerm).multiply(BigInteger.valueOf(rate.inTerm)))
                    .add(BigInteger.valueOf(overdue).multiply(BigInteger.valueOf(rate.overdue)));
        }
        long paid = loan.payments.stream().mapToLong(Payment::interest).sum();
        return sum.subtract(BigInteger.valueOf(paid).multiply(BigInteger.valueOf(UNITS)));
    }

    /** The same in đồng: half a đồng counts as one; nothing when it was overpaid. */
    long asked(Loan loan, LocalDate day) {
        var owed = owed(loan, day);
        if (owed.signum() <= 0) {
            return 0;
        }
        return owed.multiply(BigInteger.TWO)
                .add(BigInteger.valueOf(UNITS))
                .divide(BigInteger.valueOf(2 * UNITS))
                .longValueExact();
    }

    private record Rate(long inTerm, long overdue) {}

    /** An instalment. */
    record Instalment(LocalDate contract, LocalDate due, long amount) {}

    /** A payment that stands: what of its principal was overdue. */
    record Payment(UUID line, LocalDate day, long principal, long overdue, long interest) {}

    /** What was agreed: {@code late} when an unpaid instalment becomes overdue at once. */
    record Terms(long amount, boolean late, List<Instalment> instalments) {}

    private record Move(LocalDate day, long amount) {}

    /** A loan. */
    static final class Loan {

        final long id;
        final String code;
        private final LocalDate paidOut;
        private final Terms terms;
        private final List<Instalment> instalments;
        private final List<Payment> payments = new ArrayList<>();
        private final List<Move> moves = new ArrayList<>();

        Loan(long id, String code, LocalDate paidOut, Terms terms) {
            this.id = id;
            this.code = code;
            this.paidOut = paidOut;
            this.terms = terms;
            this.instalments = new ArrayList<>(terms.instalments());
        }

        List<Instalment> instalments() {
            return instalments;
        }

        void adjust(int number, LocalDate contract) {
            var old = instalments.get(number);
            instalments.set(number, new Instalment(contract, due(contract), old.amount()));
        }

        void pay(UUID line, LocalDate day, long principal, long interest) {
            payments.add(new Payment(line, day, principal, Math.min(principal, overdue()), interest));
        }

        boolean takeBack(UUID line) {
            return payments.removeIf(each -> each.line().equals(line));
        }

        long outstanding() {
            return terms.amount()
                    - payments.stream().mapToLong(Payment::principal).sum();
        }

        long overdue() {
            return moves.stream().mapToLong(Move::amount).sum()
                    - payments.stream().mapToLong(Payment::overdue).sum();
        }

        private long outstandingAfter(LocalDate day) {
            return terms.amount()
                    - payments.stream()
                            .filter(each -> !each.day().isAfter(day))
                            .mapToLong(Payment::principal)
                            .sum();
        }

        private long overdueAfter(LocalDate day) {
            return moves.stream()
                            .filter(each -> !each.day().isAfter(day))
                            .mapToLong(Move::amount)
                            .sum()
                    - payments.stream()
                            .filter(each -> !each.day().isAfter(day))
                            .mapToLong(Payment::overdue)
                            .sum();
        }

        private void endOf(LocalDate day) {
            if (instalments.stream().noneMatch(each -> each.due().equals(day))) {
                return;
            }
            boolean over = !instalments.getLast().due().isAfter(day);
            if (!terms.late() && !over) {
                return;
            }
            long due = instalments.stream()
                    .filter(each -> !each.due().isAfter(day))
                    .mapToLong(Instalment::amount)
                    .sum();
            long unpaid = due - (terms.amount() - outstanding()) - overdue();
            if (unpaid > 0) {
                moves.add(new Move(day, unpaid));
            }
        }
    }
}
