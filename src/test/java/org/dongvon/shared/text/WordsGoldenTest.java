package org.dongvon.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.dongvon.engine.money.Dong;
import org.junit.jupiter.api.Test;

class WordsGoldenTest {

    private static final List<String> DIGITS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");

    @Test
    void readsAmountsOutInBothLanguages() throws IOException {
        var all = new SoftAssertions();
        for (var row : Golden.rows("words.csv")) {
            var amount = new Dong(Long.parseLong(row.get("amount")));
            all.assertThat(Formats.in(Language.VI).words(amount)).isEqualTo(row.get("vi"));
            all.assertThat(Formats.in(Language.EN).words(amount)).isEqualTo(row.get("en"));
        }
        all.assertAll();
    }

    @Test
    void thePageShowsTheGoldenTable() throws IOException {
        var shown = Files.readAllLines(Path.of("docs/domain/amount-in-words.md")).stream()
                .filter(line -> line.matches("\\| -?\\d.*"))
                .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
                .toList();

        assertThat(shown)
                .isEqualTo(Golden.rows("words.csv").stream()
                        .map(row -> List.of(row.get("amount"), row.get("vi"), row.get("en")))
                        .toList());
    }

    @Test
    void followsTheHabitOfTheSouth() {
        assertThat(VietnameseWords.amount(105, VietnameseWords.Style.SOUTH)).isEqualTo("Một trăm lẻ năm đồng");
        assertThat(VietnameseWords.number(1_005, VietnameseWords.Style.SOUTH)).isEqualTo("một nghìn không trăm lẻ năm");
    }

    /** Method: a reader of Vietnamese numbers written only for this test. Goal: words name exactly one amount. */
    @Test
    void canBeReadBack() {
        long seed = Long.getLong("seed", 20240518);
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long value = random.nextLong(1_000_000_000_000_000_000L) >> random.nextInt(60);
            var words = VietnameseWords.number(value, VietnameseWords.Style.NORTH);
            assertThat(read(words)).as("seed %d: %s", seed, words).isEqualTo(value);
        }
    }

    private static long read(String words) {
        int billion = words.lastIndexOf("tỷ");
        if (billion >= 0) {
            return read(words.substring(0, billion).strip()) * 1_000_000_000
                    + read(words.substring(billion + 2).strip());
        }
        long sum = 0;
        long group = 0;
        for (var word : words.isEmpty() ? new String[0] : words.split(" ")) {
            switch (word) {
                case "triệu" -> {
                    sum += group * 1_000_000;
                    group = 0;
                }
                case "nghìn" -> {
                    sum += group * 1_000;
                    group = 0;
                }
                case "trăm" -> group *= 100;
                case "mươi" -> group += 9 * (group % 10);
                case "mười" -> group += 10;
                case "linh" -> {}
                case "mốt" -> group += 1;
                case "tư" -> group += 4;
                case "lăm" -> group += 5;
                default -> group += DIGITS.indexOf(word);
            }
        }
        return sum + group;
    }
}
