package org.dongvon.savings.term;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.savings.DemandRates;
import org.dongvon.savings.DepositInterest;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.savings.term.TermDeposits.MoveKind;
import org.dongvon.savings.term.TermDeposits.Movement;
import org.dongvon.savings.term.TermDeposits.Next;
import org.dongvon.savings.term.TermDeposits.Posted;
import org.dongvon.shared.Actor;
import org.dongvon.shared.DailyStep;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.stereotype.Component;

/**
 * Term deposits that mature (tiền gửi đến hạn): interest is added on the day of maturity; then another term begins, or the
 * deposit waits to be paid out, as its owner chose.
 */
@Component
class TermMaturityStep implements DailyStep {

    private final TermDeposits deposits;
    private final TermRates rates;
    private final DemandRates demand;
    private final Ledger ledger;
    private final Submissions submissions;

    TermMaturityStep(
            TermDeposits deposits, TermRates rates, DemandRates demand, Ledger ledger, Submissions submissions) {
        this.deposits = deposits;
        this.rates = rates;
        this.demand = demand;
        this.ledger = ledger;
        this.submissions = submissions;
    }

    @Override
    public String name() {
        return "term-maturity";
    }

    @Override
    public List<String> after() {
        return List.of("sessions-reconciled");
    }

    @Override
    public LocalDate nextWork(Actor actor, long officeId, LocalDate from) {
        return deposits.nextMaturity(officeId, from);
    }

    @Override
    public long run(Actor actor, long officeId, LocalDate day) {
        var ids = deposits.maturing(officeId, day);
        if (ids.isEmpty()) {
            return 0;
        }
        var byPoint = deposits.lock(ids).stream()
                .filter(each -> each.state().closedOn() == null && each.period().hasMaturedBy(day))
                .filter(each -> each.period().maturesOn() != null)
                .collect(Collectors.groupingBy(each -> each.place().pointId(), TreeMap::new, Collectors.toList()));
        byPoint.forEach((point, matured) -> mature(actor, new Place(officeId, point, day), matured));
        return ids.size();
    }

    private void mature(Actor actor, Place place, List<TermDeposit> matured) {
        var submission = new Submission(place.key(), "savings.TermMaturityStep", "maturity " + place);
        submissions.once(actor, submission, Matured.class, () -> {
            var movements = new ArrayList<Movement>();
            var terms = new ArrayList<Next>();
            for (var deposit : matured) {
                var interest = interest(deposit);
                if (interest.amount().isPositive()) {
                    movements.add(interest);
                }
                terms.add(next(deposit, interest.amount(), place.officeId()));
            }
            var posted = new Posted(post(place, movements), place.pointId(), place.day());
            if (!movements.isEmpty()) {
                deposits.post(posted, movements);
            }
            deposits.begin(posted, terms);
            return new Submissions.Done<>(place.pointId(), place.day(), new Matured(matured.size()));
        });
    }

    private long post(Place place, List<Movement> movements) {
        if (movements.isEmpty()) {
            var bare = new Ledger.Bare(place.key(), place.pointId(), place.officeId(), place.day());
            return Objects.requireNonNull(
                    ledger.postWithoutEntries(Place.KIND, List.of(bare)).get(place.pointId()));
        }
        var sum = Dong.sum(movements.stream().map(Movement::amount).toList());
        var header = new Journal.Header(
                place.key(), place.pointId(), place.officeId(), place.day(), place.day(), Place.KIND, null);
        var entries = List.of(Entry.of(Account.DEPOSIT_INTEREST, sum), Entry.of(Account.TERM_DEPOSIT, sum.negate()));
        return ledger.post(new Journal(header, entries)).journalId();
    }

    private Movement interest(TermDeposit deposit) {
        var day = maturity(deposit);
        var numerator = deposit.period().numeratorOn(day, demand.current());
        return new Movement(
                Place.named("interest of term deposit " + deposit.id() + " on " + day),
                deposit.id(),
                MoveKind.INTEREST,
                day,
                DepositInterest.rounded(numerator),
                numerator);
    }

    private Next next(TermDeposit deposit, Dong interest, long officeId) {
        var day = maturity(deposit);
        var principal = deposit.state().balance().plus(interest);
        int seq = deposit.seq() + 1;
        if (deposit.terms().atMaturity() == AtMaturity.PAY) {
            return new Next(deposit.id(), seq, new Period(day, null, null, principal));
        }
        int months = deposit.terms().months();
        return new Next(
                deposit.id(), seq, new Period(day, day.plusMonths(months), rate(officeId, months, day), principal));
    }

    private AnnualRate rate(long officeId, int months, LocalDate day) {
        return rates.of(officeId, months, day)
                .orElseThrow(() -> new Refused(SavingsRefusal.NO_RATE_FOR_TERM, months, day));
    }

    private static LocalDate maturity(TermDeposit deposit) {
        return Objects.requireNonNull(deposit.period().maturesOn(), "only terms mature");
    }

    /** The step's work at one point; its keys are the same on every run. */
    private record Place(long officeId, long pointId, LocalDate day) {

        static final String KIND = "TERM_MATURITY";

        UUID key() {
            return named("maturity at " + pointId + " on " + day);
        }

        static UUID named(String name) {
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
    }

    record Matured(int deposits) {}
}
