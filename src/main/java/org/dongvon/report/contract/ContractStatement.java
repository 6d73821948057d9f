package org.dongvon.report.contract;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;

/**
 * A contract of capital at the end of a business day: what there was of it and where it was.
 *
 * @param agreed what was agreed on that day
 * @param money what came in and went out until then
 * @param offices what each office had of it
 * @param promised what was approved and not paid out
 * @param lending the loans of it by programme
 * @param total the loans of it, households counted once
 * @param earned what of the interest was distributed until then
 * @param beyond the offices that may lend of it outside of the reader's scope, whose loans are not among these
 */
public record ContractStatement(
        Agreed agreed,
        Money money,
        List<OfficePart> offices,
        Dong promised,
        List<Lending> lending,
        Lending total,
        Earned earned,
        Beyond beyond) {

    public ContractStatement {
        offices = List.copyOf(offices);
        lending = List.copyOf(lending);
    }

    /** Received + interest added + moved here − returned − written off. */
    public Dong there() {
        return money.received
                .plus(money.added)
                .plus(money.moved)
                .minus(money.returned)
                .minus(writtenOff())
                .minus(beyond.writtenOff);
    }

    public Dong lent() {
        return Dong.sum(offices.stream().map(OfficePart::lent).toList());
    }

    public Dong writtenOff() {
        return Dong.sum(offices.stream().map(OfficePart::writtenOff).toList());
    }

    /** What no office may lend. */
    public Dong ungranted() {
        return there().minus(Dong.sum(offices.stream().map(OfficePart::granted).toList()))
                .minus(beyond.granted);
    }

    /** What is not lent: there = lent + idle, and what lies with offices that the reader does not see. */
    public Dong idle() {
        return there().minus(lent()).minus(beyond.granted);
    }

    /** What could be lent at once: idle, and promised to nobody. */
    public Dong free() {
        return idle().minus(promised);
    }

    /**
     * What was agreed.
     *
     * @param document the code of the document in the register; none for contracts that were brought in
     * @param programmes the programmes it may be lent under; all when empty
     * @param area the unit where alone it may be lent
     * @param series the rate series of its own
     * @param shares how its interest is distributed, in hundredths of a percent; none when it is the bank's
     */
    public record Agreed(
            long id,
            String code,
            Label source,
            boolean isLocal,
            String owner,
            String decision,
            @Nullable String document,
            Days days,
            Dong amount,
            String office,
            List<Label> programmes,
            @Nullable String area,
            @Nullable Dong cap,
            @Nullable String series,
            int priority,
            @Nullable Shares shares) {}

    /** Signed, in these terms since, and the last day of receipts. */
    public record Days(
            LocalDate signedOn, LocalDate since, @Nullable LocalDate endsOn) {}

    /** Hundredths of a percent. */
    public record Shares(int risk, int fee, int boards, int added) {}

    /** What came in and went out. */
    public record Money(Dong received, Dong added, Dong moved, Dong returned) {}

    /** Offices outside of the reader's scope: their names, what they may lend, and what they lost. */
    public record Beyond(List<String> offices, Dong granted, Dong writtenOff) {

        public Beyond {
            offices = List.copyOf(offices);
        }
    }

    /** Interest that was distributed: what was collected of it in the months, and its four parts. */
    public record Earned(Dong collected, Dong risk, Dong managed, Dong boards, Dong added) {}

    /** What an office may lend, has lent, and lost. */
    public record OfficePart(String code, String name, Dong granted, Dong lent, Dong writtenOff) {

        public Dong idle() {
            return granted.minus(lent);
        }
    }

    /**
     * Loans of one programme, or of all.
     *
     * @param outcome loans, households and jobs of loans that stand, and of all that were paid out
     * @param passed principal of loans whose source changed
     * @param interest what was collected of interest
     */
    public record Lending(
            Label programme,
            Outcome outcome,
            Dong disbursed,
            Dong collected,
            Passed passed,
            Dong outstanding,
            Dong overdue,
            Dong interest) {}

    /** Principal that came with loans from the money of other contracts by decision, and that went to others. */
    public record Passed(Dong came, Dong gone) {

        public boolean isNothing() {
            return came.isZero() && gone.isZero();
        }
    }

    /** Counts: {@code everLoans}, {@code everHouseholds} and {@code everJobs} also of loans that were repaid or are of other money now. */
    public record Outcome(long loans, long households, long jobs, long everLoans, long everHouseholds, long everJobs) {}
}
