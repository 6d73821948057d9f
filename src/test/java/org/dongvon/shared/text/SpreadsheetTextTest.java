package org.dongvon.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠x"})
    void writesNoCellThatASpreadsheetTakesForAFormula(String cell) {
        assertThat(SpreadsheetText.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Nguyễn Thị A", "1=1", "a@b", "18/05/2024"})
    void leavesOtherCellsAsTheyAre(String cell) {
        assertThat(SpreadsheetText.harmless(cell)).isEqualTo(cell);
    }
}
