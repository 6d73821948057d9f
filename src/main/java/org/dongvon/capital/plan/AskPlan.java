package org.dongvon.capital.plan;

import java.util.UUID;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.text.Spelling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** A commune asks for what it wants to have out at the end of a year. Its last word counts; it binds nobody. */
@Service
public class AskPlan {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 300;

    private static final String ADD = """
            insert into capital.plan_ask
                   (point_id, points, year, programme_id, source, unit_id, amount, reason, asked_on, submission)
            select :point, (select range_agg(int8range(x.id, x.id, '[]')) from organisation.points_under(:unit, :day) as x (id)),
                   :year, g.id, :source, :unit, :amount, :reason, :day, :key
              from programme.programme g
             where g.code = :programme
            returning id
            """;

    private final PlanPages pages;
    private final Units units;
    private final BusinessDays days;
    private final Submissions submissions;
    private final JdbcClient db;

    AskPlan(PlanPages pages, Units units, BusinessDays days, Submissions submissions, JdbcClient db) {
        this.pages = pages;
        this.units = units;
        this.days = days;
        this.submissions = submissions;
        this.db = db;
    }

    /**
     * Asks for a year of a commune's line; returns the identifier of what was asked.
     *
     * @throws Refused {@link CapitalRefusal#PLAN_ASKED_BY_COMMUNES}, {@link CapitalRefusal#PLAN_YEAR_OUTSIDE}, {@link
     *     CapitalRefusal#PLAN_NEEDS_REASON}
     */
    public long run(Actor actor, UUID key, PlanLine line, Wish wish) {
        actor.requireRole(Role.COMMUNE_OFFICIAL, Role.CREDIT_OFFICER);
        var content = "ask for %s: %d because %s".formatted(line.subject(), wish.amount.amount(), wish.reason);
        return submissions
                .once(actor, new Submission(key, "capital.AskPlan", content), Made.class, () -> add(key, line, wish))
                .askId();
    }

    private Submissions.Done<Made> add(UUID key, PlanLine line, Wish wish) {
        var found = pages.asking(line);
        long point = units.pointsUnder(found.unit().id(), found.today()).getFirst();
        var day = days.hold(units.point(point).officeId());
        Months.leftOf(line.year(), day).requireOpen(line.year(), day);
        long id = db.sql(ADD)
                .param("point", point)
                .param("unit", found.unit().id())
                .param("day", day)
                .param("year", line.year())
                .param("source", line.source().name())
                .param("programme", found.programme().code())
                .param("amount", wish.amount.amount())
                .param("reason", wish.reason)
                .param("key", key)
                .query(Long.class)
                .single();
        return new Submissions.Done<>(point, day, new Made(id));
    }

    /** How much, and why. */
    public record Wish(Dong amount, String reason) {

        /** @throws Refused {@link CapitalRefusal#PLAN_NEEDS_REASON} */
        public Wish {
            reason = Spelling.of(reason);
            if (reason.length() < SHORTEST || reason.length() > LONGEST) {
                throw new Refused(CapitalRefusal.PLAN_NEEDS_REASON, SHORTEST, LONGEST);
            }
        }
    }

    record Made(long askId) {}
}
