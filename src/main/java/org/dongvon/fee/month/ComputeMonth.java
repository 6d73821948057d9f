package org.dongvon.fee.month;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.fee.month.Months.Month;
import org.dongvon.fee.month.Months.Office;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Computes the fee and the commission of an office's closed month from its journals, in one statement each for portfolios,
 * lines and dues; again, as often as asked, until the month is approved.
 */
@Service
public class ComputeMonth {

    // A submission plans by keys; this one reads a month, and for averages all that came before it.
    private static final String PLAN_FOR_MANY = """
            select set_config('enable_seqscan', 'on', true), set_config('enable_hashjoin', 'on', true), set_config('enable_mergejoin', 'on', true)
            """;

    private static final String BEGIN = """
            insert into fee.computation (point_id, office_id, month, state, computed_on, submission)
            values (:point, :office, :first, 'COMPUTED', :today, :submission)
                on conflict (office_id, month) where state in ('COMPUTED', 'APPROVED') do nothing
            returning id
            """;

    private static final String PORTFOLIOS = """
            insert into fee.portfolio (computation_id, point_id, association, outstanding, overdue, share)
            select :id, b.point_id, b.association, b.outstanding, b.overdue, fee.share(b.overdue, b.outstanding, :last)
              from (select v.point_id, v.association, coalesce(sum(v.principal) filter (where v.part <> 'WRITTEN_OFF'), 0)::bigint as outstanding,
                           coalesce(sum(v.principal) filter (where v.part = 'OVERDUE'), 0)::bigint as overdue
                      from loan.v_movement v
                     where v.office_id = :office and v.business_date <= :last and v.association <> 'NONE'
                     group by v.point_id, v.association) b
            """;

    private static final String LINES = """
            with counted as materialized (
                select c.group_id, c.programme_id, c.base, c.yearly, c.interest, c.balance_days, g.point_id, g.association,
                       r.class as rating, f.share
                  from fee.collected(:office, :first, :last) c
                  join "group".v_credit_group g on g.id = c.group_id
                  left join supervision.v_rating r on r.group_id = c.group_id and r.as_of = :last
                  left join fee.portfolio f on f.computation_id = :id and f.point_id = g.point_id and f.association = g.association
                 where c.interest <> 0 or c.balance_days <> 0),
            wanted as (
                select c.group_id, c.programme_id, c.base, c.yearly, c.interest, c.balance_days, c.point_id, c.association, t.target,
                       r.rate, r.shared_out, case when r.shared_out then coalesce(c.share, 100) else 100 end as share
                  from counted c
                 cross join lateral (values ('ENTRUSTMENT'), ('COMMISSION'), ('DEPOSIT')) t (target)
                 cross join lateral fee.rate_of(t.target, c.programme_id, c.rating, :last) r
                 where (t.target = 'DEPOSIT') = (c.programme_id = 0))
            insert into fee.line (computation_id, target, group_id, programme_id, yearly, point_id, association, base, shared_out,
                                  interest, balance_days, days, rate, share, amount)
            select :id, w.target, w.group_id, w.programme_id, w.yearly, w.point_id, w.association, w.base, w.shared_out, w.interest,
                   w.balance_days, :days, w.rate, w.share,
                   fee.half_up(fee.numerator(w.base, w.interest, w.balance_days, w.rate, w.share), fee.denominator(w.base, w.yearly, :days))
              from wanted w
            """;

