package org.dongvon.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class CsvDownloadTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠x"})
    void writesNoCellThatASpreadsheetTakesForAFormula(String cell) {
        assertThat(CsvDownload.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Nguyễn Thị A", "1=1", "a@b", "18/05/2024"})
    void leavesOtherCellsAsTheyAre(String cell) {
        assertThat(CsvDownload.harmless(cell)).isEqualTo(cell);
    }

    @Test
    void quotesWhatWouldBreakTheTable() throws Exception {
        var response = new MockHttpServletResponse();
        try (var file = CsvDownload.to(response, "tệp.csv", "a", "b")) {
            file.row("dấu, phẩy", "hai\r\n=dòng");
            file.row(null, -7);
        }

        assertThat(response.getContentAsString()).isEqualTo("\uFEFFa,b\r\n\"dấu, phẩy\",\"hai\r\n=dòng\"\r\n,-7\r\n");
        assertThat(response.getHeader("Content-Disposition")).startsWith("attachment");
    }
}
