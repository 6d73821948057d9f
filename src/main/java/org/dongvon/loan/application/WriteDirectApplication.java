package org.dongvon.loan.application;

import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The credit officer enters what an adult of a household brings to the office (01/GQVL, the application for social housing): a direct
 * application, at the office's pseudo-point. It stays a draft until it is filed.
 */
@Service
public class WriteDirectApplication {

    // At the pseudo-point of the office that the household belongs to, which must be in scope as the household is.
    private static final String INSERT = """
            with applicant as (
                select shared.new_id('loan.application_id') as id, p.id as person_id, p.household_id, dp.id as point_id,
                       u.code as point, d.day
                  from household.person p
                  join organisation.point hp on hp.id = p.point_id
                  join organisation.point dp on dp.office_id = hp.office_id and dp.direct
                  join organisation.unit u on u.id = dp.id
                  join organisation.business_day d on d.office_id = dp.office_id
                  join lateral household.members_on(p.household_id, d.day) m on m.person_id = p.id
                 where p.id = :person and not p.restricted and p.born_on + make_interval(years => :age) <= d.day
                   and p.point_id <@ (select shared.scope())
                   and dp.id <@ (select shared.scope()))
            insert into loan.application
                   (id, code, path, point_id, household_id, borrower_id, association, programme_id, purpose, amount, term_months,
                    interval_months, written_on, cap_class, need, own_capital)
            select a.id, a.point || '-HS' || (a.id & ((1::bigint << 47) - 1)), 'DIRECT', a.point_id, a.household_id, a.person_id,
                   'NONE', :programme, :purpose, :amount, :term, :interval, a.day, :class, :need, :own
              from applicant a
            returning code, point_id, written_on as open_day
            """;

    private final Applicants applicants;
    private final PlanFiles plans;
    private final Programmes programmes;
    private final Submissions submissions;
    private final JdbcClient db;

    WriteDirectApplication(
            Applicants applicants, PlanFiles plans, Programmes programmes, Submissions submissions, JdbcClient db) {
        this.applicants = applicants;
        this.plans = plans;
        this.programmes = programmes;
        this.submissions = submissions;
        this.db = db;
    }

    /**
     * Writes a draft; returns its code.
     *
     * @throws Refused {@link ApplicationRefusal#UNKNOWN_APPLICANT}
     */
    public String run(Actor actor, Wish wish) {
        var submission = new Submission(wish.key(), "loan.WriteDirectApplication", wish.content());
        return submissions
                .once(actor, submission, Draft.class, () -> {
                    actor.requireRole(Role.CREDIT_OFFICER);
                    var written = write(wish);
                    var jobs = wish.plan().jobs();
                    if (jobs != null) {
                        plans.write(written.code(), jobs);
                    }
                    return new Submissions.Done<>(written.pointId(), written.openDay(), new Draft(written.code()));
                })
                .code();
    }

    private Written write(Wish wish) {
        var need = wish.plan().need();
        return db.sql(INSERT)
                .param("person", wish.personId())
                .param("age", applicants.age())
                .param(
                        "programme",
                        programmes.current().programme(wish.programme()).id())
                .param("purpose", wish.purpose())
                .param("amount", wish.asked().amount().amount())
                .param("term", wish.asked().months())
                .param("interval", wish.asked().interval())
                .param("class", wish.plan().capClass())
                .param("need", need == null ? null : need.whole().amount())
                .param("own", need == null ? null : need.own().amount())
                .query((row, n) -> new Written(
                        row.getString("code"), row.getLong("point_id"), row.getObject("open_day", LocalDate.class)))
                .optional()
                .orElseThrow(() -> new Refused(ApplicationRefusal.UNKNOWN_APPLICANT));
    }

    /** How much for how long. */
    public record Asked(Dong amount, int months, int interval) {}

    /** What an applicant asks for. */
    public record Wish(UUID key, long personId, String programme, String purpose, Asked asked, Plan plan) {

        /**
         * The wish with its purpose in one spelling.
         *
         * @throws Refused {@link ApplicationRefusal#APPLICATION_INCOMPLETE}
         */
        public Wish {
            purpose = WriteApplication.Wish.purpose(purpose);
            WriteApplication.Wish.requireWhole(purpose, asked.amount(), asked.months(), asked.interval());
        }

        String content() {
            return personId + " " + programme + " " + asked + " " + plan + "\n" + purpose;
        }
    }

    private record Written(String code, long pointId, LocalDate openDay) {}

    record Draft(String code) {}
}
