package org.dongvon.programme;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.springframework.stereotype.Component;

/** The rules of a programme in the reader's words: {@code TERM_MAX} of 120 is {@code 120 tháng}. */
@Component
public class TermWords {

    private final Messages messages;
    private final Programmes programmes;

    TermWords(Messages messages, Programmes programmes) {
        this.messages = messages;
        this.programmes = programmes;
    }

    /** A value as the rule's shape says. */
    public String of(Language language, TermCode code, String value) {
        if (value.equals("NONE") || value.equals("0")) {
            return messages.text(language, "term.value." + code + ".NONE");
        }
        if (code.names().contains(value)) {
            return messages.text(language, "term.value." + value);
        }
        return switch (code.shape()) {
            case NAME, NAMES ->
                Arrays.stream(value.split(";"))
                        .map(each -> messages.text(language, "term.value." + each))
                        .collect(Collectors.joining(", "));
            case PROGRAMMES ->
                Arrays.stream(value.split(";"))
                        .map(each -> programmes.current().programme(each).name().in(language))
                        .collect(Collectors.joining("; "));
            case FORMS -> value.replace(";", "; ");
            case MONTHS, MONTHS_OR_NAME, MONTHS_EACH ->
                messages.text(language, "parameterUnit.MONTHS", value.replace(";", ", "));
            case YEARS -> messages.text(language, "parameterUnit.YEARS", value);
            case PERCENT -> messages.text(language, "parameterUnit.PERCENT", value);
            case DONG -> dong(language, value);
            case DONG_OR_NAME -> messages.text(language, "term.above", dong(language, value));
        };
    }

    /** All rules of a programme on a day, with the rows of each, the newest first. */
    public List<Rule> rules(Language language, ReferenceBook book, String programme, LocalDate day) {
        return Arrays.stream(TermCode.values())
                .map(code -> new Rule(
                        code,
                        book.terms().history(programme, code).reversed().stream()
                                .map(row -> new Row(
                                        row,
                                        of(language, code, row.value()),
                                        book.terms()
                                                .find(programme, code, day)
                                                .filter(row::equals)
                                                .isPresent()))
                                .toList()))
                .toList();
    }

    private static String dong(Language language, String value) {
        return Formats.in(language).dongWithUnit(Dong.of(Long.parseLong(value)));
    }

    /** A rule with its rows; without any it was not established. */
    public record Rule(TermCode code, List<Row> rows) {}

    /** A row in words, and whether it holds now. */
    public record Row(Term term, String value, boolean now) {}
}
