package org.dongvon.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordBreakerTest {

    @Test
    void endsLinesBetweenWordsAndAfterHyphensWithinThem() {
        assertThat(pieces("H’Wen Niê K’Đăm")).containsExactly("H’Wen ", "Niê ", "K’Đăm");
        assertThat(pieces("mã HK-22-0001, Bru - Vân Kiều"))
                .containsExactly("mã ", "HK-", "22-", "0001, ", "Bru ", "- ", "Vân ", "Kiều");
        assertThat(pieces("  597/NHCS-TDNN ngày 30/01/2026"))
                .containsExactly("  ", "597/NHCS-", "TDNN ", "ngày ", "30/01/2026");
        assertThat(pieces("9.999\u00a0đồng -5 ")).containsExactly("9.999\u00a0đồng ", "-5 ");
        assertThat(pieces("Lý do: ………, …")).containsExactly("Lý ", "do: ", "…", "…", "…, ", "…");
        assertThat(pieces("")).isEmpty();
    }

    private static List<String> pieces(String text) {
        var breaker = new WordBreaker();
        breaker.setText(text);
        var pieces = new ArrayList<String>();
        int from = 0;
        for (int end = breaker.next(); end != -1; end = breaker.next()) {
            pieces.add(text.substring(from, end));
            from = end;
        }
        return pieces;
    }
}
