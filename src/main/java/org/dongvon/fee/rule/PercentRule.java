package org.dongvon.fee.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.shared.Actor;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.CountryRule;
import org.dongvon.shared.change.Fact;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.timeline.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A rule of some percentages that stands once for the country, each row from a day on. Months computed before stay as they
 * are.
 */
abstract class PercentRule implements CountryRule {

    /** There is one rule of each name. */
    static final String SUBJECT = "fees";

    private final Table table;
    private final JdbcClient db;
    private final RuleDays days;
    private final PointsAndDays points;
    private final Messages messages;

    PercentRule(Table table, JdbcClient db, RuleDays days, PointsAndDays points, Messages messages) {
        this.table = table;
        this.db = db;
        this.days = days;
        this.points = points;
        this.messages = messages;
    }

    /** What the rule is called in the names of its kind, its messages and its page. */
    abstract String word();

    /** Refuses percentages that do not fit together. */
    abstract void checkFields(Facts wanted);

    /** How many decimals of a percent a field keeps. */
    int decimals(String field) {
        return Percent.SHARES;
    }

    final List<String> fields() {
        return table.fields();
    }

    @Override
    public final String name() {
        return "fee." + word();
    }

    @Override
    public final Label describe(String subject) {
        var title = "fee.rule." + word();
        return new Label(messages.text(Language.VI, title), messages.text(Language.EN, title));
    }

    @Override
    public final Subject.Kind historyOf() {
        return Subject.Kind.FEE_RULE;
    }

    @Override
    public final String form(String subject) {
        return "/fees/rules/" + word();
    }

    @Override
    public final long pointId(Actor maker, String subject, Facts wanted) {
        return points.country(maker);
    }

    @Override
    public final Facts current(String subject, Facts wanted) {
        return rows().stream()
                .map(Row::facts)
                .filter(row -> !row.dateOf("from").isAfter(wanted.dateOf("from")))
                .reduce((earlier, later) -> later)
                .orElseGet(wanted::emptied);
    }

    @Override
    public final void check(Actor actor, String subject, Facts current, Facts wanted) {
        days.require(wanted.dateOf("from"), rows().getLast().facts().dateOf("from"));
        checkFields(wanted);
    }

    @Override
    public final Optional<String> words(Language language, String subject, Fact fact) {
        return fields().contains(fact.name()) && fact.value() != null
                ? Optional.of(
                        Percent.show(Formats.in(language), Long.parseLong(fact.value()), decimals(fact.name())) + " %")
                : Optional.empty();
    }

    @Override
    public final void apply(Actor checker, Approved approved) {
        var wanted = approved.wanted();
        var adding = db.sql(table.add())
                .param("from", wanted.dateOf("from"))
                .param("document", approved.basis().document())
                .param("note", approved.basis().reason());
        for (var field : fields()) {
            adding = adding.param(field, wanted.countOf(field));
        }
        adding.update();
    }

    /** The rows of the rule, the oldest first. */
    final List<Row> rows() {
        return db.sql(table.rows())
                .query((row, n) -> {
                    var facts = Facts.none();
                    for (var field : fields()) {
                        facts = facts.count(field, row.getInt(field));
                    }
                    return new Row(
                            this,
                            facts.date("from", row.getObject("valid_from", LocalDate.class)),
                            row.getString("mark"));
                })
                .list();
    }

    /**
     * Where the rule stands.
     *
     * @param rows reads its rows, the oldest first
     * @param add adds one, with its document
     * @param fields the columns of percentages
     */
    record Table(String rows, String add, List<String> fields) {

        Table {
            fields = List.copyOf(fields);
        }
    }

    /** A row with how sure it is. */
    record Row(PercentRule rule, Facts facts, String mark) {

        public BigDecimal percent(String field) {
            return Percent.of(facts.countOf(field), rule.decimals(field));
        }
    }
}
