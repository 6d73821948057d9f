package org.dongvon.fee.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.CountryRule;
import org.dongvon.shared.change.Fact;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the entrustment fee is split among the levels of an association, from a day on. Months computed before stay as they are. */
@Component
class SplitChange implements CountryRule {

    static final String NAME = "fee.split";

    /** There is one rule. */
    static final String SUBJECT = "fees";

    static final List<String> FIELDS = List.of("central", "province", "district", "commune");

    private static final long WHOLE = 10_000;

    private static final String ROWS = """
            select valid_from, central, province, district, commune, mark
              from fee.split
             order by valid_from
            """;

    private static final String ADD = """
            insert into fee.split (valid_from, central, province, district, commune, document_id, mark, note)
            select :from, :central, :province, :district, :commune, d.id, 'FOUND', :note
              from document.document d
             where d.code = :document
            """;

    private final JdbcClient db;
    private final RuleDays days;
    private final PointsAndDays points;
    private final Messages messages;

    SplitChange(JdbcClient db, RuleDays days, PointsAndDays points, Messages messages) {
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
        return new Label(messages.text(Language.VI, "fee.rule.split"), messages.text(Language.EN, "fee.rule.split"));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return points.country(maker);
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        return rows().stream()
                .map(Row::facts)
                .filter(row -> !row.dateOf("from").isAfter(wanted.dateOf("from")))
                .reduce((earlier, later) -> later)
                .orElseGet(wanted::emptied);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        days.require(wanted.dateOf("from"), rows().getLast().facts().dateOf("from"));
        if (FIELDS.stream().mapToLong(wanted::countOf).sum() != WHOLE) {
            throw new Refused(FeeRefusal.SPLIT_NOT_WHOLE);
        }
    }

    @Override
    public Optional<String> words(Language language, String subject, Fact fact) {
        return FIELDS.contains(fact.name()) && fact.value() != null
                ? Optional.of(
                        Percent.show(Formats.in(language), Long.parseLong(fact.value()), decimals(fact.name())) + " %")
                : Optional.empty();
    }

    static int decimals(String field) {
        return Percent.SHARES;
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var wanted = approved.wanted();
        var adding = db.sql(ADD)
                .param("from", wanted.dateOf("from"))
                .param("document", approved.basis().document())
                .param("note", approved.basis().reason());
        for (var field : FIELDS) {
            adding = adding.param(field, wanted.countOf(field));
        }
        adding.update();
    }

    @Override
    public String form(String subject) {
        return "/fees/rules/split";
    }

    /** The rows of the rule, the oldest first. */
    List<Row> rows() {
        return db.sql(ROWS)
                .query((row, n) -> {
                    var facts = Facts.none();
                    for (var field : FIELDS) {
                        facts = facts.count(field, row.getInt(field));
                    }
                    return new Row(
                            facts.date("from", row.getObject("valid_from", LocalDate.class)), row.getString("mark"));
                })
                .list();
    }

    /** A row with how sure it is. */
    record Row(Facts facts, String mark) {

        public BigDecimal percent(String field) {
            return Percent.of(facts.countOf(field), decimals(field));
        }
    }
}
