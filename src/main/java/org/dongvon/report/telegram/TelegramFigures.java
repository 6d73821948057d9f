package org.dongvon.report.telegram;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.organisation.Unit;
import org.dongvon.report.telegram.TelegramStatement.Cash;
import org.dongvon.report.telegram.TelegramStatement.Figures;
import org.dongvon.report.telegram.TelegramStatement.Line;
import org.dongvon.report.telegram.TelegramStatement.Loans;
import org.dongvon.report.telegram.TelegramStatement.Savings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the figures of a day by the units right below a unit. Loans come from the positions, and on an open day from its movements
 * too, so that they are those of every other report; deposits and cash from their running balances less what was posted later.
 */
@Repository
class TelegramFigures {

    private static final String BOOKS = """
            select coalesce(bool_and(p.id <@ (select shared.scope())) and not (select shared.narrowed()), false) as visible,
                   count(distinct p.office_id) as offices, count(distinct p.office_id) filter (where p.open_day <= :day) as open_offices,
                   max(p.open_day) as newest
              from organisation.points_under(:unit, :day) as below (id)
              join organisation.v_point p on p.id = below.id
            """;

    private static final String PLACES = """
            with place as materialized (
                select p.id, p.office_id, p.open_day, least(cast(:day as date), p.open_day) as on_day,
                       least(cast(:day as date), p.open_day - 1) as closed_on,
                       case :kind when 'COUNTRY' then (select t.parent_id from organisation.unit_parent t
                                                        where t.unit_id = p.office_id and t.valid @> cast(:day as date))
                                  when 'PROVINCE' then p.office_id
                                  else p.id end as place
                  from organisation.points_under(:unit, :day) as below (id)
                  join organisation.v_point p on p.id = below.id),
            -- Of an office that has not reached the day, its open day stands for it.
            office as materialized (
                select distinct office_id, open_day, on_day from place),
            journal as materialized (
                select j.id, j.business_date = o.on_day as today, j.business_date > o.on_day as later, o.open_day = o.on_day as open
                  from office o
                  join ledger.v_journal j on j.office_id = o.office_id and j.business_date >= o.on_day),
            figure as (
                select p.place, 'OUTSTANDING' as what, t.part, sum(t.principal) as amount
                  from place p
                  join position.total t on t.point_id = p.id and t.valid_from <= p.closed_on and t.valid_to > p.closed_on
                 where t.part <> 'WRITTEN_OFF'
                 group by p.place, t.part
                union all
                select p.place, 'DISBURSED', '', sum(f.disbursed)
                  from place p join position.flow f on f.point_id = p.id and f.business_date = p.on_day
                 where p.open_day > p.on_day
                 group by p.place
                union all
                select p.place, 'COLLECTED', '', sum(f.collected)
                  from place p join position.flow f on f.point_id = p.id and f.business_date = p.on_day
                 where p.open_day > p.on_day
                 group by p.place
                union all
                select p.place, 'INTEREST', '', sum(f.interest)
                  from place p join position.flow f on f.point_id = p.id and f.business_date = p.on_day
                 where p.open_day > p.on_day
                 group by p.place
                union all
                select p.place, x.what, x.part, sum(x.amount)
                  from journal j
                  join loan.v_movement m on m.journal_id = j.id
                  join place p on p.id = m.point_id
                 cross join lateral (values ('OUTSTANDING', m.part, case when m.part <> 'WRITTEN_OFF' then m.principal else 0 end),
                                            ('DISBURSED', '', case when m.kind = 'DISBURSEMENT' then m.principal else 0 end),
                                            ('COLLECTED', '', case when m.kind in ('REPAYMENT', 'RECOVERY') then -m.principal else 0 end),
                                            ('INTEREST', '', m.interest)) x (what, part, amount)
                 where j.today and j.open
                 group by p.place, x.what, x.part
                union all
                select p.place, 'DEPOSITS', '', sum(a.balance)
                  from place p join savings.v_account a on a.point_id = p.id
                 group by p.place
                union all
                select p.place, x.what, '', sum(x.amount)
                  from journal j
                  join savings.v_movement m on m.journal_id = j.id
                  join place p on p.id = m.point_id
                 cross join lateral (values ('DEPOSITS', case when j.later then -m.amount else 0 end),
                                            ('DEPOSITS_IN', case when j.today then greatest(m.amount, 0) else 0 end),
                                            ('DEPOSITS_OUT', case when j.today then greatest(-m.amount, 0) else 0 end)) x (what, amount)
                 group by p.place, x.what
                union all
                select p.place, 'VAULT', '', v.balance
                  from place p join session.v_vault v on v.point_id = p.id
                union all
                select p.place, 'VAULT', '', -m.amount
                  from journal j
                  join session.v_vault_movement m on m.journal_id = j.id
                  join place p on p.id = m.point_id
                 where j.later
                union all
                select p.place, 'BOXES', '', sum(b.balance)
                  from place p join session.v_cash_box b on b.point_id = p.id
                 where b.balance <> 0
                 group by p.place
                union all
                select p.place, 'BOXES', '', -sum(s.cash)
                  from journal j
                  join session.v_posting s on s.journal_id = j.id
                  join place p on p.id = s.point_id
                 where j.later
                 group by p.place
                union all
                select p.place, x.what, '', x.amount
                  from place p
                  join session.v_session s on s.point_id = p.id and s.held_on = p.on_day
                 cross join lateral (values ('SESSIONS', 1), ('OPEN_SESSIONS', (s.state = 'OPEN')::int)) x (what, amount))
            select u.code, u.name, u.kind,
                   coalesce(sum(f.amount) filter (where f.what = 'OUTSTANDING'), 0)::bigint as outstanding,
                   coalesce(sum(f.amount) filter (where f.what = 'OUTSTANDING' and f.part = 'OVERDUE'), 0)::bigint as overdue,
                   coalesce(sum(f.amount) filter (where f.what = 'OUTSTANDING' and f.part = 'FROZEN'), 0)::bigint as frozen,
                   coalesce(sum(f.amount) filter (where f.what = 'DISBURSED'), 0)::bigint as disbursed,
                   coalesce(sum(f.amount) filter (where f.what = 'COLLECTED'), 0)::bigint as collected,
                   coalesce(sum(f.amount) filter (where f.what = 'INTEREST'), 0)::bigint as interest,
                   coalesce(sum(f.amount) filter (where f.what = 'DEPOSITS'), 0)::bigint as deposits,
                   coalesce(sum(f.amount) filter (where f.what = 'DEPOSITS_IN'), 0)::bigint as deposits_in,
                   coalesce(sum(f.amount) filter (where f.what = 'DEPOSITS_OUT'), 0)::bigint as deposits_out,
                   coalesce(sum(f.amount) filter (where f.what = 'VAULT'), 0)::bigint as vault,
                   coalesce(sum(f.amount) filter (where f.what = 'BOXES'), 0)::bigint as boxes,
                   coalesce(sum(f.amount) filter (where f.what = 'SESSIONS'), 0)::bigint as sessions,
                   coalesce(sum(f.amount) filter (where f.what = 'OPEN_SESSIONS'), 0)::bigint as open_sessions
              from (select distinct place from place) p
              join organisation.unit u on u.id = p.place
              left join figure f on f.place = p.place
             group by u.code, u.name, u.kind
             order by u.code
            """;

