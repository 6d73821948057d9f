package org.dongvon.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.junit.jupiter.api.Test;

class WaterfallTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 3, 10);
    private static final Instalment ONE = new Instalment(1, FIRST, FIRST, Dong.of(300));
    private static final Instalment TWO = new Instalment(2, FIRST.plusYears(1), FIRST.plusYears(1), Dong.of(400));

    @Test
    void listsWhatIsUnpaidOldestFirst() {
        var waterfall = new Waterfall(List.of(ONE, TWO), Dong.of(350));

        assertThat(waterfall.unpaid()).containsExactly(new InstalmentState(TWO, Dong.of(50)));
        assertThat(waterfall.unpaid().getFirst().remaining()).isEqualTo(Dong.of(350));
        assertThat(new Waterfall(List.of(ONE, TWO), Dong.of(299)).unpaid()).hasSize(2);
        assertThat(new Waterfall(List.of(ONE, TWO), Dong.of(300)).earliestUnpaid())
                .contains(TWO.dueDate());
    }

    @Test
    void acceptsTwoInstalmentsOnOneSession() {
        var same = new Instalment(2, FIRST.plusDays(3), FIRST, Dong.of(400));

        assertThat(new Waterfall(List.of(ONE, same), Dong.of(100)).dueBy(FIRST)).isEqualTo(Dong.of(600));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Waterfall(List.of(), Dong.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Waterfall(List.of(TWO, ONE), Dong.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("instalment 2");
        assertThatThrownBy(() -> new Waterfall(List.of(ONE), Dong.of(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Waterfall(List.of(ONE), Dong.of(301)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Waterfall(List.of(ONE), Dong.of(300)).remaining()).isEqualTo(Dong.ZERO);
    }

    @Test
    void keepsItsOwnInstalments() {
        var list = new ArrayList<>(List.of(ONE));
        var waterfall = new Waterfall(list, Dong.ZERO);
        list.add(TWO);

        assertThat(waterfall.instalments()).containsExactly(ONE);
    }
}
