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
import org.dongvon.shared.timeline.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Another rate of the fee or the commission from a day on, for all programmes or one, for all ratings or one class. The
 * subject is {@code <target>:<programme or nothing>:<class or nothing>}, such as {@code COMMISSION:NOXH:}. How a programme
 * counts, by interest or by average balance, stays as it is.
 */
@Component
class RateChange implements CountryRule {

    static final String NAME = "fee.rate";
    static final String RATE = "rate";

    private static final int PARTS = 3;
    private static final long MOST = 1_000_000;

    private static final String ROWS = """
            select r.target, r.programme, r.rating, r.valid_from, r.rate, r.base, r.mark, p.name_vi, p.name_en
              from fee.rate r
              left join programme.v_programme p on p.code = r.programme
             order by array_position(array['ENTRUSTMENT', 'COMMISSION', 'DEPOSIT'], r.target), r.programme, r.rating, r.valid_from
            """;

    // A new row of a programme counts as the row does that held for it so far.
    private static final String ADD = """
            insert into fee.rate (target, programme, rating, valid_from, rate, base, shared_out, document_id, mark, note)
            select b.target, :programme, :rating, :from, :rate, b.base, b.shared_out, d.id, 'FOUND', :note
              from document.document d
             cross join lateral (
                   select r.target, r.base, r.shared_out
                     from fee.rate r
                    where r.target = :target and r.programme in ('', :programme) and r.rating in ('', :rating)
                    order by r.programme desc, r.rating desc, r.valid_from desc
                    limit 1) b
             where d.code = :document
            """;

    private static final String KNOWN = """
            select exists (select from programme.v_programme p where p.code = :programme)
            """;

    private final JdbcClient db;
    private final RuleDays days;
    private final PointsAndDays points;
    private final Messages messages;

    RateChange(JdbcClient db, RuleDays days, PointsAndDays points, Messages messages) {
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
        var of = Of.parse(subject);
        return new Label(of.words(messages, Language.VI), of.words(messages, Language.EN));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return points.country(maker);
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var of = Of.parse(subject);
        return rows().stream()
                .filter(row -> row.of().equals(of) && !row.from().isAfter(wanted.dateOf("from")))
                .reduce((earlier, later) -> later)
                .map(row -> Facts.none().count(RATE, row.rate()).date("from", row.from()))
                .orElseGet(wanted::emptied);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var of = Of.parse(subject);
        if (!of.programme().isEmpty()
                && !db.sql(KNOWN)
                        .param("programme", of.programme())
                        .query(Boolean.class)
                        .single()) {
            throw new Refused(FeeRefusal.RATE_OUTSIDE);
        }
        var last = rows().stream()
                .filter(row -> row.of().equals(of))
                .map(Row::from)
                .reduce((earlier, later) -> later);
        days.require(wanted.dateOf("from"), last.orElse(LocalDate.MIN));
        if (wanted.countOf(RATE) > MOST) {
            throw new Refused(FeeRefusal.RATE_OUTSIDE);
        }
    }

    @Override
    public Optional<String> words(Language language, String subject, Fact fact) {
        return fact.name().equals(RATE) && fact.value() != null
                ? Optional.of(messages.text(
                        language,
                        "fee.percent-a-month",
                        Percent.show(Formats.in(language), Long.parseLong(fact.value()), Percent.RATES)))
                : Optional.empty();
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var of = Of.parse(approved.subject());
        db.sql(ADD)
                .param("target", of.target())
                .param("programme", of.programme())
                .param("rating", of.rating())
                .param("from", approved.wanted().dateOf("from"))
                .param("rate", approved.wanted().countOf(RATE))
                .param("document", approved.basis().document())
                .param("note", approved.basis().reason())
                .update();
    }

    @Override
    public Subject.Kind historyOf() {
        return Subject.Kind.FEE_RULE;
    }

    @Override
    public String form(String subject) {
        return "/fees/rules/rate?of=" + subject;
    }

    List<Row> rows() {
        return db.sql(ROWS)
                .query((row, n) -> new Row(
                        new Of(row.getString("target"), row.getString("programme"), row.getString("rating")),
                        row.getString("name_vi") == null
                                ? Label.same("")
                                : new Label(row.getString("name_vi"), row.getString("name_en")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getLong("rate"),
                        new Kind(row.getString("base"), row.getString("mark"))))
                .list();
    }

    /** What a rate is for: the target, the programme's code, the class of the rating; empty for all. */
    record Of(String target, String programme, String rating) {

        /** @throws Refused {@link FeeRefusal#RATE_OUTSIDE} */
        static Of parse(String text) {
            var parts = text.split(":", -1);
            if (parts.length != PARTS
                    || !List.of("ENTRUSTMENT", "COMMISSION", "DEPOSIT").contains(parts[0])
                    || !List.of("", "GOOD", "FAIR", "AVERAGE", "WEAK").contains(parts[2])
                    || (parts[0].equals("ENTRUSTMENT") && !parts[2].isEmpty())
                    || (parts[0].equals("DEPOSIT") && !parts[1].isEmpty())) {
                throw new Refused(FeeRefusal.RATE_OUTSIDE);
            }
            return new Of(parts[0], parts[1], parts[2]);
        }

        String words(Messages messages, Language language) {
            var words = messages.text(language, "fee.target." + target);
            var ofProgramme = programme.isEmpty() ? words : words + " · " + programme;
            return rating.isEmpty()
                    ? ofProgramme
                    : ofProgramme + " · " + messages.text(language, "ratingClass." + rating);
        }

        @Override
        public String toString() {
            return target + ":" + programme + ":" + rating;
        }
    }

    /** How it counts and how sure it is. */
    record Kind(String base, String mark) {}

    /** A row; {@code rate} in units of 1e-8 a month. */
    record Row(Of of, Label programme, LocalDate from, long rate, Kind kind) {

        public BigDecimal percent() {
            return Percent.of(rate, Percent.RATES);
        }
    }
}
