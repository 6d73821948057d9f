package org.dongvon.loan.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import org.dongvon.support.Golden;
import org.junit.jupiter.api.Test;

/** How much a transfer speaks for a loan: docs/domain/credit.md. */
class ResemblanceTest {

    @Test
    void countsTheNumberAndTheName() {
        assertThat(Golden.rows("credit/suggested"))
                .allSatisfy(row -> assertThat(Resemblance.points(
                                row.text("payer"), row.text("text"), row.text("loan"), row.text("name")))
                        .as(row.text("why"))
                        .isEqualTo(row.number("points")));
    }
}
