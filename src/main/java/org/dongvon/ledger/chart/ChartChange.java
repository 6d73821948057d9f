package org.dongvon.ledger.chart;

import java.time.LocalDate;
import java.util.Optional;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.ledger.chart.Chart.AccountSide;
import org.dongvon.ledger.chart.Chart.Row;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.CountryRule;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Spelling;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An account is added to the chart, or becomes another from a day on. The subject is its code. */
@Component
class ChartChange implements CountryRule {

    static final String NAME = "ledger.account";

    private static final int LONGEST_NAME = 80;
    private static final int SHORTEST_NAME = 3;

    private final Chart chart;
    private final BusinessDays days;
    private final PointsAndDays points;

    ChartChange(Chart chart, BusinessDays days, PointsAndDays points) {
        this.chart = chart;
        this.days = days;
        this.points = points;
    }

    static Facts wanted(AccountSide side, @Nullable String number, Label name, Takes takes, LocalDate from) {
        return Facts.none()
                .text("name-vi", Spelling.of(name.vi()))
                .text("name-en", Spelling.of(name.en()))
                .word("side", "accountSide." + side)
                .text("number", number == null || number.isBlank() ? null : number.strip())
                .word("manual", "accountTakes." + takes)
                .date("from", from);
    }

    static Row row(String code, Facts facts, boolean controlled) {
        var number = facts.has("number") ? facts.textOf("number") : null;
        return new Row(
                new Chart.Named(code, number, new Label(facts.textOf("name-vi"), facts.textOf("name-en"))),
                AccountSide.valueOf(word(facts, "side")),
                facts.dateOf("from"),
                new Chart.Use(controlled, word(facts, "manual").equals(Takes.LINES.name())),
                new Chart.Law("FOUND", null));
    }

    static Facts facts(Row row) {
        return wanted(row.side(), row.number(), row.name(), row.manual() ? Takes.LINES : Takes.NO_LINES, row.from());
    }

    private static String word(Facts facts, String field) {
        var key = facts.textOf(field);
        return key.substring(key.indexOf('.') + 1);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label describe(String subject) {
        return last(subject)
                .map(row -> new Label(
                        row.name().vi() + " (" + subject + ")", row.name().en() + " (" + subject + ")"))
                .orElseGet(() -> Label.same(subject));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return points.country(maker);
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        days.holdAll();
        return last(subject).map(ChartChange::facts).orElseGet(wanted::emptied);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        if (!subject.matches("[A-Z][A-Z0-9_]{2,39}")) {
            throw new Refused(LedgerRefusal.ACCOUNT_CODE);
        }
        var before = last(subject);
        boolean controlled = before.map(Row::controlled).orElse(false);
        var row = row(subject, wanted, controlled);
        requireWords(row);
        var first = days.holdAll();
        if (row.from().isBefore(first)) {
            throw new Refused(LedgerRefusal.ACCOUNT_TERM_RETROACTIVE, row.from(), first);
        }
        before.ifPresent(earlier -> {
            if (earlier.side() != row.side()) {
                throw new Refused(LedgerRefusal.ACCOUNT_SIDE_FIXED, subject, earlier.side());
            }
            if (!row.from().isAfter(earlier.from())) {
                throw new Refused(LedgerRefusal.ACCOUNT_TERM_NOT_LAST, row.from(), earlier.from());
            }
        });
        if (controlled && row.manual()) {
            throw new Refused(LedgerRefusal.ACCOUNT_CONTROLLED, subject);
        }
    }

    private static void requireWords(Row row) {
        for (var name : new String[] {row.name().vi(), row.name().en()}) {
            if (name.length() < SHORTEST_NAME || name.length() > LONGEST_NAME) {
                throw new Refused(LedgerRefusal.ACCOUNT_NAME, SHORTEST_NAME, LONGEST_NAME);
            }
        }
        var number = row.number();
        if (number != null && !number.matches("\\d{1,12}")) {
            throw new Refused(LedgerRefusal.ACCOUNT_NUMBER);
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var subject = approved.subject();
        boolean controlled = last(subject).map(Row::controlled).orElse(false);
        var row = row(subject, approved.wanted(), controlled);
        chart.add(new Row(
                row.named(),
                row.side(),
                row.from(),
                row.use(),
                new Chart.Law("FOUND", approved.basis().document())));
    }

    @Override
    public String form(String subject) {
        return "/accounts/" + subject + "/change";
    }

    private Optional<Row> last(String code) {
        return chart.rows().stream().filter(row -> row.code().equals(code)).reduce((earlier, later) -> later);
    }

    /** Whether vouchers written by hand may name it. */
    enum Takes {
        LINES,
        NO_LINES
    }
}
