package org.dongvon.loan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.ledger.Ledger;
import org.dongvon.programme.RateCorrections;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The correction that a retroactive rate asks for: each movement of principal after the row's first day counted with an
 * index that now has another value, so its part gets −ΔB × (new index − old index), with the value date of the movement
 * it corrects. A loan that did not move since is not written.
 *
 * <p>Example: 10 000 000 đ repaid on 15/12, and from 5/12 on the rate falls by 0.488 points: K gets 10 000 000 × 10 ×
 * (−488 000).
 */
@Service
class CorrectRates implements RateCorrections {

    // A submission plans by keys, for a sheet's sake; this one reads the movements of a country.
    private static final String PLAN_FREELY = """
            select set_config('enable_seqscan', 'on', true), set_config('enable_hashjoin', 'on', true),
                   set_config('enable_mergejoin', 'on', true)
            """;

    private static final String CONTENT = "corrections of a retroactive rate";

    private static final String EFFECT = """
            with moved as (
                select m.loan_id, m.part,
                       -sum(m.principal * (m.value_date - cast(:from as date))) * case m.part when 'IN_TERM' then cast(:in_term as bigint) else cast(:overdue as bigint) end as constant
                  from loan.movement m
                 where m.series_id = :series and m.value_date > cast(:from as date) and m.principal <> 0 and m.part in ('IN_TERM', 'OVERDUE')
                 group by m.loan_id, m.part),
            corrected as (
                select l.id, l.stage
                  from loan.loan l
                 where l.id in (select loan_id from moved where constant <> 0)),
            standing as (
                select coalesce(sum(p.principal * case p.part when 'IN_TERM' then cast(:in_term as numeric) else cast(:overdue as bigint) end), 0)
                           * (cast(:day as date) - cast(:from as date)) as grown
                  from loan.part p
                 where p.series_id = :series and p.part in ('IN_TERM', 'OVERDUE') and p.principal > 0)
            select (select count(*) from corrected) as corrected,
                   (select count(*) from corrected where stage = 'CLOSED') as closed,
                   (select grown from standing) + (select coalesce(sum(constant), 0) from moved) as difference
            """;

    private static final String OPEN_DAY = """
            select max(day) from organisation.business_day
            """;

    // By part and value date, so that what was taken back meanwhile corrects nothing.
    private static final String POINTS = """
            with moved as (
                select m.loan_id, m.point_id
                  from loan.movement m
                 where m.series_id = :series and m.value_date > cast(:from as date) and m.principal <> 0
                   and (m.part = 'IN_TERM' and cast(:in_term as bigint) <> 0 or m.part = 'OVERDUE' and cast(:overdue as bigint) <> 0)
                 group by m.loan_id, m.point_id, m.part, m.value_date
                having sum(m.principal) <> 0)
            select m.point_id, p.office_id, d.day, count(distinct m.loan_id) as loans
              from moved m
              join organisation.point p on p.id = m.point_id
              join organisation.business_day d on d.office_id = p.office_id
             group by m.point_id, p.office_id, d.day
             order by m.point_id
            """;

    /** One statement for all loans of the country: the movements, and the balances that are their sums. */
    private static final String CORRECT = """
            with moved as materialized (
                select m.loan_id, m.point_id, m.part, m.value_date,
                       -sum(m.principal) * (m.value_date - cast(:from as date)) * case m.part when 'IN_TERM' then cast(:in_term as bigint) else cast(:overdue as bigint) end as constant
                  from loan.movement m
                 where m.series_id = :series and m.value_date > cast(:from as date) and m.principal <> 0
                   and (m.part = 'IN_TERM' and cast(:in_term as bigint) <> 0 or m.part = 'OVERDUE' and cast(:overdue as bigint) <> 0)
                 group by m.loan_id, m.point_id, m.part, m.value_date
                having sum(m.principal) <> 0),
            written as (
                insert into loan.movement (journal_id, line_id, line_no, loan_id, point_id, series_id, part, kind, value_date,
                                           principal, interest, constant)
                select j.id, md5(concat_ws(' ', 'rate', cast(:series as integer), cast(:from as date), m.loan_id, m.value_date))::uuid,
                       least(dense_rank() over (partition by m.point_id order by m.loan_id), 32767)::smallint, m.loan_id,
                       m.point_id, cast(:series as integer), m.part, 'RATE_CORRECTION', m.value_date, 0, 0, m.constant
                  from moved m
                  join unnest(cast(:points as bigint[]), cast(:journals as bigint[])) as j (point_id, id)
                    on j.point_id = m.point_id)
            update loan.part p
               set constant = p.constant + s.constant
              from (select loan_id, part, sum(constant) as constant from moved group by loan_id, part) s
             where p.loan_id = s.loan_id and p.series_id = :series and p.part = s.part
            """;

    private final JdbcClient db;
    private final Ledger ledger;
    private final Submissions submissions;

    CorrectRates(JdbcClient db, Ledger ledger, Submissions submissions) {
        this.db = db;
        this.ledger = ledger;
        this.submissions = submissions;
    }

    @Override
    public long mark() {
        return ledger.mark();
    }

    @Override
    public Effect effect(Retroactive change) {
        var day = db.sql(OPEN_DAY).query(LocalDate.class).single();
        return of(EFFECT, change)
                .param("day", day)
                .query((row, n) -> new Effect(
                        row.getLong("corrected"),
                        row.getLong("closed"),
                        InterestLine.toDong(numerator(row.getBigDecimal("difference")))))
                .single();
    }

    private static BigInteger numerator(BigDecimal constant) {
        return constant.toBigIntegerExact();
    }

    @Override
    public long correct(Actor checker, Retroactive change, UUID approval) {
        db.sql(PLAN_FREELY).query(row -> {});
        var places = of(POINTS, change)
                .query((row, n) -> new Place(
                        row.getLong("point_id"),
                        row.getLong("office_id"),
                        row.getObject("day", LocalDate.class),
                        row.getLong("loans")))
                .list();
        if (places.isEmpty()) {
            return 0;
        }
        submissions.along(
                checker,
                new Submission(approval, "loan.CorrectRates", CONTENT),
                places.stream()
                        .map(place -> new Submissions.Along(place.key(approval), place.pointId(), place.day()))
                        .toList());
        var journals = ledger.postWithoutEntries(
                "RATE_CORRECTION",
                places.stream()
                        .map(place ->
                                new Ledger.Bare(place.key(approval), place.pointId(), place.officeId(), place.day()))
                        .toList());
        of(CORRECT, change)
                .param("points", places.stream().map(Place::pointId).toArray(Long[]::new))
                .param(
                        "journals",
                        places.stream()
                                .map(place -> journals.get(place.pointId()))
                                .toArray(Long[]::new))
                .update();
        return places.stream().mapToLong(Place::loans).sum();
    }

    private JdbcClient.StatementSpec of(String sql, Retroactive change) {
        return db.sql(sql)
                .param("series", change.seriesId())
                .param("from", change.from())
                .param("in_term", change.inTerm())
                .param("overdue", change.overdue());
    }

    /** A point with loans to correct, and its open day. */
    private record Place(long pointId, long officeId, LocalDate day, long loans) {

        UUID key(UUID approval) {
            return UUID.nameUUIDFromBytes(
                    ("rates corrected at " + pointId + " by " + approval).getBytes(StandardCharsets.UTF_8));
        }
    }
}
