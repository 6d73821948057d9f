package org.dongvon.session.posted;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.organisation.SessionCalendar;
import org.dongvon.organisation.Units;
import org.dongvon.session.posted.PostedNotice.OfGroup;
import org.dongvon.session.posted.PostedNotice.OfProgramme;
import org.dongvon.session.posted.PostedNotice.Where;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the notice of a point for its next session. */
@Repository
class PostedNotices {

    private static final String POINT = """
            select p.id, p.code, p.name, p.address
              from organisation.v_point_card p
             where p.code = :code and not p.direct and p.id <@ (select shared.scope()) and not (select shared.narrowed())
            """;

    private static final String GROUPS = """
            with due as materialized (
                select i.loan_id, sum(i.amount) as amount
                  from loan.v_instalment i
                 where i.point_id = :point and i.due_on <= :day
                 group by i.loan_id),
            owed as materialized (
                select l.group_id, count(*) as loans, sum(d.amount - (l.amount - l.outstanding)) as due
                  from due d
                  join loan.v_loan_card l on l.id = d.loan_id
                 where l.stage = 'ACTIVE' and d.amount > l.amount - l.outstanding
                 group by l.group_id)
            select g.code, g.name, g.hamlet, coalesce(o.loans, 0) as loans, coalesce(o.due, 0)::bigint as due,
                   (select count(*) from "group".v_member m where m.group_id = g.id and m.left_on is null) as members
              from "group".v_group_card g
              left join owed o on o.group_id = g.id
             where g.point_id = :point and g.closed_on is null
             order by g.code
            """;

    private static final String PROGRAMMES = """
            select x.programme_vi, x.programme_en, sum(x.approved) as approved, sum(x.to_pay_out)::bigint as to_pay_out,
                   sum(x.paid) as paid, sum(x.paid_out)::bigint as paid_out
              from (select w.programme_vi, w.programme_en, 1 as approved, w.amount as to_pay_out, 0 as paid, 0 as paid_out
                      from loan.v_to_pay_out w
                     where w.point_id = :point and w.pay_on <= :day
                    union all
                    select l.programme_vi, l.programme_en, 0, 0, 1, l.amount
                      from loan.v_loan_card l
                     where l.point_id = :point and l.disbursed_on >= :month and l.disbursed_on <= :day) x
             group by x.programme_vi, x.programme_en
             order by x.programme_vi collate public.vi
            """;

    private final JdbcClient db;
    private final BusinessDays days;
    private final Units units;
    private final SessionCalendar calendar;
    private final Transactions transactions;

    PostedNotices(JdbcClient db, BusinessDays days, Units units, SessionCalendar calendar, Transactions transactions) {
        this.db = db;
        this.days = days;
        this.units = units;
        this.calendar = calendar;
        this.transactions = transactions;
    }

    /**
     * The notice of a point for its first session on or after the open day.
     *
     * @throws Refused {@link OrganisationRefusal#UNKNOWN_POINT}
     */
    PostedNotice read(Actor actor, String code) {
        return transactions.read(actor, () -> {
            var found = db.sql(POINT)
                    .param("code", code)
                    .query((row, n) -> Map.entry(
                            row.getLong("id"),
                            new Where(row.getString("code"), row.getString("name"), row.getString("address"))))
                    .optional()
                    .orElseThrow(() -> new Refused(OrganisationRefusal.UNKNOWN_POINT, code));
            var point = units.point(found.getKey());
            var day = calendar.nextSession(point, days.today(point.officeId()));
            return new PostedNotice(found.getValue(), day, groups(point.id(), day), programmes(point.id(), day));
        });
    }

    private List<OfGroup> groups(long point, LocalDate day) {
        return db.sql(GROUPS)
                .param("point", point)
                .param("day", day)
                .query((row, n) -> new OfGroup(
                        Map.entry(row.getString("code"), row.getString("name")),
                        row.getString("hamlet"),
                        row.getLong("members"),
                        row.getLong("loans"),
                        row.getLong("due")))
                .list();
    }

    private List<OfProgramme> programmes(long point, LocalDate day) {
        return db.sql(PROGRAMMES)
                .param("point", point)
                .param("day", day)
                .param("month", day.withDayOfMonth(1))
                .query((row, n) -> new OfProgramme(
                        new Label(row.getString("programme_vi"), row.getString("programme_en")),
                        row.getLong("approved"),
                        new Dong(row.getLong("to_pay_out")),
                        row.getLong("paid"),
                        new Dong(row.getLong("paid_out"))))
                .list();
    }
}
