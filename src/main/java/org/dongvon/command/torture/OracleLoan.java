package org.dongvon.command.torture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A loan of the oracle: dated flows between what is in term, overdue and frozen, and the instalments that move them. */
final class OracleLoan {

    private static final long STEP = 100_000;

    private final Agreed agreed;
    private final List<Due> dues;
    private final List<Flow> flows = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private long undrawn;
    private @Nullable LocalDate frozenUntil;
    private int frozenMonths;
    private long claimed;
    private long recoveredInterest;

    OracleLoan(Agreed agreed, long part, List<Due> dues) {
        this.agreed = agreed;
        this.dues = new ArrayList<>(dues);
        this.undrawn = agreed.whole() - part;
        flows.add(new Flow(agreed.paidOut(), part, 0, 0));
    }

    long id() {
        return agreed.id();
    }

    String code() {
        return agreed.code();
    }

    String series() {
        return agreed.series();
    }

    LocalDate paidOut() {
        return agreed.paidOut();
    }

    List<Due> dues() {
        return dues;
    }

    long undrawn() {
        return undrawn;
    }

    void giveUpRest() {
        undrawn = 0;
    }

    /** Flows up to a day, in the order of their days. */
    List<Flow> byDay(LocalDate day) {
        return flows.stream()
                .filter(flow -> !flow.day().isAfter(day))
                .sorted(Comparator.comparing(Flow::day))
                .toList();
    }

    long inTerm() {
        return sum(Flow::inTerm);
    }

    long overdue() {
        return sum(Flow::overdue);
    }

    long frozen() {
        return sum(Flow::frozen);
    }

    private long sum(ToLongFunction<Flow> what) {
        return flows.stream().mapToLong(what).sum();
    }

    long outstanding() {
        return inTerm() + overdue() + frozen();
    }

    long interestPaid() {
        return payments.stream().mapToLong(Payment::interest).sum() + recoveredInterest;
    }

    boolean isWrittenOff() {
        return claimed > 0;
    }

    /** What is still claimed of a loan written off. */
    long claimed() {
        return claimed;
    }

    boolean freezeRuns() {
        return frozenUntil != null;
    }

    int frozenMonths() {
        return frozenMonths;
    }

    /** Another part is paid out: equal shares in steps of 100 000 đ over what falls due later, the rest in the last. */
    void payOut(LocalDate day, long part) {
        flows.add(new Flow(day, part, 0, 0));
        undrawn -= part;
        int later = (int) dues.stream().filter(each -> each.due().isAfter(day)).count();
        long share = part / later / STEP * STEP;
        for (int i = dues.size() - later; i < dues.size(); i++) {
            boolean last = i == dues.size() - 1;
            var old = dues.get(i);
            dues.set(i, new Due(old.contract(), old.due(), old.amount() + (last ? part - share * (later - 1) : share)));
        }
    }

    void adjust(int number, LocalDate contract) {
        dues.set(
                number,
                new Due(contract, LendingOracle.due(contract), dues.get(number).amount()));
    }

    /** Principal that by its instalments is to be paid by a day, or is overdue, and is not paid. */
    long toPay(LocalDate day) {
        long all = dues.stream().mapToLong(Due::amount).sum();
        long due = dues.stream()
                .filter(each -> !each.due().isAfter(day))
                .mapToLong(Due::amount)
                .sum();
        return Math.max(0, Math.max(overdue(), due - (all - outstanding())));
    }

    /** A payment: of principal what is overdue first, then in term, then frozen. What it meets later moves anew. */
    void pay(UUID line, LocalDate day, long principal, long interest) {
        var before = List.copyOf(flows);
        var undone = flows.stream()
                .filter(flow -> flow.becomesOverdue && !flow.day().isBefore(day))
                .map(Flow::day)
                .distinct()
                .sorted()
                .toList();
        flows.removeIf(flow -> flow.becomesOverdue && !flow.day().isBefore(day));
        long late = Math.min(principal, overdue());
        long ordinary = Math.min(principal - late, inTerm());
        flows.add(new Flow(day, -ordinary, -late, -(principal - late - ordinary)));
        undone.forEach(this::becomeOverdue);
        payments.add(new Payment(line, day, interest, before, List.copyOf(flows)));
        if (outstanding() == 0) {
            undrawn = 0;
        }
    }

