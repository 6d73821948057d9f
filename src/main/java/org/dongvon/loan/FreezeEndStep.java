package org.dongvon.loan;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.DailyStep;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Freezes that end today (hết hạn khoanh): the principal bears interest again from today. By the rule of the day, what its
 * instalments ask for by now is overdue and the rest in term, or all of it is overdue.
 */
@Component
class FreezeEndStep implements DailyStep {

    private static final String NAME = "freeze-ended";

    // What is due by today and not paid, as OverdueStep counts it, of a loan whose contract lets instalments be carried
    // only at its last one.
    private static final String ENDING = """
            select l.id as loan_id,
                   greatest(0, case when l.unpaid_instalment = 'OVERDUE' or i.is_last
                                    then l.amount - i.to_come - (l.amount - b.outstanding) - b.overdue else 0 end) as due
              from organisation.point p
              join loan.freeze f on f.point_id = p.id and f.until_date <= :day and f.ended_on is null
              join loan.loan l on l.id = f.loan_id and l.stage = 'ACTIVE'
              join lateral (select coalesce(sum(v.amount) filter (where v.due_on > :day), 0) as to_come,
                                   bool_and(v.due_on <= :day) as is_last
                              from loan.v_instalment v
                             where v.loan_id = l.id) i on true
              join lateral (select coalesce(sum(t.principal) filter (where t.part <> 'WRITTEN_OFF'), 0) as outstanding,
                                   coalesce(sum(t.principal) filter (where t.part = 'OVERDUE'), 0) as overdue
                              from loan.part t
                             where t.loan_id = l.id) b on true
             where p.office_id = :office
             order by l.id
            """;

    // A freeze whose loan was repaid meanwhile ends as well.
    private static final String END = """
            update loan.freeze f
               set ended_on = :day
              from organisation.point p
             where p.office_id = :office and f.point_id = p.id and f.until_date <= :day and f.ended_on is null
            """;

    private static final String NEXT = """
            select min(f.until_date)
              from loan.freeze f
              join organisation.point p on p.id = f.point_id
             where p.office_id = :office and f.ended_on is null
            """;

    private final LoanBook book;
    private final Programmes programmes;
    private final Ledger ledger;
    private final Submissions submissions;
    private final JdbcClient db;

    FreezeEndStep(LoanBook book, Programmes programmes, Ledger ledger, Submissions submissions, JdbcClient db) {
        this.book = book;
        this.programmes = programmes;
        this.ledger = ledger;
        this.submissions = submissions;
        this.db = db;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> after() {
        return List.of("sessions-reconciled");
    }

    @Override
    public LocalDate nextWork(Actor actor, long officeId, LocalDate from) {
        return db.sql(NEXT)
                .param("office", officeId)
                .query(LocalDate.class)
                .optional()
                .map(day -> day.isBefore(from) ? from : day)
                .orElse(LocalDate.MAX);
    }

    @Override
    public long run(Actor actor, long officeId, LocalDate day) {
        Map<Long, Dong> due = new TreeMap<>();
        db.sql(ENDING).param("office", officeId).param("day", day).query(row -> {
            due.put(row.getLong("loan_id"), new Dong(row.getLong("due")));
        });
        var byPoint = book.lock(due.keySet()).balances().values().stream()
                .filter(loan -> loan.principal(Part.FROZEN).isPositive())
                .collect(Collectors.groupingBy(loan -> loan.header().pointId(), TreeMap::new, Collectors.toList()));
        byPoint.forEach((point, loans) -> thaw(actor, new Place(officeId, point, day), loans, due));
        db.sql(END).param("office", officeId).param("day", day).update();
        return byPoint.values().stream().mapToLong(List::size).sum();
    }

    private void thaw(Actor actor, Place place, List<LoanBalance> loans, Map<Long, Dong> due) {
        var book = programmes.current();
        boolean all = "OVERDUE".equals(book.parameters().value(ParameterCode.RISK_FREEZE_END, place.day()));
        submissions.once(
                actor, new Submission(place.key(), "loan.FreezeEndStep", "ended " + place), Ended.class, () -> {
                    var movements = new ArrayList<LoanMovement>();
                    for (int i = 0; i < loans.size(); i++) {
                        var loan = loans.get(i);
                        var line = new LoanMovement.Line(place.line(loan), i + 1);
                        var overdue = all
                                ? loan.principal(Part.FROZEN)
                                : due.getOrDefault(loan.header().id(), Dong.ZERO);
                        movements.addAll(new DebtMoves(loan, line, place.day(), book.rates()).thaw(overdue));
                    }
                    post(place, movements);
                    return new Submissions.Done<>(place.pointId(), place.day(), new Ended(loans.size()));
                });
    }

    private void post(Place place, List<LoanMovement> movements) {
        var header = new Journal.Header(
                place.key(), place.pointId(), place.officeId(), place.day(), place.day(), "FREEZE_END", null);
        var voucher = ledger.post(new Journal(header, LoanEntries.of(movements)));
        book.openParts(movements);
        book.write(voucher.journalId(), place.day(), movements);
    }

    /** The step's work at one point; its keys are the same on every run. */
    private record Place(long officeId, long pointId, LocalDate day) {

        UUID key() {
            return named("freezes ended at " + pointId + " on " + day);
        }

        UUID line(LoanBalance loan) {
            return named("freeze of loan " + loan.header().id() + " ended on " + day);
        }

        private static UUID named(String name) {
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
    }

    record Ended(int loans) {}
}
