package org.dongvon.session;

import java.util.List;
import org.dongvon.shared.Invariant;
import org.dongvon.shared.Invariants;
import org.springframework.stereotype.Component;

/** What always holds between cash boxes, vaults, the postings of sessions and the journal. */
@Component
class SessionInvariants implements Invariants {

    private static final String BOXES_ARE_POSTINGS = """
            with posted as (
                select p.session_id, sum(p.cash) as cash from session.posting p group by p.session_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select c.balance <> coalesce(p.cash, 0) or s.state = 'CLOSED' and c.balance <> 0 as broken,
                           format('session of %s on %s, %s: cash box %s, postings %s', u.name, s.held_on, s.state, c.balance,
                                  coalesce(p.cash, 0)) as what
                      from session.cash_box c
                      join session.session s on s.id = c.session_id
                      join organisation.unit u on u.id = s.point_id
                      left join posted p on p.session_id = c.session_id) b
            """;

    private static final String POSTINGS_ARE_ENTRIES = """
            with booked as (
                select e.journal_id, sum(e.amount) as cash from ledger.v_entry e where e.account = 'CASH' group by e.journal_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select coalesce(p.cash, 0) <> coalesce(e.cash, 0) as broken,
                           format('%s: the cash box moved %s, the entries %s', j.label, coalesce(p.cash, 0), coalesce(e.cash, 0)) as what
                      from session.posting p
                      full join booked e on e.journal_id = p.journal_id
                      join ledger.v_journal j on j.id = coalesce(p.journal_id, e.journal_id)) b
            """;

    private static final String VAULTS_ARE_MOVEMENTS = """
            with moved as (
                select m.office_id, sum(m.amount) as amount from session.vault_movement m group by m.office_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select v.balance <> coalesce(m.amount, 0) or v.balance < 0 as broken,
                           format('vault of %s: balance %s, movements %s', u.code, v.balance, coalesce(m.amount, 0)) as what
                      from session.vault v
                      join organisation.unit u on u.id = v.office_id
                      left join moved m on m.office_id = v.office_id) b
            """;

    private static final String VAULT_MOVEMENTS_ARE_ENTRIES = """
            with booked as (
                select e.journal_id, sum(e.amount) as amount from ledger.v_entry e where e.account = 'VAULT' group by e.journal_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (coalesce(m.amount, 0), coalesce(m.office_id, j.office_id), coalesce(m.kind, j.kind))
                               is distinct from (coalesce(e.amount, 0), j.office_id, j.kind) as broken,
                           format('%s, %s: the vault moved %s, the entries %s', j.label, j.kind, coalesce(m.amount, 0),
                                  coalesce(e.amount, 0)) as what
                      from session.vault_movement m
                      full join booked e on e.journal_id = m.journal_id
                      join ledger.v_journal j on j.id = coalesce(m.journal_id, e.journal_id)) b
            """;

    private static final String PRINTS_FOLLOW = """
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select max(p.number) <> count(*) as broken,
                           format('receipt of line %s: %s prints, the last is number %s', p.line_id, count(*), max(p.number)) as what
                      from session.receipt_print p
                     group by p.line_id) b
            """;

    private static final String REMARKS_STAND_BY_LINES = """
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select not exists (select from loan.v_line m where m.line_id = k.line_id and m.journal_id = k.journal_id)
                           and not exists (select from savings.v_movement s
                                            where s.line_id = k.line_id and s.journal_id = k.journal_id) as broken,
                           format('%s: what is said of line %s has no line', j.label, k.line_no) as what
                      from session.line_remark k
                      join ledger.v_journal j on j.id = k.journal_id) b
            """;

    private static final String FINALS_ARE_COUNTED = """
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (f.counted_interest, f.counted_saving)
                               is distinct from (coalesce((select sum(m.interest) from loan.v_line m
                                                            where m.line_id = f.final_line and m.journal_id = f.journal_id), 0),
                                                 coalesce((select sum(s.amount) from savings.v_movement s
                                                            where s.line_id = f.final_line and s.journal_id = f.journal_id), 0))
                           or (f.taken_interest, f.taken_saving) is distinct from (t.interest, t.saving) as broken,
                           format('%s: taken %s + %s, counted %s + %s of line %s', j.label, f.taken_interest, f.taken_saving,
                                  f.counted_interest, f.counted_saving, f.final_line) as what
                      from session.provisional_final f
                      left join (select e.final_line, sum(p.interest) as interest, sum(p.saving) as saving
                                   from session.provisional_end e
                                   join session.provisional p on p.line_id = e.line_id
                                  group by e.final_line) t on t.final_line = f.final_line
                      join ledger.v_journal j on j.id = f.journal_id) b
            """;