    // What was below nothing in the approved month before is taken off now.
    private static final String DUES = """
            with fee as (
                select l.point_id, l.association, coalesce(sum(l.amount) filter (where l.shared_out), 0)::bigint as shared_out,
                       coalesce(sum(l.amount) filter (where not l.shared_out), 0)::bigint as whole
                  from fee.line l
                 where l.computation_id = :id and l.target = 'ENTRUSTMENT'
                 group by l.point_id, l.association),
            due as (
                select l.point_id, 'GROUP' as beneficiary, l.association, l.group_id, sum(l.amount)::bigint as computed
                  from fee.line l
                 where l.computation_id = :id and l.target <> 'ENTRUSTMENT'
                 group by l.point_id, l.association, l.group_id
                 union all
                select f.point_id, s.level, f.association, null, s.part + case s.level when 'COMMUNE' then f.whole else 0 end
                  from fee f
                 cross join lateral fee.split_of(f.shared_out, :last) s),
            before as (
                select p.point_id, p.beneficiary, p.association, p.group_id, p.computed + p.carried as below
                  from fee.payable p
                 where p.computation_id = (select c.id from fee.computation c
                                            where c.office_id = :office and c.state = 'APPROVED' and c.month < :first
                                            order by c.month desc
                                            limit 1)
                   and p.computed + p.carried < 0)
            insert into fee.payable (computation_id, point_id, beneficiary, association, group_id, computed, carried)
            select :id, coalesce(d.point_id, b.point_id), coalesce(d.beneficiary, b.beneficiary), coalesce(d.association, b.association),
                   coalesce(d.group_id, b.group_id), coalesce(d.computed, 0), coalesce(b.below, 0)
              from due d
              full join before b on b.point_id = d.point_id and b.beneficiary = d.beneficiary and b.association = d.association
                                and coalesce(b.group_id, 0) = coalesce(d.group_id, 0)
             where coalesce(d.computed, 0) <> 0 or b.below is not null
            """;

    private final JdbcClient db;
    private final Months months;
    private final BusinessDays days;
    private final Submissions submissions;

    ComputeMonth(JdbcClient db, Months months, BusinessDays days, Submissions submissions) {
        this.db = db;
        this.months = months;
        this.days = days;
        this.submissions = submissions;
    }

    /**
     * Computes the month; returns the computation's number.
     *
     * @throws Refused {@link FeeRefusal#MONTH_NOT_OVER}, {@link FeeRefusal#MONTH_APPROVED}, {@link
     *     FeeRefusal#MONTH_OUT_OF_ORDER}, {@link FeeRefusal#COMPUTED_MEANWHILE}
     */
    public long run(Actor actor, UUID key, FeeMonth month) {
        var submission = new Submission(key, "fee.ComputeMonth", month.toString());
        return submissions
                .once(actor, submission, Computed.class, () -> compute(actor, key, month))
                .id();
    }

    private Submissions.Done<Computed> compute(Actor actor, UUID key, FeeMonth month) {
        actor.requireRole(Role.ACCOUNTANT, Role.CONTROLLER);
        var office = months.office(month.office());
        var today = days.hold(office.id());
        requireMayCompute(month, today, months.counting(office));
        months.replaceFrom(office, month.first());
        long id = db.sql(BEGIN)
                .param("point", office.pointId())
                .param("office", office.id())
                .param("first", month.first())
                .param("today", today)
                .param("submission", key)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Refused(FeeRefusal.COMPUTED_MEANWHILE, month));
        db.sql(PLAN_FOR_MANY).query((row, n) -> row.getString(1)).single();
        for (var statement : List.of(PORTFOLIOS, LINES, DUES)) {
            write(statement, id, office, month);
        }
        return new Submissions.Done<>(office.pointId(), today, new Computed(id));
    }

    private static void requireMayCompute(FeeMonth month, LocalDate today, List<Month> counting) {
        if (!month.last().isBefore(today)) {
            throw new Refused(
                    FeeRefusal.MONTH_NOT_OVER, month.first(), month.last().plusDays(1));
        }
        var waiting = counting.stream()
                .filter(each -> !each.isApproved() && each.first().isBefore(month.first()))
                .findFirst();
        if (waiting.isPresent()) {
            throw new Refused(
                    FeeRefusal.MONTH_OUT_OF_ORDER, month.first(), waiting.get().first());
        }
        var approved = counting.stream().filter(Month::isApproved).findFirst();
        if (approved.isPresent()) {
            var last = approved.get().first();
            if (!month.first().isAfter(last)) {
                throw new Refused(FeeRefusal.MONTH_APPROVED, last);
            }
            if (!month.first().equals(last.plusMonths(1))) {
                throw new Refused(FeeRefusal.MONTH_OUT_OF_ORDER, month.first(), last.plusMonths(1));
            }
        }
    }

    private void write(String statement, long id, Office office, FeeMonth month) {
        db.sql(statement)
                .param("id", id)
                .param("office", office.id())
                .param("first", month.first())
                .param("last", month.last())
                .param("days", month.month().lengthOfMonth())
                .update();
    }

    record Computed(long id) {}
}
