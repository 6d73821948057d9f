package org.dongvon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.dongvon.support.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterestCommandTest {

    private static final String NEAR_POOR =
            "interest --series CANNGHEO --balance 100000000 --from 2025-11-15 --to 2025-12-15";

    @TempDir
    private Path folder;

    @Test
    void answersTheVectorsOfTheHandbookInJson() {
        var all = new SoftAssertions();
        for (var row : Golden.rows("programme/interest-command")) {
            var answer = run("interest " + row.text("arguments") + " --json");
            all.assertThat(answer.out().strip()).as(row.text("case")).isEqualTo(row.text("answer"));
            all.assertThat(answer.exit()).isZero();
            all.assertThat(answer.err()).isEmpty();
        }
        all.assertAll();
    }

    @Test
    void showsThePiecesAndTheArithmeticToPeople() {
        assertThat(run(NEAR_POOR + " --lang vi").out().lines())
                .containsExactly(
                        "Chuỗi lãi suất CANNGHEO, trong hạn",
                        "Số dư 100.000.000 đồng, từ 15/11/2025 đến 15/12/2025 (không tính ngày cuối)",
                        "   Từ ngày  Đến trước ngày  Số ngày     Lãi suất  Tiền lãi (đồng)",
                        "15/11/2025      01/12/2025       16   7,92 %/năm       347.178,08",
                        "01/12/2025      15/12/2025       14  7,488 %/năm       287.210,96",
                        "                                 30                    634.389,04",
                        "Làm tròn một lần: 634.389 đồng",
                        "Tiền lãi = số dư × số ngày × lãi suất năm / 365, kể cả năm nhuận.");
        assertThat(run(NEAR_POOR).out()).contains("Rounded once: 634,389 đồng");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --series HONGHEO --balance -5 --from 2025-01-01 --to 2025-02-01                | 2 | negative
            --series HONGHEO --balance=-5 --from 2025-01-01 --to 2025-02-01                | 2 | negative
            --series HONGHEO --balance 1.5 --from 2025-01-01 --to 2025-02-01               | 2 | fraction
            --series HONGHEO --balance 1000000.00 --from 2025-01-01 --to 2025-02-01        | 2 | fraction
            --series HONGHEO --balance 1.500.000 --from 2025-01-01 --to 2025-02-01         | 2 | plain digits
            --series HONGHEO --balance 5tr --from 2025-01-01 --to 2025-02-01               | 2 | plain digits
            --series HONGHEO --balance x --from 2025-01-01 --to 2025-02-01                 | 2 | not an amount
            --series HONGHEO --balance 1e9 --from 2025-01-01 --to 2025-02-01               | 2 | not an amount
            --series HONGHEO --balance 0x10 --from 2025-01-01 --to 2025-02-01              | 2 | not an amount
            --series HONGHEO --balance ١٢ --from 2025-01-01 --to 2025-02-01                | 2 | not an amount
            --series HONGHEO --balance 1000000000000000 --from 2025-01-01 --to 2025-02-01  | 2 | too long
            --series HONGHEO --balance 99999999999999999999 --from 2025-01-01 --to 2025-02-01 | 2 | too long
            --series HONGHEO --balance 5 --from 2025-02-29 --to 2025-03-01                 | 2 | no day
            --series HONGHEO --balance 5 --from 2025-01-01 --to 2025-13-01                 | 2 | no day
            --series HONGHEO --balance 5 --from 01/01/2025 --to 2025-02-01                 | 2 | year-month-day
            --series HONGHEO --balance 5 --from 2025-1-1 --to 2025-02-01                   | 2 | year-month-day
            --series HONGHEO --balance 5 --from 9999-01-01 --to 9999-02-01                 | 2 | not a date
            --series HONGHEO --balance 5 --from yesterday --to 2025-02-01                  | 2 | year-month-day
            --series HONGHEO --balance 5 --from 2025-02-01 --to 2025-01-31                 | 2 | before the first day
            --series HONGHEO --balance 5 --from 2014-12-30 --to 2015-01-31                 | 1 | known from 31/12/2014
            --series HONGHEO-2026 --balance 5 --from 2025-01-01 --to 2025-02-01            | 1 | no rate series
            --series honghEO --balance 5 --from 2025-01-01 --to 2025-02-01                 | 1 | no rate series
            --series KHAC --balance 5 --from 2025-01-01 --to 2025-02-01                    | 1 | no rate series
            --balance 5 --from 2025-01-01 --to 2025-02-01                                  | 2 | --series is missing
            --series HONGHEO --balance --from 2025-01-01 --to 2025-02-01                   | 2 | --
            --series HONGHEO --series HSSV --balance 5 --from 2025-01-01 --to 2025-02-01   | 2 | once only
            --series HONGHEO --balance 5 --from 2025-01-01 --to 2025-02-01 --month 3       | 2 | not understood
            """)
    void refusesBadInputInOneLine(String arguments, int exit, String says) {
        var answer = run("interest " + arguments);

        assertThat(answer.exit()).isEqualTo(exit);
        assertThat(answer.err().lines()).singleElement().asString().contains(says);
        assertThat(answer.err()).doesNotContain("Exception", "\tat ");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void refusesInTheChosenLanguage() {
        assertThat(run("interest --series X --balance 5 --from 2025-01-01 --to 2025-02-01 --lang vi")
                        .err())
                .startsWith("Không có chuỗi lãi suất “X”.");
    }

    private Terminal run(String line) {
        return Terminal.with(line, "--data", folder.resolve("none").toString());
    }
}
