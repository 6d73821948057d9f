package org.dongvon.shared.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dongvon.shared.text.Golden.outcome;
import static org.dongvon.shared.text.Golden.typed;

import java.io.IOException;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.dongvon.engine.money.Dong;
import org.junit.jupiter.api.Test;

class InputGoldenTest {

    @Test
    void readsOrRefusesEveryWayOfTypingMoney() throws IOException {
        var rows = Golden.rows("money-input.csv");
        assertThat(rows).hasSizeGreaterThanOrEqualTo(300);

        var all = new SoftAssertions();
        for (var row : rows) {
            var outcome =
                    outcome(() -> Long.toString(MoneyInput.parse(typed(row)).amount()));
            all.assertThat(outcome)
                    .as("line %d: %s", row.getRecordNumber() + 1, row.get("typed"))
                    .isEqualTo(row.get("expected"));
        }
        all.assertAll();
    }

    @Test
    void readsOrRefusesEveryWayOfTypingADate() throws IOException {
        var all = new SoftAssertions();
        for (var row : Golden.rows("date-input.csv")) {
            all.assertThat(outcome(() -> DateInput.parse(typed(row)).toString()))
                    .as(row.get("typed"))
                    .isEqualTo(row.get("expected"));
        }
        all.assertAll();
    }

    @Test
    void readsBackWhatBothLanguagesWrite() {
        long seed = Long.getLong("seed", 20240518);
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var amount = new Dong(random.nextLong(MoneyInput.LARGEST.amount() + 1) >> random.nextInt(50));
            for (var language : Language.values()) {
                var formats = Formats.in(language);
                assertThat(MoneyInput.parse(formats.dong(amount)))
                        .as("seed %d", seed)
                        .isEqualTo(amount);
                assertThat(MoneyInput.parse(formats.dongWithUnit(amount)))
                        .as("seed %d", seed)
                        .isEqualTo(amount);
            }
        }
    }

    @Test
    void readsCounts() {
        assertThat(CountInput.parse(" 12 ")).isEqualTo(12);
        assertThat(CountInput.parse("1.250")).isEqualTo(1250);
        assertThat(CountInput.parse("999999999")).isEqualTo(999_999_999);
    }

    @Test
    void refusesCountsThatAreNone() {
        for (var text : new String[] {"-1", "1,5", "1000000000", "abc", "1e3", "½", "1 2"}) {
            assertThat(outcome(() -> Integer.toString(CountInput.parse(text))))
                    .as(text)
                    .isEqualTo("NOT_A_NUMBER");
        }
        assertThat(outcome(() -> Integer.toString(CountInput.parse("")))).isEqualTo("MISSING_FIELD");
    }

    @Test
    void quotesOnlyTheBeginningOfWhatWasTyped() {
        var text = "x".repeat(5_000);
        try {
            MoneyInput.parse(text);
        } catch (org.dongvon.shared.Refused refused) {
            assertThat(refused.facts().getFirst().toString()).hasSize(41).endsWith("…");
        }
    }
}
