package org.dongvon.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.Part;
import org.junit.jupiter.api.Test;

/** The shipped reference data against the tables of the handbook: 2.1, 2.2, 2.3 and Annex E. */
class ShippedReferenceGoldenTest {

    private final ReferenceBook book = ShippedReference.read();

    @Test
    void shipsAllProgrammesInTheOrderOfTheNationalList() throws IOException {
        var rows = Golden.rows("terms.csv");

        assertThat(book.programmes()).hasSize(32).hasSameSizeAs(rows);
        var all = new SoftAssertions();
        for (var row : rows) {
            var programme = book.programmes().get((int) row.getRecordNumber() - 1);
            var terms = programme.terms();
            var above = terms.securityAbove();
            all.assertThat(String.join(
                            ",",
                            programme.code(),
                            Integer.toString(programme.id()),
                            programme.state().name(),
                            Objects.toString(terms.monthsMax(), ""),
                            Integer.toString(terms.principalFreeMonths()),
                            above == null ? "" : Long.toString(above.amount())))
                    .isEqualTo(String.join(
                            ",",
                            row.get("programme"),
                            row.get("number"),
                            row.get("state"),
                            row.get("months"),
                            row.get("free"),
                            row.get("security_above")));
        }
        all.assertAll();
    }

    @Test
    void knowsEveryRateOfTheTables() throws IOException {
        var all = new SoftAssertions();
        for (var row : Golden.rows("rates-on-days.csv")) {
            var day = LocalDate.parse(row.get("day"));
            var series = book.rates().seriesFrom(row.get("series"), day);
            all.assertThat(series.rate(Part.IN_TERM, day))
                    .as("%s %s", row.get("series"), day)
                    .isEqualTo(AnnualRate.ofPercent(row.get("rate")));
            all.assertThat(series.rate(Part.OVERDUE, day))
                    .as("%s %s overdue", row.get("series"), day)
                    .isEqualTo(AnnualRate.ofPercent(row.get("overdue")));
        }
        all.assertAll();
    }

    @Test
    void knowsEveryCapOfTheTables() throws IOException {
        var all = new SoftAssertions();
        for (var row : Golden.rows("caps-on-days.csv")) {
            var day = LocalDate.parse(row.get("day"));
            var caps = book.capsOf(row.get("programme")).stream()
                    .filter(cap -> cap.borrowers().equals(row.get("class"))
                            && cap.limit().basis().name().equals(row.get("basis"))
                            && cap.holdsOn(day))
                    .map(cap -> {
                        var amount = cap.limit().amount();
                        return (amount == null ? "" : amount.amount()) + "/"
                                + Objects.toString(cap.limit().percent(), "");
                    });
            all.assertThat(caps)
                    .as("%s %s %s", row.get("programme"), row.get("class"), day)
                    .containsExactly(row.get("amount") + "/" + row.get("percent"));
        }
        all.assertAll();
    }
}
