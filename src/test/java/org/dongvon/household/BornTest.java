package org.dongvon.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.dongvon.shared.Refused;
import org.junit.jupiter.api.Test;

class BornTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 4, 18);

    @Test
    void isOfAgeFromTheBirthdayOn() {
        assertThat(Born.typed("18/04/2006").hasReached(18, TODAY)).isTrue();
        assertThat(Born.typed("19/04/2006").hasReached(18, TODAY)).isFalse();
        assertThat(Born.typed("29/02/2008").hasReached(18, LocalDate.of(2026, 2, 27)))
                .isFalse();
        assertThat(Born.typed("29/02/2008").hasReached(18, LocalDate.of(2026, 2, 28)))
                .isTrue();
    }

    @Test
    void ofAYearAloneTheLastDayCounts() {
        var born = Born.typed(" 2006 ");

        assertThat(born).isEqualTo(new Born(LocalDate.of(2006, 1, 1), true));
        assertThat(born.hasReached(18, LocalDate.of(2024, 12, 30))).isFalse();
        assertThat(born.hasReached(18, LocalDate.of(2024, 12, 31))).isTrue();
    }

    @Test
    void isNothingElse() {
        assertThatThrownBy(() -> Born.typed("1850")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Born.typed("30/02/2006")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Born(LocalDate.of(2006, 1, 2), true)).isInstanceOf(IllegalArgumentException.class);
    }
}
