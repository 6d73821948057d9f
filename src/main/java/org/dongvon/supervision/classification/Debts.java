package org.dongvon.supervision.classification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the debts of a round, their classification and what was done about them. */
@Repository
class Debts {

    private static final String LOCK_YEAR = """
            select pg_advisory_xact_lock(hashtextextended('supervision.debt_round ' || :office || ' ' || :year, 0)) is null as locked
            """;

    private static final String TAKEN = """
            select count(*) from supervision.debt_round r
             where r.year = :year and r.point_id in (select p.id from organisation.v_point p where p.office_id = :office)
            """;

    // Interest to the đồng, HALF_UP, of all parts together: div(2x + d, 2d).
    private static final String TAKE = """
            with part as materialized (
                select p.loan_id, p.point_id, p.series_id, p.part, p.principal, p.constant
                  from loan.v_part_line p
                 where p.part <> 'WRITTEN_OFF'
                   and p.point_id in (select o.id from organisation.v_point o where o.office_id = :office)
                   and p.point_id <@ (select shared.scope())
                   and p.point_id not in (select t.point_id from supervision.debt_round t where t.year = :year)),
            risk as materialized (
                select p.loan_id, p.point_id, sum(p.principal)::bigint as principal,
                       coalesce(sum(p.principal) filter (where p.part = 'OVERDUE'), 0)::bigint as overdue,
                       coalesce(sum(p.principal) filter (where p.part = 'FROZEN'), 0)::bigint as frozen,
                       greatest(0, div(2 * sum(p.constant + p.principal::numeric * coalesce(
                           case p.part when 'IN_TERM' then programme.in_term_index(p.series_id, :day, :day)
                                       when 'OVERDUE' then programme.overdue_index(p.series_id, :day, :day) end, 0))
                           + 36500000000, 73000000000))::bigint as interest
                  from part p
                 where p.loan_id in (select q.loan_id from part q where q.part in ('OVERDUE', 'FROZEN') and q.principal > 0)
                 group by p.loan_id, p.point_id),
            begun as (
                insert into supervision.debt_round (point_id, year, taken_on, human, submission)
                select distinct r.point_id, cast(:year as smallint), cast(:day as date), cast(:human as bigint), cast(:key as uuid)
                  from risk r
                  join loan.v_running l on l.id = r.loan_id
                returning id, point_id)
            insert into supervision.debt (round_id, loan_id, point_id, group_id, programme_id, principal, overdue, frozen, interest)
            select b.id, r.loan_id, r.point_id, l.group_id, l.programme_id, r.principal, r.overdue, r.frozen, r.interest
              from risk r
              join loan.v_running l on l.id = r.loan_id
              join begun b on b.point_id = r.point_id
            """;

    private static final String DEBTS = """
            select d.round_id, d.year, d.taken_on, d.point_id, c.code as point, c.name as point_name, d.loan_id, l.code, l.borrower_id,
                   case when p.restricted then null else p.full_name end as name, g.code as group_code, g.name as group_name, d.group_id,
                   t.name_vi as programme_vi, t.name_en as programme_en, d.principal, d.overdue, d.frozen, d.interest, d.ability, d.cause,
                   d.evidence, d.classified_by, d.closed_on, d.followed_on, o.open_day,
                   d.closed_on is not null or exists (select from supervision.debt_signature s
                                                       where s.round_id = d.round_id and s.group_id = d.group_id) as signed
              from supervision.v_debt d
              join loan.v_loan_card l on l.id = d.loan_id
              join loan.v_balance b on b.loan_id = d.loan_id
              join household.v_person p on p.id = l.borrower_id
              join programme.v_programme t on t.id = d.programme_id
              join organisation.v_point_card c on c.id = d.point_id
              join organisation.v_point o on o.id = d.point_id
              left join "group".v_credit_group g on g.id = d.group_id
             where case when d.point_id <@ (select shared.scope()) then true else false end
               and ((select shared.scope_association()) is null or b.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or d.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or l.borrower_id = (select shared.scope_person()))
               and (cast(:year as integer) is null or d.year = :year)
               and (cast(:point as text) is null or c.code = :point)
               and (cast(:loan as text) is null or l.code = :loan)
             order by d.year desc, c.code, g.code nulls last, l.code
             limit :most
            """;

    private static final String STEPS = """
            select s.seq, s.kind, s.ability, s.cause, s.measure, s.note, s.happened_on, s.role
              from supervision.debt_step s
             where s.round_id = :round and s.loan_id = :loan and s.point_id <@ (select shared.scope())
             order by s.seq desc
            """;

    private static final String ADD = """
            insert into supervision.debt_step (round_id, loan_id, seq, point_id, kind, ability, cause, measure, note, happened_on, booked_on,
                                               human, role, before_seq, before_kind, submission)
            select :round, :loan, coalesce(n.seq, 0) + 1, :point, :kind, :ability, :cause, :measure, :note, :on, :day, :human, :role,
                   n.seq, n.kind, :key
              from (select 1) one
              left join lateral (select s.seq, s.kind from supervision.debt_step s
                                  where s.round_id = :round and s.loan_id = :loan
                                  order by s.seq desc limit 1) n on true
            """;

