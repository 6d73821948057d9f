package org.dongvon.loan.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.plan.Overrun;
import org.dongvon.capital.plan.PlanTargets;
import org.dongvon.capital.plan.PlanTargets.Bound;
import org.dongvon.capital.plan.PlanTargets.Place;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.application.ApplicationFiles.Application;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the plan still has room for where a loan would be: the month's target less what is out and what is promised. Repayments
 * to come do not count: a promise must not rest on them.
 */
@Repository
class PlanRoom {

    // Loans of the office under one programme, by the line that their money counts on; part by part, since they are
    // few.
    private static final String STANDING = """
            with point as materialized (
                select p.id, p.id = o.id or p.commune_id = o.commune_id as is_near
                  from organisation.point o
                  join organisation.point p on p.office_id = o.office_id
                 where o.id = :point),
            standing as (
                select p.is_near, coalesce(g.hamlet, h.hamlet) = :hamlet as is_hamlet,
                       case l.stage when 'APPROVED' then l.amount
                                    else l.undrawn + coalesce((select sum(t.principal) from loan.part t
                                                                where t.loan_id = l.id and t.part <> 'WRITTEN_OFF'), 0) end as amount
                  from point p
                  join loan.loan l on l.point_id = p.id and l.programme_id = :programme and l.stage in ('APPROVED', 'ACTIVE')
                  join capital.v_plan_source s on s.contract_id = l.contract_id and s.source = :source
                  join household.household h on h.id = l.household_id
                  left join "group".credit_group g on g.id = l.group_id)
            select coalesce(sum(amount) filter (where is_near and is_hamlet), 0)::bigint as hamlet,
                   coalesce(sum(amount) filter (where is_near), 0)::bigint as commune,
                   coalesce(sum(amount), 0)::bigint as office
              from standing
            """;

    private static final String HAMLET = """
            select coalesce(g.hamlet, h.hamlet) as hamlet
              from household.household h
              left join "group".credit_group g on g.id = :group
             where h.id = :household
            """;

    private final PlanTargets targets;
    private final JdbcClient db;

    PlanRoom(PlanTargets targets, JdbcClient db) {
        this.targets = targets;
        this.db = db;
    }

    /** The target with the least room, narrowest first among equals; nothing where there is no plan. */
    Optional<Room> least(Application application, String contract) {
        var source = targets.source(contract);
        var place = new Place(application.place().pointId(), hamlet(application));
        var bounds = targets.bounds(place, application.programmeId(), source, application.openDay());
        if (bounds.isEmpty()) {
            return Optional.empty();
        }
        var standing = db.sql(STANDING)
                .param("point", place.pointId())
                .param("hamlet", place.hamlet())
                .param("programme", (short) application.programmeId())
                .param("source", source.name())
                .query((row, n) -> new Standing(
                        new Dong(row.getLong("hamlet")),
                        new Dong(row.getLong("commune")),
                        new Dong(row.getLong("office"))))
                .single();
        return rooms(bounds, standing).stream()
                .reduce((one, other) -> other.left().isLessThan(one.left()) ? other : one);
    }

    private static List<Room> rooms(List<Bound> bounds, Standing standing) {
        return bounds.stream()
                .map(bound -> new Room(bound.name(), bound.target().minus(standing.at(bound.level()))))
                .toList();
    }

    private String hamlet(Application application) {
        return db.sql(HAMLET)
                .param("household", application.who().householdId())
                .param("group", application.who().groupId())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /**
     * Refuses an amount that passes the plan, where the rule of the day refuses it.
     *
     * @throws Refused {@link CapitalRefusal#PLAN_EXCEEDED}
     */
    void require(Application application, ApprovedTerms terms) {
        if (targets.overrun(application.openDay()) == Overrun.REFUSE) {
            excess(application, terms).ifPresent(refused -> {
                throw refused;
            });
        }
    }

    /** The sentence of an amount that passes the plan; nothing when it does not. */
    Optional<Refused> excess(Application application, ApprovedTerms terms) {
        return least(application, terms.contract())
                .filter(room -> terms.amount().isMoreThan(room.left()))
                .map(room -> excess(terms.amount(), room, application.openDay()));
    }

    private static Refused excess(Dong amount, Room room, LocalDate day) {
        return new Refused(
                CapitalRefusal.PLAN_EXCEEDED,
                amount,
                room.left(),
                room.name(),
                day.getMonthValue(),
                Integer.toString(day.getYear()));
    }

    /** What is left of a target, less than nothing when it is passed already. */
    record Room(String name, Dong left) {}

    /** What is out or promised of a line. */
    private record Standing(Dong hamlet, Dong commune, Dong office) {

        Dong at(PlanTargets.Level level) {
            return switch (level) {
                case HAMLET -> hamlet;
                case COMMUNE -> commune;
                case OFFICE -> office;
            };
        }
    }
}
