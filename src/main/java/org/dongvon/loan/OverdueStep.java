package org.dongvon.loan;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.DailyStep;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Parts due today and not paid become overdue (chuyển nợ quá hạn), from the due date on. An index finds today's due
 * dates; nothing is written for a loan that has paid. A loan whose contract carries unpaid instalments on becomes
 * overdue only at its last date.
 */
@Component
class OverdueStep implements DailyStep {

    // Nominal due dates meet their actual session through the point's calendar; no loan is rewritten for a storm.
    private static final String UNPAID = """
            with nominal as (
                select p.id as point_id, :day as due_date
                  from organisation.point p
                 where p.office_id = :office
                   and not exists (select from organisation.session_date_change c
                                    where c.point_id = p.id and c.nominal = :day)
                union all
                select c.point_id, c.nominal
                  from organisation.session_date_change c
                  join organisation.point p on p.id = c.point_id
                 where p.office_id = :office and c.actual = :day),
            due as (
                select distinct i.loan_id
                  from nominal n
                  join loan.instalment i on i.point_id = n.point_id and i.due_date = n.due_date),
            claim as (
                select l.id,
                       l.amount - coalesce(sum(i.amount) filter (where i.due_on > :day), 0) as due_so_far,
                       bool_and(i.due_on <= :day) as is_last
                  from due d
                  join loan.loan l on l.id = d.loan_id and l.stage = 'ACTIVE'
                  join loan.v_instalment i on i.loan_id = l.id
                 group by l.id)
            select l.id as loan_id,
                   c.due_so_far - (l.amount - b.outstanding) - b.overdue as unpaid
              from claim c
              join loan.loan l on l.id = c.id
              join lateral (select sum(p.principal) filter (where p.part <> 'WRITTEN_OFF') as outstanding,
                                   coalesce(sum(p.principal) filter (where p.part <> 'IN_TERM'), 0) as overdue
                              from loan.part p
                             where p.loan_id = l.id) b on true
             where (l.unpaid_instalment = 'OVERDUE' or c.is_last)
               and c.due_so_far - (l.amount - b.outstanding) - b.overdue > 0
             order by l.id
            """;

    private static final String NEXT_DUE = """
            select min(next.due_date)
              from organisation.point p
              cross join lateral (
                   select i.due_date from loan.instalment i
                    where i.point_id = p.id and i.due_date >= :from
                    order by i.due_date
                    limit 1) next
             where p.office_id = :office
            """;

    private static final String NEXT_MOVED = """
            select min(c.actual)
              from organisation.session_date_change c
              join organisation.point p on p.id = c.point_id
             where p.office_id = :office and c.actual >= :from
            """;

    private final LoanBook book;
    private final Programmes programmes;
    private final Ledger ledger;
    private final Submissions submissions;
    private final JdbcClient db;

    OverdueStep(LoanBook book, Programmes programmes, Ledger ledger, Submissions submissions, JdbcClient db) {
        this.book = book;
        this.programmes = programmes;
        this.ledger = ledger;
        this.submissions = submissions;
        this.db = db;
    }

    @Override
    public String name() {
        return "overdue";
    }

    @Override
    public List<String> after() {
        return List.of("sessions-reconciled", "freeze-ended");
    }

    @Override
    public LocalDate nextWork(Actor actor, long officeId, LocalDate from) {
        var due = earliest(NEXT_DUE, officeId, from);
        var moved = earliest(NEXT_MOVED, officeId, from);
        return due.isBefore(moved) ? due : moved;
    }

    private LocalDate earliest(String sql, long officeId, LocalDate from) {
        return db.sql(sql)
                .param("office", officeId)
                .param("from", from)
                .query(LocalDate.class)
                .optional()
                .orElse(LocalDate.MAX);
    }

    @Override
    public long run(Actor actor, long officeId, LocalDate day) {
        Map<Long, Dong> unpaid = new TreeMap<>();
        db.sql(UNPAID).param("office", officeId).param("day", day).query(row -> {
            unpaid.put(row.getLong("loan_id"), new Dong(row.getLong("unpaid")));
        });
        var byPoint = book.lock(unpaid.keySet()).balances().values().stream()
                .collect(Collectors.groupingBy(loan -> loan.header().pointId(), TreeMap::new, Collectors.toList()));
        byPoint.forEach((point, loans) -> move(actor, new Place(officeId, point, day), loans, unpaid));
        return unpaid.size();
    }

    private void move(Actor actor, Place place, List<LoanBalance> loans, Map<Long, Dong> unpaid) {
        var key = place.key();
        var submission = new Submission(key, "loan.OverdueStep", "overdue " + place);
        submissions.once(actor, submission, Moved.class, () -> {
            var movements = new ArrayList<LoanMovement>();
            for (var loan : loans) {
                var line = new LoanMovement.Line(place.line(loan), movements.size() / 2 + 1);
                var moves = new DebtMoves(
                        loan, line, place.day(), programmes.current().rates());
                movements.addAll(moves.overdue(unpaid.getOrDefault(loan.header().id(), Dong.ZERO)));
            }
            var header = new Journal.Header(
                    key, place.pointId(), place.officeId(), place.day(), place.day(), "OVERDUE", null);
            var voucher = ledger.post(new Journal(header, LoanEntries.of(movements)));
            book.openParts(movements);
            book.write(voucher.journalId(), place.day(), movements);
            return new Submissions.Done<>(place.pointId(), place.day(), new Moved(loans.size()));
        });
    }

    /** The step's work at one point; its keys are the same on every run. */
    private record Place(long officeId, long pointId, LocalDate day) {

        UUID key() {
            return named("overdue at " + pointId + " on " + day);
        }

        UUID line(LoanBalance loan) {
            return named("overdue of loan " + loan.header().id() + " on " + day);
        }

        private static UUID named(String name) {
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
    }

    record Moved(int loans) {}
}
