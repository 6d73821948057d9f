package org.dongvon.loan.application;

import java.util.Collection;
import java.util.UUID;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes applications to their end when their loans are paid out. */
@Repository
public class PaidApplications {

    private static final String NOT_NOTIFIED = """
            select a.code
              from loan.approval v
              join loan.application a on a.id = v.application_id
             where v.loan_id = any (:loans) and a.step <> 'NOTIFIED'
             order by a.code
             limit 1
            """;

    private static final String HAD_A_HAND = """
            select exists (select from loan.approval v
                             join loan.application_event e on e.application_id = v.application_id
                            where v.loan_id = any (:loans) and e.human = :human
                              and e.move in ('SUBMIT', 'CONFIRM', 'RECEIVE', 'APPROVE'))
            """;

    private static final String PAID = """
            insert into loan.application_event
                   (application_id, point_id, move, from_step, to_step, role, needs_reason, human, happened_on, submission)
            select a.id, a.point_id, 'PAY_OUT', a.step, 'PAID_OUT', :role, false, :human, d.day, :key
              from loan.approval v
              join loan.application a on a.id = v.application_id
              join organisation.point pt on pt.id = a.point_id
              join organisation.business_day d on d.office_id = pt.office_id
             where v.loan_id = any (:loans)
            """;

    private final JdbcClient db;

    PaidApplications(JdbcClient db) {
        this.db = db;
    }

    /**
     * The loans were paid out under a submission; those that came from no application stay as they are.
     *
     * @throws Refused {@link ApplicationRefusal#APPLICATION_NOT_NOTIFIED} when the group had no notice of one; {@link
     *     ApplicationRefusal#APPLICATION_SAME_PERSON}
     */
    public void paidOut(Actor teller, UUID key, Collection<Long> loanIds) {
        var loans = loanIds.toArray(Long[]::new);
        db.sql(NOT_NOTIFIED)
                .param("loans", loans)
                .query(String.class)
                .optional()
                .ifPresent(code -> {
                    throw new Refused(ApplicationRefusal.APPLICATION_NOT_NOTIFIED, code);
                });
        if (db.sql(HAD_A_HAND)
                .param("loans", loans)
                .param("human", teller.personId())
                .query(Boolean.class)
                .single()) {
            throw new Refused(ApplicationRefusal.APPLICATION_SAME_PERSON);
        }
        db.sql(PAID)
                .param("role", teller.role().name())
                .param("human", teller.personId())
                .param("key", key)
                .param("loans", loans)
                .update();
    }
}
