package org.dongvon.supervision.weights;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
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

/**
 * New weights and classes from a day on, with their document; what was scored before stays as it is. Weights make 100
 * together, and each class begins below the one before. There is one rule of each kind, so its subject is always the same.
 */
public abstract class WeightedRule implements CountryRule {

    /** From how many points on a class begins, the best first. */
    private static final List<String> CLASSES = List.of("good", "fair", "average");

    private static final int WHOLE = 100;

    private final Fields fields;
    private final JdbcClient db;
    private final BusinessDays days;
    private final PointsAndDays points;
    private final Messages messages;

    protected WeightedRule(Fields fields, JdbcClient db, BusinessDays days, PointsAndDays points, Messages messages) {
        this.fields = fields;
        this.db = db;
        this.days = days;
        this.points = points;
        this.messages = messages;
    }

    /**
     * The fields of a rule and where they are kept. The column of a weight is {@code w_<field>}, that of another number the
     * field with underscores; the parameters of {@code add} are the fields, with underscores.
     *
     * @param weights what makes 100 together
     * @param others numbers beside the weights and the classes
     * @param rows all rows, the oldest first, with {@code valid_from} and {@code least_<class>}
     * @param add adds a row, with the parameters {@code from}, {@code document} and {@code note}
     */
    public record Fields(List<String> weights, List<String> others, String rows, String add) {}

    /** The name of the only rule of its kind. */
    public abstract String subject();

    /** The message that names the rule. */
    protected abstract String title();

    /** Refuses other numbers that are out of their bounds. */
    protected void checkOthers(Facts wanted) {}

    /** Weights, other numbers, classes. */
    public final List<String> numbers() {
        return Stream.of(fields.weights(), fields.others(), CLASSES)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public final Label describe(String subject) {
        return new Label(messages.text(Language.VI, title()), messages.text(Language.EN, title()));
    }

    @Override
    public final long pointId(Actor maker, String subject, Facts wanted) {
        return points.country(maker);
    }

    @Override
    public final Facts current(String subject, Facts wanted) {
        return rows().stream()
                .filter(row -> !row.dateOf("from").isAfter(wanted.dateOf("from")))
                .reduce((earlier, later) -> later)
                .orElseGet(wanted::emptied);
    }

    @Override
    public final void check(Actor actor, String subject, Facts current, Facts wanted) {
        var from = wanted.dateOf("from");
        var first = days.holdAll();
        if (from.isBefore(first)) {
            throw new Refused(SupervisionRefusal.RATING_RULE_RETROACTIVE, from, first);
        }
        var last = rows().getLast().dateOf("from");
        if (!from.isAfter(last)) {
            throw new Refused(SupervisionRefusal.RATING_RULE_NOT_LAST, from, last);
        }
        long sum = fields.weights().stream().mapToLong(wanted::countOf).sum();
        if (sum != WHOLE) {
            throw new Refused(SupervisionRefusal.WEIGHTS_NOT_100, sum);
        }
        var least = CLASSES.stream().map(wanted::countOf).toList();
        if (least.get(0) > WHOLE || least.get(0) <= least.get(1) || least.get(1) <= least.get(2) || least.get(2) < 1) {
            throw new Refused(SupervisionRefusal.CLASSES_NOT_IN_ORDER);
        }
        checkOthers(wanted);
    }

    @Override
    public final void apply(Actor checker, Approved approved) {
        var wanted = approved.wanted();
        var adding = db.sql(fields.add())
                .param("from", wanted.dateOf("from"))
                .param("document", approved.basis().document())
                .param("note", approved.basis().reason());
        for (var field : numbers()) {
            adding = adding.param(column(field), wanted.countOf(field));
        }
        adding.update();
    }

    /** The rows of the rule as facts, the oldest first. */
    public final List<Facts> rows() {
        return db.sql(fields.rows())
                .query((row, n) -> {
                    var facts = Facts.none();
                    for (var field : fields.weights()) {
                        facts = facts.count(field, row.getInt("w_" + field));
                    }
                    for (var field : fields.others()) {
                        facts = facts.count(field, row.getInt(column(field)));
                    }
                    for (var field : CLASSES) {
                        facts = facts.count(field, row.getInt("least_" + field));
                    }
                    return facts.date("from", row.getObject("valid_from", LocalDate.class));
                })
                .list();
    }

    private static String column(String field) {
        return field.replace('-', '_');
    }

    final LocalDate firstDay() {
        return points.openDay(PointsAndDays.COUNTRY);
    }
}
