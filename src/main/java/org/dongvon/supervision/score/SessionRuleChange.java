package org.dongvon.supervision.score;

import java.util.List;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.supervision.weights.WeightedRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** New weights and classes of the score of sessions from a day on; the weights stand in the order of {@link SessionCriterion}. */
@Component
class SessionRuleChange extends WeightedRule {

    static final String NAME = "supervision.session-rule";

    private static final String ROWS = """
            select valid_from, w_sheets, w_interest, w_principal, w_lines, w_cash, w_minutes, w_attendance, least_good, least_fair,
                   least_average
              from supervision.session_rule
             order by valid_from
            """;

    private static final String ADD = """
            insert into supervision.session_rule (valid_from, w_sheets, w_interest, w_principal, w_lines, w_cash, w_minutes, w_attendance,
                                                  least_good, least_fair, least_average, document_id, mark, note)
            select :from, :sheets, :interest, :principal, :lines, :cash, :minutes, :attendance, :good, :fair, :average, d.id, 'FOUND', :note
              from document.document d
             where d.code = :document
            """;

    private static final Fields FIELDS = new Fields(
            List.of("sheets", "interest", "principal", "lines", "cash", "minutes", "attendance"), List.of(), ROWS, ADD);

    SessionRuleChange(JdbcClient db, BusinessDays days, PointsAndDays points, Messages messages) {
        super(FIELDS, db, days, points, messages);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String subject() {
        return "sessions";
    }

    @Override
    protected String title() {
        return "score.rule";
    }

    @Override
    public Subject.Kind historyOf() {
        return Subject.Kind.SESSION_RULE;
    }

    @Override
    public String form(String subject) {
        return "/session-scores/rule/change";
    }
}
