package org.dongvon.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.Part;
import org.dongvon.support.Golden;
import org.junit.jupiter.api.Test;

/** The shipped reference data against the tables of the handbook: 2.1, 2.2, 2.3 and Annex E. */
class ShippedReferenceGoldenTest {

    private final ReferenceBook book = ShippedReference.read();

    @Test
    void shipsAllProgrammesInTheOrderOfTheNationalList() {
        var rows = Golden.rows("programme/terms");

        assertThat(book.programmes()).hasSize(32).hasSameSizeAs(rows);
        var all = new SoftAssertions();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var programme = book.programmes().get(i);
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
                            row.text("programme"),
                            row.text("number"),
                            row.text("state"),
                            row.text("months"),
                            row.text("free"),
                            row.text("security_above")));
        }
        all.assertAll();
    }

    @Test
    void knowsEveryRateOfTheTables() {
        var all = new SoftAssertions();
        for (var row : Golden.rows("programme/rates-on-days")) {
            var day = row.date("day");
            var series = book.rates().seriesFrom(row.text("series"), day);
            all.assertThat(series.rate(Part.IN_TERM, day))
                    .as("%s %s", row.text("series"), day)
                    .isEqualTo(AnnualRate.ofPercent(row.text("rate")));
            all.assertThat(series.rate(Part.OVERDUE, day))
                    .as("%s %s overdue", row.text("series"), day)
                    .isEqualTo(AnnualRate.ofPercent(row.text("overdue")));
        }
        all.assertAll();
    }

    @Test
    void knowsEveryCapOfTheTables() {
        var all = new SoftAssertions();
        for (var row : Golden.rows("programme/caps-on-days")) {
            var day = row.date("day");
            var caps = book.capsOf(row.text("programme")).stream()
                    .filter(cap -> cap.borrowers().equals(row.text("class"))
                            && cap.limit().basis().name().equals(row.text("basis"))
                            && cap.holdsOn(day))
                    .map(cap -> {
                        var amount = cap.limit().amount();
                        return (amount == null ? "" : amount.amount()) + "/"
                                + Objects.toString(cap.limit().percent(), "");
                    });
            all.assertThat(caps)
                    .as("%s %s %s", row.text("programme"), row.text("class"), day)
                    .containsExactly(row.text("amount") + "/" + row.text("percent"));
        }
        all.assertAll();
    }
}