    // What ended on the very day of the close may have ended before it or after it: then either sum is right.
    private static final String LEFT_IS_OPEN = """
            with closing as (
                select s.id, s.point_id, s.held_on, coalesce(s.carried_to, s.held_on) as closed_on, s.closed_at
                  from session.session s where s.state = 'CLOSED'),
            ended as (
                select p.line_id, p.point_id, p.group_id, p.session_on, p.interest, p.saving, q.session_id,
                       coalesce(j.business_date, e.ended_on) as day
                  from session.provisional p
                  left join session.provisional_end e on e.line_id = p.line_id
                  left join session.provisional_final f on f.final_line = e.final_line
                  left join ledger.v_journal j on j.id = f.journal_id
                  left join session.posting q on q.journal_id = f.journal_id),
            held as (
                select c.id as session_id, e.group_id, count(*) filter (where x.stays) as lines, count(*) as most_lines,
                       coalesce(sum(e.interest) filter (where x.stays), 0) as interest, sum(e.interest) as most_interest,
                       coalesce(sum(e.saving) filter (where x.stays), 0) as saving, sum(e.saving) as most_saving
                  from ended e
                  join closing c on c.point_id = e.point_id and c.held_on >= e.session_on
                                and (e.day is null or c.closed_on <= e.day) and e.session_id is distinct from c.id
                 cross join lateral (select e.day is null or e.day > c.closed_on as stays) x
                 group by c.id, e.group_id),
            began as (
                select min(c.closed_at) as at from session.provisional_left l join closing c on c.id = l.session_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select h.session_id is null or coalesce(l.lines, 0) not between h.lines and h.most_lines
                           or coalesce(l.interest, 0) not between h.interest and h.most_interest
                           or coalesce(l.saving, 0) not between h.saving and h.most_saving as broken,
                           format('session of %s on %s, group %s: kept with the close %s + %s of %s, the records say %s + %s of %s',
                                  u.name, s.held_on, g.code, coalesce(l.interest, 0), coalesce(l.saving, 0), coalesce(l.lines, 0),
                                  coalesce(h.interest, 0), coalesce(h.saving, 0), coalesce(h.lines, 0)) as what
                      from held h
                      full join session.provisional_left l on l.session_id = h.session_id and l.group_id = h.group_id
                      join session.session s on s.id = coalesce(l.session_id, h.session_id)
                      join organisation.unit u on u.id = s.point_id
                      join "group".v_group_card g on g.id = coalesce(l.group_id, h.group_id)
                      left join began b on true
                     where l.session_id is not null or s.closed_at >= b.at) b
            """;

    private static final String HAND_OVERS_ARE_ENTRIES = """
            with leg as (
                select h.journal_id, h.amount, h.day,
                       b.day > h.day and not exists (select from session.hand_over_end e where e.hand_over_id = h.id) as hangs
                  from session.hand_over h
                  join organisation.business_day b on b.office_id = h.office_id
                 union all
                select e.journal_id, -h.amount, h.day, false
                  from session.hand_over_end e
                  join session.hand_over h on h.id = e.hand_over_id),
            booked as (
                select e.journal_id, sum(e.amount) as amount from ledger.v_entry e where e.account = 'CASH_ON_THE_WAY' group by e.journal_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select coalesce(l.amount, 0) <> coalesce(e.amount, 0) or coalesce(l.hangs, false)
                           or coalesce(l.day <> j.business_date, false) as broken,
                           format('%s: handed over %s, the entries %s%s', j.label, coalesce(l.amount, 0), coalesce(e.amount, 0),
                                  case when l.hangs then ', not taken on its day' end) as what
                      from leg l
                      full join booked e on e.journal_id = l.journal_id
                      join ledger.v_journal j on j.id = coalesce(l.journal_id, e.journal_id)) b
            """;

    // Less than the smallest note cannot be counted: it is no difference.
    private static final String VAULT_COUNTS_ARE_BOOKED = """
            with gap as (
                select c.office_id, sum(c.counted - c.expected) filter (where abs(c.counted - c.expected) >= 500) as amount
                  from session.vault_count c group by c.office_id),
            booked as (
                select m.office_id, sum(m.amount) as amount from session.vault_movement m
                 where m.kind = 'VAULT_DIFFERENCE' group by m.office_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select coalesce(g.amount, 0) <> coalesce(m.amount, 0) as broken,
                           format('vault of %s: counted %s beside the book, booked %s', u.code, coalesce(g.amount, 0),
                                  coalesce(m.amount, 0)) as what
                      from gap g
                      full join booked m on m.office_id = g.office_id
                      join organisation.unit u on u.id = coalesce(g.office_id, m.office_id)) b
            """;

    @Override
    public List<Invariant> all() {
        return List.of(
                new Invariant("session.cash-boxes-are-postings", BOXES_ARE_POSTINGS),
                new Invariant("session.postings-are-entries", POSTINGS_ARE_ENTRIES),
                new Invariant("session.vaults-are-movements", VAULTS_ARE_MOVEMENTS),
                new Invariant("session.vault-movements-are-entries", VAULT_MOVEMENTS_ARE_ENTRIES),
                new Invariant("session.hand-overs-are-entries", HAND_OVERS_ARE_ENTRIES),
                new Invariant("session.vault-counts-are-booked", VAULT_COUNTS_ARE_BOOKED),
                new Invariant("session.prints-follow", PRINTS_FOLLOW),
                new Invariant("session.remarks-stand-by-lines", REMARKS_STAND_BY_LINES),
                new Invariant("session.finals-are-counted", FINALS_ARE_COUNTED),
                new Invariant("session.left-is-open", LEFT_IS_OPEN));
    }
}
