package org.dongvon.supervision.rating;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.CountryRule;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.dongvon.supervision.SupervisionRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * New weights and classes of the rating from a day on, with their document; ratings made before stay as they are. There is
 * one rule, so the subject is always {@code groups}.
 */
@Component
class RatingRuleChange implements CountryRule {

    static final String NAME = "supervision.rating-rule";
    static final String SUBJECT = "groups";

    /** The fields that make 100 together, in the order of {@link Criterion}. */
    static final List<String> WEIGHTS = List.of("sessions", "overdue", "principal", "interest", "savers", "deposits");

    /** From how many points on a class begins, the best first. */
    static final List<String> CLASSES = List.of("good", "fair", "average");

    /** Hundredths of a percent of overdue principal from which on there is no point. */
    static final String LIMIT = "overdue-zero";

    private static final int WHOLE = 100;
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
            select :from, :sessions, :overdue, :principal, :interest, :savers, :deposits, :limit, :good, :fair, :average, d.id, 'FOUND',
                   :note
              from document.document d
             where d.code = :document
            """;

    private final JdbcClient db;
    private final BusinessDays days;
    private final PointsAndDays points;
    private final Messages messages;

    RatingRuleChange(JdbcClient db, BusinessDays days, PointsAndDays points, Messages messages) {
        this.db = db;
        this.days = days;
        this.points = points;
        this.messages = messages;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label describe(String subject) {
        return new Label(messages.text(Language.VI, "rating.rule"), messages.text(Language.EN, "rating.rule"));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return points.country(maker);
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        return rows().stream()
                .filter(row -> !row.dateOf("from").isAfter(wanted.dateOf("from")))
                .reduce((earlier, later) -> later)
                .orElseGet(wanted::emptied);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var from = wanted.dateOf("from");
        var first = days.holdAll();
        if (from.isBefore(first)) {
            throw new Refused(SupervisionRefusal.RATING_RULE_RETROACTIVE, from, first);
        }
        var last = rows().getLast().dateOf("from");
        if (!from.isAfter(last)) {
            throw new Refused(SupervisionRefusal.RATING_RULE_NOT_LAST, from, last);
        }
        long sum = WEIGHTS.stream().mapToLong(wanted::countOf).sum();
        if (sum != WHOLE) {
            throw new Refused(SupervisionRefusal.WEIGHTS_NOT_100, sum);
        }
        var least = CLASSES.stream().map(wanted::countOf).toList();
        if (least.get(0) > WHOLE || least.get(0) <= least.get(1) || least.get(1) <= least.get(2) || least.get(2) < 1) {
            throw new Refused(SupervisionRefusal.CLASSES_NOT_IN_ORDER);
        }
        if (wanted.countOf(LIMIT) < 1 || wanted.countOf(LIMIT) > MOST_LIMIT) {
            throw new Refused(SupervisionRefusal.OVERDUE_LIMIT_OUTSIDE);
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var wanted = approved.wanted();
        var adding = db.sql(ADD)
                .param("from", wanted.dateOf("from"))
                .param("limit", wanted.countOf(LIMIT))
                .param("document", approved.basis().document())
                .param("note", approved.basis().reason());
        for (var field : WEIGHTS) {
            adding = adding.param(field, wanted.countOf(field));
        }
        for (var field : CLASSES) {
            adding = adding.param(field, wanted.countOf(field));
        }
        adding.update();
    }

    @Override
    public String form(String subject) {
        return "/ratings/rule/change";
    }

    /** The rows of the rule as facts, the oldest first. */
    List<Facts> rows() {
        return db.sql(ROWS)
                .query((row, n) -> {
                    var facts = Facts.none();
                    for (var field : WEIGHTS) {
                        facts = facts.count(field, row.getInt("w_" + field));
                    }
                    facts = facts.count(LIMIT, row.getInt("overdue_zero"));
                    for (var field : CLASSES) {
                        facts = facts.count(field, row.getInt("least_" + field));
                    }
                    return facts.date("from", row.getObject("valid_from", LocalDate.class));
                })
                .list();
    }

    LocalDate firstDay() {
        return points.openDay(PointsAndDays.COUNTRY);
    }
}
