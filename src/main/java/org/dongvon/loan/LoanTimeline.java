package org.dongvon.loan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.shared.timeline.Event;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.timeline.TimelineSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of a loan, its approval and each voucher that moved it; of a person, the days of their loans. */
@Component
class LoanTimeline implements TimelineSource {

    // A residue of under half a đồng goes with the line it was left by, and has no event of its own.
    private static final String OF_LOAN = """
            with moved as (
                select m.journal_id, min(m.kind) filter (where m.kind <> 'ROUNDING') as kind, sum(m.principal) as principal,
                       sum(m.interest) as interest
                  from loan.movement m
                 where m.loan_id = :id and m.part <> 'WRITTEN_OFF'
                 group by m.journal_id),
            running as (
                select moved.*, sum(principal) over (order by journal_id) as after from moved)
            select s.recorded_at as at, false as day_only, w.full_name as who, s.role, coalesce(r.kind, 'ROUNDING') as what,
                   abs(r.principal)::bigint as principal, r.interest::bigint as interest,
                   (r.after - r.principal)::bigint as before, r.after::bigint as after, j.id as journal, j.voucher,
                   j.business_date, u.code as point, null as reason
              from running r
              join ledger.v_journal j on j.id = r.journal_id
              join shared.submission s on s.key = j.submission
              join organisation.unit u on u.id = j.point_id
              left join organisation.v_staff w on w.id = s.actor_id
             where s.recorded_at < :before
            union all
            select cast(l.approved_on as timestamp) at time zone 'Asia/Ho_Chi_Minh', true, null, null, 'APPROVED', coalesce(l.whole, l.amount), 0,
                   null, null, null, null, null, null, null
              from loan.loan l
             where l.id = :id and cast(l.approved_on as timestamp) at time zone 'Asia/Ho_Chi_Minh' < :before
            union all
            select c.decided_at, false, c.checker_name, c.checker_role,
                   case c.kind when 'loan.extension' then 'EXTENDED' when 'loan.course' then 'COURSE'
                        when 'loan.rollover' then 'ROLLED_OVER' when 'loan.recovery' then 'RECOVERED' else 'ADJUSTED' end,
                   0, 0, null, null, null, null, null, null, c.reason
              from loan.loan l
              join shared.change_request c
                on (c.kind, c.subject) in (select k, l.code from unnest(array['loan.extension', 'loan.rollover', 'loan.course', 'loan.recovery']) k
                                            union all
                                           select 'loan.instalment', l.code || ':' || i.seq
                                             from loan.instalment i
                                            where i.loan_id = l.id)
             where l.id = :id and c.state = 'APPROVED' and c.decided_at < :before
            union all
            select c.decided_at, false, c.checker_name, c.checker_role, 'SUCCEEDED', 0, 0, null, null, null, null, null, null, s.evidence
              from loan.succession s
              join shared.change_request c on c.id = s.request_id
             where s.loan_id = :id and c.decided_at < :before
             order by at desc
             fetch first :most rows with ties
            """;

    // A loan that passed on is told of by all whose it was.
    private static final String OF_PERSON = """
            select e.at, e.day_only, null as who, null as role, e.what, e.code, e.amount
              from (
            select cast(d.day as timestamp) at time zone 'Asia/Ho_Chi_Minh' as at, true as day_only, d.step, d.what, l.code,
                   coalesce(l.whole, l.amount) as amount
              from loan.loan l
              left join lateral (select s.from_person
                                   from loan.succession s
                                  where s.loan_id = l.id
                                  order by s.on_day
                                  limit 1) f on true
              cross join lateral (values (1, 'LOAN_APPROVED', l.approved_on, coalesce(f.from_person, l.borrower_id)),
                                         (2, 'LOAN_DISBURSED', l.disbursed_on, coalesce(f.from_person, l.borrower_id)),
                                         (4, case l.stage when 'CANCELLED' then 'LOAN_CANCELLED' when 'WRITTEN_OFF' then 'LOAN_WRITTEN_OFF' else 'LOAN_CLOSED' end,
                                          l.closed_on, l.borrower_id)
                                   union all
                                  select 3, 'LOAN_PASSED_ON', s.on_day, s.from_person from loan.succession s where s.loan_id = l.id
                                   union all
                                  select 3, 'LOAN_TAKEN_ON', s.on_day, s.to_person from loan.succession s where s.loan_id = l.id)
                                 d (step, what, day, person)
             where l.id in (select o.id from loan.loan o where o.borrower_id = :id
                             union all
                            select s.loan_id from loan.succession s where s.from_person = :id)
               and d.person = :id and cast(d.day as timestamp) at time zone 'Asia/Ho_Chi_Minh' < :before
             order by at desc
             fetch first :most rows with ties) e
             order by e.at desc, e.step desc, e.code
            """;

    private final JdbcClient db;

    LoanTimeline(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean tellsOf(Subject.Kind kind) {
        return kind == Subject.Kind.LOAN || kind == Subject.Kind.PERSON;
    }

    @Override
    public List<Event> of(Subject subject, Instant before, int most) {
        boolean loan = subject.kind() == Subject.Kind.LOAN;
        return db.sql(loan ? OF_LOAN : OF_PERSON)
                .param("id", subject.id())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> loan ? ofLoan(row) : ofPerson(row))
                .list();
    }

    private static Event ofLoan(ResultSet row) throws SQLException {
        var principal = new Dong(row.getLong("principal"));
        var interest = new Dong(row.getLong("interest"));
        var after = row.getObject("after", Long.class);
        var key = "timeline.loan." + row.getString("what");
        var reason = row.getString("reason");
        return new Event(
                Event.when(row),
                Event.by(row),
                reason == null ? Event.What.of(key, principal, interest) : Event.What.of(key, reason),
                voucher(row),
                after == null ? null : new Event.Change(new Dong(row.getLong("before")), new Dong(after)));
    }

    private static Event.@Nullable Link voucher(ResultSet row) throws SQLException {
        var day = row.getObject("business_date", LocalDate.class);
        return day == null
                ? null
                : new Event.Link(
                        VoucherNumber.of(row.getString("point"), day, row.getInt("voucher"))
                                .toString(),
                        "/journals/" + row.getLong("journal"));
    }

    private static Event ofPerson(ResultSet row) throws SQLException {
        var code = row.getString("code");
        return new Event(
                Event.when(row),
                null,
                Event.What.of("timeline.person." + row.getString("what"), new Dong(row.getLong("amount"))),
                new Event.Link(code, "/loans/" + code),
                null);
    }
}