    private final JdbcClient db;

    Debts(JdbcClient db) {
        this.db = db;
    }

    /** Whether a point of the office has a round of the year; until the end of the transaction nobody else takes one. */
    boolean taken(long office, int year) {
        db.sql(LOCK_YEAR)
                .param("office", Long.toString(office))
                .param("year", Integer.toString(year))
                .query()
                .listOfRows();
        return db.sql(TAKEN)
                        .param("office", office)
                        .param("year", year)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Takes all overdue and frozen debts of an office's points without a round, in one statement; answers how many. */
    int take(Actor actor, long office, LocalDate day, UUID key) {
        return db.sql(TAKE)
                .param("office", office)
                .param("year", day.getYear())
                .param("day", day)
                .param("human", actor.personId())
                .param("key", key)
                .update();
    }

    /** The debts of a year, or of one of its points, or of one loan in all years. */
    List<Debt> all(@Nullable Integer year, @Nullable String point, @Nullable String loan, int most) {
        return db.sql(DEBTS)
                .param("year", year)
                .param("point", point)
                .param("loan", loan)
                .param("most", most)
                .query((row, n) -> debt(row))
                .list();
    }

    /**
     * The newest debt of a loan.
     *
     * @throws Refused {@link DebtRefusal#UNKNOWN_DEBT}
     */
    Debt newest(String loan) {
        return all(null, null, loan, 1).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(DebtRefusal.UNKNOWN_DEBT, loan));
    }

    List<Line> steps(Debt of) {
        return db.sql(STEPS)
                .param("round", of.round().id())
                .param("loan", of.loan().id())
                .query((row, n) -> new Line(
                        row.getInt("seq"),
                        row.getString("ability"),
                        row.getString("cause"),
                        row.getString("measure"),
                        row.getString("note"),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("role")))
                .list();
    }

    void add(Actor actor, UUID key, Debt of, Step step) {
        db.sql(ADD)
                .param("round", of.round().id())
                .param("loan", of.loan().id())
                .param("point", of.round().pointId())
                .param("kind", step.measure() == null ? "CLASSIFIED" : "FOLLOWED")
                .param("ability", step.ability())
                .param("cause", step.cause())
                .param("measure", step.measure())
                .param("note", step.note())
                .param("on", step.on())
                .param("day", of.round().openDay())
                .param("human", actor.personId())
                .param("role", actor.role().name())
                .param("key", key)
                .update();
    }

    private static Debt debt(ResultSet row) throws SQLException {
        return new Debt(
                new Round(
                        row.getLong("round_id"),
                        row.getInt("year"),
                        row.getObject("taken_on", LocalDate.class),
                        row.getObject("closed_on", LocalDate.class),
                        row.getLong("point_id"),
                        row.getString("point"),
                        row.getString("point_name"),
                        row.getObject("open_day", LocalDate.class)),
                new Borrowed(
                        row.getLong("loan_id"),
                        row.getString("code"),
                        row.getLong("borrower_id"),
                        row.getString("name"),
                        row.getString("group_code"),
                        row.getString("group_name"),
                        new Label(row.getString("programme_vi"), row.getString("programme_en"))),
                new Amounts(
                        1,
                        new Dong(row.getLong("principal")),
                        new Dong(row.getLong("overdue")),
                        new Dong(row.getLong("frozen")),
                        new Dong(row.getLong("interest"))),
                new Classified(
                        row.getString("ability"),
                        row.getString("cause"),
                        row.getString("evidence"),
                        row.getObject("classified_by", Long.class)),
                row.getBoolean("signed"),
                row.getObject("followed_on", LocalDate.class));
    }

    /** A point's round of a year, and the open day of its office; {@code closedOn} when the bank has signed. */
    record Round(
            long id,
            int year,
            LocalDate takenOn,
            @Nullable LocalDate closedOn,
            long pointId,
            String point,
            String pointName,
            LocalDate openDay) {}

    /** Whose loan it is; the name is none where processing is restricted, the group where it was lent directly. */
    record Borrowed(
            long id,
            String code,
            long borrowerId,
            @Nullable String name,
            @Nullable String group,
            @Nullable String groupName,
            Label programme) {}

    /** How it was classified, by whom; nothing yet when there is no ability. */
    record Classified(
            @Nullable String ability,
            @Nullable String cause,
            @Nullable String evidence,
            @Nullable Long by) {

        public boolean isThere() {
            return ability != null;
        }
    }

    /** A debt of a round. */
    record Debt(
            Round round,
            Borrowed loan,
            Amounts owed,
            Classified classified,
            boolean signed,
            @Nullable LocalDate followedOn) {}

    /** What was written of a debt: a classification, or else a measure. */
    record Line(
            int seq,
            @Nullable String ability,
            @Nullable String cause,
            @Nullable String measure,
            String note,
            LocalDate day,
            String role) {}

    /** What is to be written. */
    record Step(
            @Nullable String ability,
            @Nullable String cause,
            @Nullable String measure,
            String note,
            LocalDate on) {}
}
