package org.dongvon.session.sync;

import java.util.List;
import org.dongvon.shared.Invariant;
import org.dongvon.shared.Invariants;
import org.springframework.stereotype.Component;

/** What must hold of events of the field, whoever wrote them. */
@Component
class FieldInvariants implements Invariants {

    private static final String LINES_ARE_IN_THE_BOOKS = """
            with posted as (
                select f.line_id, f.line_no, f.event_id, f.journal_id, f.interest, f.principal,
                       case when f.loan_id is null then f.saving - f.paid_out else f.saving end as saving,
                       case when f.loan_id is null then 0 else f.paid_out end as paid_out
                  from session.field_line f where f.outcome = 'POSTED' and f.due_id is null),
            loans as (
                select m.line_id, m.journal_id, sum(m.interest) as interest,
                       -sum(m.principal) filter (where m.kind = 'REPAYMENT') as principal,
                       sum(m.principal) filter (where m.kind = 'DISBURSEMENT') as paid_out
                  from posted p join loan.v_line m on m.line_id = p.line_id and m.journal_id = p.journal_id
                 where m.kind in ('REPAYMENT', 'DISBURSEMENT')
                 group by m.line_id, m.journal_id),
            deposits as (
                select s.line_id, s.journal_id, sum(s.amount) as saving
                  from posted p join savings.v_movement s on s.line_id = p.line_id and s.journal_id = p.journal_id
                 group by s.line_id, s.journal_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (p.interest, p.principal, p.paid_out, p.saving)
                               is distinct from (coalesce(l.interest, 0), coalesce(l.principal, 0), coalesce(l.paid_out, 0),
                                                 coalesce(d.saving, 0)) as broken,
                           format('line %s of event %s: the device recorded %s, the books hold %s', p.line_no, p.event_id,
                                  p.interest + p.saving + p.principal - p.paid_out,
                                  coalesce(l.interest, 0) + coalesce(d.saving, 0) + coalesce(l.principal, 0) - coalesce(l.paid_out, 0)) as what
                      from posted p
                      left join loans l on l.line_id = p.line_id
                      left join deposits d on d.line_id = p.line_id) b
            """;

    private static final String CHAINS_ARE_WHOLE = """
            with linked as (
                select e.session_id, e.device_id, e.seq, e.prev_hash,
                       row_number() over w as place, lag(e.hash, 1, decode(repeat('00', 32), 'hex')) over w as before
                  from session.field_event e
                 where e.state = 'APPLIED'
                window w as (partition by e.session_id, e.device_id order by e.seq))
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select l.seq <> l.place or l.prev_hash <> l.before as broken,
                           format('session %s, device %s: event %s stands at place %s or does not name the one before', l.session_id,
                                  l.device_id, l.seq, l.place) as what
                      from linked l) b
            """;

    private static final String DESK_HOLDS_THE_REST = """
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select c.id is null or c.cash <> f.interest + f.saving + f.principal - f.paid_out as broken,
                           format('line %s of event %s is neither in the books nor on the desk', f.line_no, f.event_id) as what
                      from session.field_line f
                      left join session.field_conflict c on c.event_id = f.event_id and c.line_no = f.line_no
                     where f.outcome = 'CONFLICT') b
            """;

    private static final String CLOSED_SESSIONS_ARE_HANDED_IN = """
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select s.state = 'CLOSED' and c.state = 'OUT' as broken,
                           format('session of %s on %s is closed, device %s has not handed in', u.name, s.held_on, c.device_id) as what
                      from session.field_checkout c
                      join session.session s on s.id = c.session_id
                      join organisation.unit u on u.id = s.point_id) b
            """;

    @Override
    public List<Invariant> all() {
        return List.of(
                new Invariant("session.field-lines-are-in-the-books", LINES_ARE_IN_THE_BOOKS),
                new Invariant("session.field-chains-are-whole", CHAINS_ARE_WHOLE),
                new Invariant("session.field-desk-holds-the-rest", DESK_HOLDS_THE_REST),
                new Invariant("session.field-handed-in-before-the-close", CLOSED_SESSIONS_ARE_HANDED_IN));
    }
}
