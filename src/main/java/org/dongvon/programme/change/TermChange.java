package org.dongvon.programme.change;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.programme.ProgrammeReach;
import org.dongvon.programme.ProgrammeRefusal;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.Term;
import org.dongvon.programme.TermCode;
import org.dongvon.programme.TermWords;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.CountryRule;
import org.dongvon.shared.change.Fact;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.timeline.Subject.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A rule of one programme from a day on, with its document. The subject is {@code <programme>:<rule>}. Example: {@code
 * NUOCSACH:TERM_MAX} becomes 84 months from 1/1/2027. Loans made before keep their contracts.
 */
@Component
public class TermChange implements CountryRule {

    public static final String NAME = "programme.term";

    private static final String ADD = """
            insert into programme.term (programme_id, rule, valid_from, value, document_id, mark, note_vi)
            select p.id, :rule, :from, :value, d.id, 'FOUND', :note
              from programme.programme p
              join document.document d on d.code = :document
             where p.code = :programme
            """;

    private final JdbcClient db;
    private final Programmes programmes;
    private final BusinessDays days;
    private final PointsAndDays points;
    private final ProgrammeReach reach;
    private final Words words;

    TermChange(
            JdbcClient db,
            Programmes programmes,
            BusinessDays days,
            PointsAndDays points,
            ProgrammeReach reach,
            Words words) {
        this.db = db;
        this.programmes = programmes;
        this.days = days;
        this.points = points;
        this.reach = reach;
        this.words = words;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label describe(String subject) {
        var of = subject(subject);
        var name = programmes.current().programme(of.programme()).name();
        return new Label(
                name.vi() + ": " + words.messages().text(Language.VI, "termCode." + of.code()),
                name.en() + ": " + words.messages().text(Language.EN, "termCode." + of.code()));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return points.country(maker);
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        return rows(subject).stream()
                .filter(row -> !row.validFrom().isAfter(wanted.dateOf("from")))
                .reduce((earlier, later) -> later)
                .map(row -> Facts.none().text("value", row.value()).date("from", row.validFrom()))
                .orElse(Facts.none().text("value", null).date("from", null));
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var of = subject(subject);
        var from = wanted.dateOf("from");
        var first = days.holdAll();
        if (from.isBefore(first)) {
            throw new Refused(ProgrammeRefusal.RULE_RETROACTIVE, from, first);
        }
        var rows = rows(subject);
        if (!rows.isEmpty() && !from.isAfter(rows.getLast().validFrom())) {
            throw new Refused(
                    ProgrammeRefusal.RULE_NOT_LAST, from, rows.getLast().validFrom());
        }
        value(of.code()).require(of.programme(), wanted.textOf("value"));
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        return ReachFacts.of(reach.of(
                programmes.current().programme(subject(subject).programme()).id()));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var of = subject(approved.subject());
        var wanted = approved.wanted();
        db.sql(ADD)
                .param("programme", of.programme())
                .param("rule", of.code().name())
                .param("from", wanted.dateOf("from"))
                .param("value", wanted.textOf("value"))
                .param("document", approved.basis().document())
                .param("note", approved.basis().reason())
                .update();
    }

    @Override
    public Optional<String> words(Language language, String subject, Fact fact) {
        return fact.name().equals("value")
                ? Optional.ofNullable(fact.value())
                        .map(value ->
                                words.terms().of(language, subject(subject).code(), value))
                : Optional.empty();
    }

    @Override
    public Kind historyOf() {
        return Kind.PROGRAMME;
    }

    @Override
    public String form(String subject) {
        var of = subject(subject);
        return "/programmes/" + of.programme() + "/rules/" + of.code() + "/change";
    }

    /** The rows of a rule, the oldest first; none when it was not established. */
    List<Term> rows(String subject) {
        var of = subject(subject);
        return programmes.current().terms().history(of.programme(), of.code());
    }

    TermValue value(TermCode code) {
        return new TermValue(code, programmes.current());
    }

    LocalDate firstDay() {
        return points.openDay(PointsAndDays.COUNTRY);
    }

    /** The programme and the rule of a subject. */
    Subject subject(String subject) {
        var parts = subject.split(":", 2);
        programmes.current().programme(parts[0]);
        var rule = parts.length == 2 ? parts[1] : "";
        return new Subject(
                parts[0],
                Arrays.stream(TermCode.values())
                        .filter(code -> code.name().equals(rule))
                        .findFirst()
                        .orElseThrow(() -> new Refused(ProgrammeRefusal.UNKNOWN_RULE, rule)));
    }

    /** A programme and one of its rules. */
    record Subject(String programme, TermCode code) {}

    /** What puts a change into words. */
    @Component
    record Words(TermWords terms, Messages messages) {}
}
