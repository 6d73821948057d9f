package org.dongvon.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class CsvDownloadTest {

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
