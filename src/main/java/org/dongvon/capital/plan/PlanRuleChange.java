package org.dongvon.capital.plan;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.capital.CapitalRefusal;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether an approval that passes a target is warned of or refused, from a day on. There is one rule, so the subject is always
 * {@code overrun}.
 */
@Component
class PlanRuleChange implements CountryRule {

    static final String NAME = "capital.plan-rule";
    static final String SUBJECT = "overrun";
    static final String PATH = "/plan/rule";

    private static final String WORD = "overrun.";

    private static final String ROWS = """
            select r.valid_from, r.overrun, r.mark, d.number
              from capital.plan_rule r
              left join document.document d on d.id = r.document_id
             order by r.valid_from
            """;

    private static final String ADD = """
            insert into capital.plan_rule (valid_from, overrun, document_id, mark)
            select :from, :overrun, d.id, 'FOUND' from document.document d where d.code = :document
            """;

    private final JdbcClient db;
    private final BusinessDays days;
    private final PointsAndDays points;
    private final Messages messages;

    PlanRuleChange(JdbcClient db, BusinessDays days, PointsAndDays points, Messages messages) {
        this.db = db;
        this.days = days;
        this.points = points;
        this.messages = messages;
    }

    static Facts wanted(Overrun overrun, LocalDate from) {
        return Facts.none().word("overrun", WORD + overrun).date("from", from);
    }

    static Overrun overrun(Facts facts) {
        return Overrun.valueOf(facts.textOf("overrun").substring(WORD.length()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label describe(String subject) {
        return new Label(messages.text(Language.VI, "plan.rule"), messages.text(Language.EN, "plan.rule"));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return points.country(maker);
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        return rows().stream()
                .filter(row -> !row.from().isAfter(wanted.dateOf("from")))
                .reduce((earlier, later) -> later)
                .map(row -> wanted(row.overrun(), row.from()))
                .orElseGet(wanted::emptied);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var from = wanted.dateOf("from");
        var first = days.holdAll();
        if (from.isBefore(first)) {
            throw new Refused(CapitalRefusal.PLAN_RULE_RETROACTIVE, from, first);
        }
        var last = rows().getLast().from();
        if (!from.isAfter(last)) {
            throw new Refused(CapitalRefusal.PLAN_RULE_NOT_LAST, from, last);
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        db.sql(ADD)
                .param("from", approved.wanted().dateOf("from"))
                .param("overrun", overrun(approved.wanted()).name())
                .param("document", approved.basis().document())
                .update();
    }

    @Override
    public String form(String subject) {
        return PATH;
    }

    /** The rows of the rule, the oldest first. */
    List<Row> rows() {
        return db.sql(ROWS)
                .query((row, n) -> new Row(
                        row.getObject("valid_from", LocalDate.class),
                        Overrun.valueOf(row.getString("overrun")),
                        row.getString("mark"),
                        row.getString("number") == null ? "" : row.getString("number")))
                .list();
    }

    LocalDate firstDay() {
        return points.openDay(PointsAndDays.COUNTRY);
    }

    /** From when on, and by which document; its number is empty where none is known. */
    record Row(LocalDate from, Overrun overrun, String mark, String document) {

        public boolean isUnsure() {
            return mark.equals("UNSURE");
        }
    }
}
