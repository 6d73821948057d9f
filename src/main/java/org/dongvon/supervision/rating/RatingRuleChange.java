package org.dongvon.supervision.rating;

import java.util.List;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.supervision.SupervisionRefusal;
import org.dongvon.supervision.weights.WeightedRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** New weights and classes of the rating of groups from a day on; the weights stand in the order of {@link Criterion}. */
@Component
class RatingRuleChange extends WeightedRule {

    static final String NAME = "supervision.rating-rule";

    /** Hundredths of a percent of overdue principal from which on there is no point. */
    private static final String LIMIT = "overdue-zero";

    private static final int MOST_LIMIT = 10_000;

    private static final String ROWS = """
            select valid_from, w_sessions, w_overdue, w_principal, w_interest, w_savers, w_deposits, overdue_zero, least_good,
                   least_fair, least_average
              from supervision.rating_rule
             order by valid_from
            """;

    private static final String ADD = """
            insert into supervision.rating_rule (valid_from, w_sessions, w_overdue, w_principal, w_interest, w_savers, w_deposits,
                                                 overdue_zero, least_good, least_fair, least_average, document_id, mark, note)
            select :from, :sessions, :overdue, :principal, :interest, :savers, :deposits, :overdue_zero, :good, :fair, :average, d.id, 'FOUND',
                   :note
              from document.document d
             where d.code = :document
            """;

    private static final Fields FIELDS = new Fields(
            List.of("sessions", "overdue", "principal", "interest", "savers", "deposits"), List.of(LIMIT), ROWS, ADD);

    RatingRuleChange(JdbcClient db, BusinessDays days, PointsAndDays points, Messages messages) {
        super(FIELDS, db, days, points, messages);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String subject() {
        return "groups";
    }

    @Override
    protected String title() {
        return "rating.rule";
    }

    @Override
    protected void checkOthers(Facts wanted) {
        if (wanted.countOf(LIMIT) < 1 || wanted.countOf(LIMIT) > MOST_LIMIT) {
            throw new Refused(SupervisionRefusal.OVERDUE_LIMIT_OUTSIDE);
        }
    }

    @Override
    public Subject.Kind historyOf() {
        return Subject.Kind.RATING_RULE;
    }

    @Override
    public String form(String subject) {
        return "/ratings/rule/change";
    }
}