    private final JdbcClient db;

    TelegramFigures(JdbcClient db) {
        this.db = db;
    }

    /** How far the books of a unit are; empty where the reader does not see all of it or it has no office. */
    Optional<Books> books(Unit unit, LocalDate day) {
        return db.sql(BOOKS)
                .param("unit", unit.id())
                .param("day", day)
                .query((row, n) -> {
                    @Nullable LocalDate newest = row.getObject("newest", LocalDate.class);
                    return row.getBoolean("visible") && newest != null
                            ? Optional.of(new Books(row.getInt("offices"), row.getInt("open_offices"), newest))
                            : Optional.<Books>empty();
                })
                .single();
    }

    /** The figures by the units right below: provinces, offices, points. */
    List<Line> places(Unit unit, LocalDate day) {
        return db.sql(PLACES)
                .param("unit", unit.id())
                .param("kind", unit.kind().name())
                .param("day", day)
                .query((row, n) ->
                        new Line(row.getString("code"), row.getString("name"), row.getString("kind"), figures(row)))
                .list();
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                new Loans(
                        row.getLong("outstanding"),
                        row.getLong("overdue"),
                        row.getLong("frozen"),
                        row.getLong("disbursed"),
                        row.getLong("collected"),
                        row.getLong("interest")),
                new Savings(row.getLong("deposits"), row.getLong("deposits_in"), row.getLong("deposits_out")),
                new Cash(
                        row.getLong("vault"),
                        row.getLong("boxes"),
                        row.getLong("sessions"),
                        row.getLong("open_sessions")));
    }

    /** Offices, how many have not closed the day, and the newest open day among them. */
    record Books(int offices, int openOffices, LocalDate newest) {}
}
