package org.dongvon.programme.change;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.programme.Parameter;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.ProgrammeRefusal;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.RuleWords;
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
import org.dongvon.shared.timeline.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A new value of a rule from a day on, with its document. The subject is the rule's code. Example: {@code
 * GROUP_MEMBERS_MAX} becomes 55 persons from 1/1/2027. The rows before it stay.
 */
@Component
public class ParameterChange implements CountryRule {

    public static final String NAME = "programme.parameter";

    private static final String ADD = """
            insert into programme.parameter (code, valid_from, value, unit, document_id, mark, note_vi)
            select :code, :from, :value, :unit, d.id, 'FOUND', :note
              from document.document d
             where d.code = :document
            """;

    private final JdbcClient db;
    private final Programmes programmes;
    private final BusinessDays days;
    private final PointsAndDays points;
    private final RuleWords words;
    private final Messages messages;

    ParameterChange(
            JdbcClient db,
            Programmes programmes,
            BusinessDays days,
            PointsAndDays points,
            RuleWords words,
            Messages messages) {
        this.db = db;
        this.programmes = programmes;
        this.days = days;
        this.points = points;
        this.words = words;
        this.messages = messages;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label describe(String subject) {
        var key = "parameterCode." + code(subject);
        return new Label(messages.text(Language.VI, key), messages.text(Language.EN, key));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return points.country(maker);
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var code = code(subject);
        return programmes
                .current()
                .parameters()
                .find(code, wanted.dateOf("from"))
                .map(row -> Facts.none().text("value", row.value()).date("from", row.validFrom()))
                .orElseThrow(() -> new Refused(ProgrammeRefusal.RULE_NOT_KNOWN_BEFORE, code, wanted.dateOf("from")));
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var code = code(subject);
        var from = wanted.dateOf("from");
        var first = days.holdAll();
        if (from.isBefore(first)) {
            throw new Refused(ProgrammeRefusal.RULE_RETROACTIVE, from, first);
        }
        var last = rows(code).getLast().validFrom();
        if (!from.isAfter(last)) {
            throw new Refused(ProgrammeRefusal.RULE_NOT_LAST, from, last);
        }
        RuleValue.of(code, rows(code).getLast().unit()).require(wanted.textOf("value"));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var code = code(approved.subject());
        var wanted = approved.wanted();
        db.sql(ADD)
                .param("code", code.name())
                .param("from", wanted.dateOf("from"))
                .param("value", wanted.textOf("value"))
                .param("unit", rows(code).getLast().unit().name())
                .param("document", approved.basis().document())
                .param("note", approved.basis().reason())
                .update();
    }

    @Override
    public Optional<String> words(Language language, String subject, Fact fact) {
        return fact.name().equals("value")
                ? Optional.ofNullable(fact.value())
                        .map(value ->
                                words.of(language, rows(code(subject)).getLast().unit(), value))
                : Optional.empty();
    }

    @Override
    public Subject.Kind historyOf() {
        return Subject.Kind.RULE;
    }

    @Override
    public String form(String subject) {
        return "/rules/" + subject + "/change";
    }

    /** The rows of a rule, the oldest first. */
    List<Parameter> rows(ParameterCode code) {
        return programmes.current().parameters().rows().stream()
                .filter(row -> row.code() == code)
                .toList();
    }

    /** The first day from which a rule can be changed: the latest open day of all offices. */
    LocalDate firstDay() {
        return points.openDay(PointsAndDays.COUNTRY);
    }

    static ParameterCode code(String subject) {
        return Arrays.stream(ParameterCode.values())
                .filter(code -> code.name().equals(subject))
                .findFirst()
                .orElseThrow(() -> new Refused(ProgrammeRefusal.UNKNOWN_RULE, subject));
    }
}
