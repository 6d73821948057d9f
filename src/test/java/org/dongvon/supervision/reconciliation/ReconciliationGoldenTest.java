package org.dongvon.supervision.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.shared.Refused;
import org.dongvon.supervision.reconciliation.Said.Balance;
import org.dongvon.supervision.reconciliation.Said.Why;
import org.dongvon.support.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of docs/domain/reconciliation.md. */
class ReconciliationGoldenTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 7);

    static List<Golden.Row> differences() {
        return Golden.rows("reconciliation/differences");
    }

    static List<Golden.Row> shares() {
        return Golden.rows("reconciliation/share");
    }

    @ParameterizedTest
    @MethodSource("differences")
    void aDifferenceIsWhatIsSaidLessWhatIsBookedAndIsExplained(Golden.Row row) {
        var book = balance(row, "book_");
        var said = balance(row, "said_");
        var why = new Why(DifferenceCause.NOT_PAID_IN, "Hà Thị Lan", TODAY);

        assertThat(said.minus(book)).isEqualTo(balance(row, ""));
        var right = row.text("explained").equals("yes") ? why : null;
        var wrong = row.text("explained").equals("yes") ? null : why;
        assertThatCode(() -> new Said(1, said, right).require(book, TODAY)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Said(1, said, wrong).require(book, TODAY)).isInstanceOf(Refused.class);
    }

    private static Balance balance(Golden.Row row, String prefix) {
        return new Balance(row.dong(prefix + "principal"), row.dong(prefix + "interest"), row.dong(prefix + "deposit"));
    }

    @ParameterizedTest
    @MethodSource("shares")
    void whatIsMissingToATargetIsWholeLoans(Golden.Row row) {
        var share = new Share(row.number("loans"), row.number("reconciled"));

        assertThat(share.missing(row.number("percent"))).isEqualTo(row.number("missing"));
    }
}
