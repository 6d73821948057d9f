package org.dongvon.programme;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/**
 * The dated rules of all programmes.
 *
 * <p>Example: {@code book.find("HONGHEO", TermCode.TERM_MAX, LocalDate.of(2019, 3, 1))} is 120; a day before that it was
 * not established.
 *
 * @param rows all rows, by programme, rule and then day
 */
public record TermBook(List<Term> rows) {

    public TermBook {
        rows = rows.stream()
                .sorted(Comparator.comparing(Term::programme)
                        .thenComparing(Term::code)
                        .thenComparing(Term::validFrom))
                .toList();
    }

    /** The rows of one rule of a programme, the oldest first. */
    public List<Term> history(String programme, TermCode code) {
        return rows.stream()
                .filter(each -> each.code() == code && each.programme().equals(programme))
                .toList();
    }

    /** The row of a rule that holds on a day, if there is one yet. */
    public Optional<Term> find(String programme, TermCode code, LocalDate day) {
        return history(programme, code).stream()
                .filter(each -> !each.validFrom().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    /** Whether a programme lends, and how, on a day. */
    ProgrammeTerms terms(String programme, LocalDate day) {
        var term = value(programme, TermCode.TERM_MAX, day, "UNKNOWN");
        var security = value(programme, TermCode.SECURITY, day, "PARAMETER");
        return new ProgrammeTerms(
                isNumber(term) ? TermRule.MONTHS : TermRule.valueOf(term),
                isNumber(term) ? Integer.valueOf(term) : null,
                find(programme, TermCode.INSTALMENT_MONTHS, day)
                        .map(row -> row.parts().stream().map(Integer::valueOf).toList())
                        .orElse(List.of()),
                Integer.parseInt(value(programme, TermCode.PRINCIPAL_FREE, day, "0")),
                isNumber(security) ? Security.ABOVE : Security.valueOf(security),
                securityAbove(security));
    }

    ProgrammeState state(String programme, LocalDate day) {
        return ProgrammeState.valueOf(value(programme, TermCode.STATE, day, "CLOSED"));
    }

    Channel channel(String programme, LocalDate day) {
        return Channel.valueOf(value(programme, TermCode.CHANNEL, day, "BOTH"));
    }

    private static @Nullable Dong securityAbove(String security) {
        if (security.equals("ALL")) {
            return Dong.ZERO;
        }
        return isNumber(security) ? Dong.of(Long.parseLong(security)) : null;
    }

    private String value(String programme, TermCode code, LocalDate day, String otherwise) {
        return find(programme, code, day).map(Term::value).orElse(otherwise);
    }

    private static boolean isNumber(String value) {
        return Character.isDigit(value.charAt(0));
    }
}
