package org.dongvon.household.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.household.Born;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardRuleTest {

    private static final CardRule RULE = new CardRule(List.of(14, 25, 40, 60), 2);

    @ParameterizedTest
    @CsvSource(textBlock = """
            1984-03-05, 2022-03-04, 2024-04-18, 2024-03-05
            1984-03-05, 2022-03-05, 2024-04-18, 2044-03-05
            1984-03-05,           , 2025-03-04, 2024-03-05
            1984-03-05,           , 2025-03-05, 2044-03-05
            1960-03-05, 2021-01-01, 2024-04-18,
            1960-03-05, 2018-03-04, 2024-04-18, 2020-03-05
            2010-03-05,           , 2024-03-04, 2024-03-05
            2020-03-05,           , 2024-04-18, 2034-03-05
            """)
    void namesTheBirthdayOfTheNextRenewal(
            LocalDate born, @Nullable LocalDate issued, LocalDate today, @Nullable LocalDate due) {
        assertThat(RULE.due(new Born(born, false), issued, today)).isEqualTo(Optional.ofNullable(due));
    }
}