    /** Whether something was paid, or paid out, after a day. */
    boolean movedAfter(LocalDate day) {
        return payments.stream().anyMatch(each -> each.day().isAfter(day))
                || flows.stream()
                        .anyMatch(flow -> flow.inTerm() > 0 && flow.day().isAfter(day));
    }

    /** The flows of a payment go, and those that it had undone come again. */
    boolean takeBack(UUID line) {
        var found = payments.stream().filter(each -> each.line().equals(line)).findFirst();
        found.ifPresent(payment -> {
            payments.remove(payment);
            payment.after().stream()
                    .filter(flow -> !payment.before().contains(flow))
                    .forEach(flows::remove);
            payment.before().stream()
                    .filter(flow -> !payment.after().contains(flow))
                    .forEach(flows::add);
        });
        return found.isPresent();
    }

    /** All of it bears no interest, for so many months from the day or from the end of the freeze that runs. */
    void freeze(LocalDate day, int months) {
        frozenUntil = (frozenUntil == null ? day : frozenUntil).plusMonths(months);
        frozenMonths = months;
        flows.add(new Flow(day, -inTerm(), -overdue(), inTerm() + overdue()));
    }

    void writeOff(LocalDate day) {
        claimed = outstanding();
        frozenUntil = null;
        undrawn = 0;
        flows.add(new Flow(day, -inTerm(), -overdue(), -frozen()));
    }

    void recover(long principal, long interest) {
        claimed -= principal;
        recoveredInterest += interest;
    }

    /** The close of a day: first a freeze that ends, then what falls due. */
    void endOf(LocalDate day) {
        if (frozenUntil != null && !frozenUntil.isAfter(day)) {
            thaw(day);
            frozenUntil = null;
        }
        if (dues.stream().anyMatch(each -> each.due().equals(day))) {
            becomeOverdue(day);
        }
    }

    private void thaw(LocalDate day) {
        long frozen = frozen();
        long due = counts(day) ? Math.max(0, inTerm() + frozen - toCome(day)) : 0;
        long late = Math.min(due, frozen);
        flows.add(new Flow(day, frozen - late, late, -frozen));
    }

    private void becomeOverdue(LocalDate day) {
        long unpaid = inTerm() - toCome(day);
        if (counts(day) && unpaid > 0) {
            flows.add(Flow.toOverdue(day, unpaid));
        }
    }

    /** By its contract an unpaid instalment becomes overdue, or only the last one does. */
    private boolean counts(LocalDate day) {
        return agreed.late() || !dues.getLast().due().isAfter(day);
    }

    private long toCome(LocalDate day) {
        return dues.stream()
                .filter(each -> each.due().isAfter(day))
                .mapToLong(Due::amount)
                .sum();
    }

    @Override
    public String toString() {
        return agreed + ", " + dues + ", " + flows + ", interest paid " + interestPaid();
    }

    /** What was agreed: {@code late} when an unpaid instalment becomes overdue at once. */
    record Agreed(long id, String code, String series, LocalDate paidOut, long whole, boolean late) {}

    /** An instalment. */
    record Due(LocalDate contract, LocalDate due, long amount) {}

    private record Payment(UUID line, LocalDate day, long interest, List<Flow> before, List<Flow> after) {}

    /** What moves on a day; each is itself, so that two alike are two. */
    static final class Flow {

        private final LocalDate day;
        private final long inTerm;
        private final long overdue;
        private final long frozen;
        private final boolean becomesOverdue;

        private Flow(LocalDate day, long inTerm, long overdue, long frozen) {
            this(day, new long[] {inTerm, overdue, frozen}, false);
        }

        private Flow(LocalDate day, long[] moved, boolean becomesOverdue) {
            this.day = day;
            this.inTerm = moved[0];
            this.overdue = moved[1];
            this.frozen = moved[2];
            this.becomesOverdue = becomesOverdue;
        }

        private static Flow toOverdue(LocalDate day, long unpaid) {
            return new Flow(day, new long[] {-unpaid, unpaid, 0}, true);
        }

        LocalDate day() {
            return day;
        }

        long inTerm() {
            return inTerm;
        }

        long overdue() {
            return overdue;
        }

        long frozen() {
            return frozen;
        }

        @Override
        public String toString() {
            return day + " " + inTerm + "/" + overdue + "/" + frozen;
        }
    }
}
