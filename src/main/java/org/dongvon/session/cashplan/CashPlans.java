package org.dongvon.session.cashplan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.Repayments;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.organisation.Point;
import org.dongvon.organisation.SessionCalendar;
import org.dongvon.organisation.Unit;
import org.dongvon.session.VaultOffices;
import org.dongvon.session.Vaults;
import org.dongvon.session.cashplan.CashPlan.Due;
import org.dongvon.session.cashplan.CashPlan.Line;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the plan of a week: a handful of statements for each session that is held in it. */
@Repository
class CashPlans {

    /** Fixed days of a month before or after may be held in the week. */
    private static final int MOVED_BY = 31;

    private static final String PAY_OUTS = """
            select count(*) as loans, coalesce(sum(w.amount), 0)::bigint as amount
              from loan.v_to_pay_out w
             where w.point_id = :point and not w.restricted and w.pay_on <= :day
            """;

    // What falls due after the session before, as far as it is not paid: the waterfall of cumulative principal.
    private static final String PRINCIPAL = """
            with due as (
                select i.loan_id, sum(i.amount) as by_day,
                       coalesce(sum(i.amount) filter (where i.due_on <= :before), 0) as by_before
                  from loan.v_instalment i
                 where i.point_id = :point and i.due_on <= :day
                 group by i.loan_id)
            select coalesce(sum(greatest(d.by_day - (l.amount - l.outstanding), 0)
                                - greatest(d.by_before - (l.amount - l.outstanding), 0)), 0)::bigint
              from due d
              join loan.v_loan_card l on l.id = d.loan_id
             where l.stage = 'ACTIVE'
            """;

    private static final String ACTIVE = """
            select l.id from loan.v_loan_card l where l.point_id = :point and l.stage = 'ACTIVE'
            """;

    private static final String SAVINGS = """
            select coalesce(sum(m.monthly_saving), 0)::bigint
              from "group".v_member m
             where m.point_id = :point and m.left_on is null
               and exists (select from "group".v_contract c
                            where c.group_id = m.group_id and c.covers = 'INTEREST_AND_SAVINGS' and c.valid_from <= :day
                              and (c.valid_to is null or c.valid_to > :day))
            """;

    private final JdbcClient db;
    private final VaultOffices offices;
    private final BusinessDays days;
    private final SessionCalendar calendar;
    private final Repayments repayments;
    private final Vaults vaults;
    private final Transactions transactions;

    CashPlans(
            JdbcClient db,
            VaultOffices offices,
            BusinessDays days,
            SessionCalendar calendar,
            Repayments repayments,
            Vaults vaults,
            Transactions transactions) {
        this.db = db;
        this.offices = offices;
        this.days = days;
        this.calendar = calendar;
        this.repayments = repayments;
        this.vaults = vaults;
        this.transactions = transactions;
    }

    /** The offices in scope. */
    List<Unit> offices(Actor actor) {
        return transactions.read(actor, offices::all);
    }

    /**
     * The plan of the week of a day; without one, of the office's open day.
     *
     * @throws Refused {@link OrganisationRefusal#UNKNOWN_UNIT}
     */
    CashPlan read(Actor actor, String code, @Nullable LocalDate asked) {
        return transactions.read(actor, () -> {
            var office = offices.choose(actor, code);
            var day = asked == null ? days.today(office.id()) : asked;
            var from = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            var lines = new ArrayList<Line>();
            for (var planned : calendar.planned(office.id(), from.minusDays(MOVED_BY), from.plusDays(MOVED_BY + 6L))) {
                var held = planned.actual();
                if (!held.isBefore(from) && !held.isAfter(from.plusDays(6))) {
                    lines.add(line(planned.point(), held));
                }
            }
            lines.sort(Comparator.comparing(Line::day).thenComparing(Line::code));
            return new CashPlan(office, from, vaults.balance(office.id()), lines);
        });
    }

    private Line line(Point point, LocalDate day) {
        var out = db.sql(PAY_OUTS)
                .param("point", point.id())
                .param("day", day)
                .query((row, n) -> new PayOuts(row.getLong("loans"), new Dong(row.getLong("amount"))))
                .single();
        var due = new Due(principal(point, day), interest(point, day), savings(point, day));
        return new Line(day, point.code(), point.name(), out.loans, out.amount, due);
    }

    private Dong principal(Point point, LocalDate day) {
        return new Dong(db.sql(PRINCIPAL)
                .param("point", point.id())
                .param("day", day)
                .param("before", day.minusMonths(1))
                .query(Long.class)
                .single());
    }

    /** As a sheet asks for it: each loan rounded once, students before their day ask nothing. */
    private Dong interest(Point point, LocalDate day) {
        var loans = db.sql(ACTIVE)
                .param("point", point.id())
                .query((row, n) -> row.getLong("id"))
                .list();
        var desk = repayments.read(loans);
        return desk.balances().values().stream()
                .map(balance -> desk.interestAskedOn(balance, day))
                .reduce(Dong.ZERO, Dong::plus);
    }

    private Dong savings(Point point, LocalDate day) {
        return new Dong(db.sql(SAVINGS)
                .param("point", point.id())
                .param("day", day)
                .query(Long.class)
                .single());
    }

    private record PayOuts(long loans, Dong amount) {}
}
