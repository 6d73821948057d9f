package org.dongvon.programme;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.Part;
import org.dongvon.support.Golden;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One check of the stored parameters for each programme, against docs/domain/thirty-two-programmes.md. */
@PostgresTest
class ThirtyTwoProgrammesDbTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private final ReferenceBook book;

    ThirtyTwoProgrammesDbTest(Programmes programmes) {
        this.book = programmes.current();
    }

    static List<Golden.Row> programmes() {
        return Golden.rows("thirty-two-programmes/parameters");
    }

    @Test
    void areThirtyTwo() {
        assertThat(book.programmes())
                .extracting(Programme::code)
                .containsExactlyElementsOf(
                        programmes().stream().map(row -> row.text("programme")).toList());
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void isStoredAsTheHandbookSays(Golden.Row row) {
        var programme = book.on(row.text("programme"), DAY);

        assertThat(programme.id()).isEqualTo(Integer.parseInt(row.text("no")));
        assertThat(rates(programme.code())).as("rate").isEqualTo(row.text("rate"));
        assertThat(caps(programme.code())).as("caps").isEqualTo(row.text("caps").replace(" 0", "0"));
        assertThat(term(programme.terms())).as("term").isEqualTo(row.text("term"));
        assertThat(programme.channel().name()).as("channel").isEqualTo(row.text("channel"));
        assertThat(String.join("; ", programme.basis().documents()))
                .as("documents")
                .isEqualTo(row.text("documents"));
    }

    /** Of new contracts of that day: standard first; each with its overdue rate of 130 %. */
    private String rates(String code) {
        return Stream.of(BorrowerClass.ALL, BorrowerClass.STANDARD, BorrowerClass.PRIORITY)
                .flatMap(borrowers -> book.rates().ofProgramme(code).stream()
                        .filter(series -> series.borrowers() == borrowers && series.takesContractsOf(DAY)))
                .map(series -> book.rates().series(series.code()))
                .map(series -> {
                    var inTerm = series.rate(Part.IN_TERM, DAY);
                    assertThat(series.rate(Part.OVERDUE, DAY)).isEqualTo(inTerm.times(AnnualRate.OVERDUE_PERMILLE));
                    return inTerm.percent();
                })
                .collect(joining("; "));
    }

    private String caps(String code) {
        return book.capsOf(code).stream()
                .filter(cap -> cap.holdsOn(DAY))
                .map(Cap::limit)
                .map(limit -> (limit.amount() == null
                                ? limit.percent() + " % "
                                : limit.amount().amount() + " ")
                        + limit.basis())
                .sorted()
                .collect(joining("; "));
    }

    private static String term(ProgrammeTerms terms) {
        return terms.monthsMax() == null ? terms.rule().name() : Integer.toString(terms.monthsMax());
    }
}
