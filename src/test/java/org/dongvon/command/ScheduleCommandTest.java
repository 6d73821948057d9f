package org.dongvon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleCommandTest {

    @TempDir
    private Path folder;

    @Test
    void roundsInstalmentsDownAndPutsTheRemainderLast() {
        assertThat(run("--programme HONGHEO --amount 40000000 --months 36 --interval 12 --disbursed 2026-03-15"
                                + " --session-day 10 --json")
                        .out()
                        .strip())
                .isEqualTo(
                        "{\"programme\":\"HONGHEO\",\"amount\":40000000,\"instalments\":["
                                + "{\"seq\":1,\"contractDate\":\"2027-03-15\",\"dueDate\":\"2027-03-10\",\"amount\":13300000},"
                                + "{\"seq\":2,\"contractDate\":\"2028-03-15\",\"dueDate\":\"2028-03-10\",\"amount\":13300000},"
                                + "{\"seq\":3,\"contractDate\":\"2029-03-15\",\"dueDate\":\"2029-03-10\",\"amount\":13400000}]}");
    }

    @Test
    void leavesTheFirstFiveYearsOfHousingWithoutPrincipal() {
        var out = run("--programme ND28NHADAT --amount 40000000 --months 180 --interval 12 --disbursed 2023-01-10"
                        + " --session-day 10 --json")
                .out();

        assertThat(out)
                .contains("{\"seq\":1,\"contractDate\":\"2029-01-10\",\"dueDate\":\"2029-01-10\",\"amount\":4000000}");
        assertThat(out).contains("{\"seq\":10,\"contractDate\":\"2038-01-10\"").doesNotContain("\"seq\":11");
    }

    @Test
    void paysAShortHousingLoanAtItsEnd() {
        assertThat(run("--programme ND28NHADAT --amount 40000000 --months 48 --interval 12 --disbursed 2023-01-10"
                                + " --session-day 10 --json")
                        .out())
                .contains("\"instalments\":[{\"seq\":1,\"contractDate\":\"2027-01-10\"")
                .doesNotContain("\"seq\":2");
    }

    @Test
    void showsATableAndTheLongestTermToPeople() {
        assertThat(run("--programme MAYTINH --amount 10000000 --months 48 --interval 24 --disbursed 2026-03-15"
                                + " --session-day 10 --lang vi")
                        .out()
                        .lines())
                .containsExactly(
                        "MAYTINH – Học sinh, sinh viên mua máy tính, thiết bị học trực tuyến: vay 10.000.000 đồng trong 48 tháng",
                        "Kỳ  Ngày theo hợp đồng  Ngày đến hạn  Gốc phải trả (đồng)",
                        " 1          15/03/2028    10/03/2028            5.000.000",
                        " 2          15/03/2030    10/03/2030            5.000.000",
                        "                                               10.000.000",
                        "Mỗi kỳ làm tròn xuống 100.000 đồng, phần lẻ dồn vào kỳ cuối; ngày đến hạn là phiên giao dịch cuối cùng"
                                + " không sau ngày theo hợp đồng.",
                        "Lưu ý: chương trình MAYTINH cho vay tối đa 36 tháng.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --programme HONGHEO --amount 5 --months 12 --interval 0 --disbursed 2026-03-15 --session-day 10    | 2 | --interval: “0” must be
            --programme HONGHEO --amount 5 --months 12 --interval -6 --disbursed 2026-03-15 --session-day 10   | 2 | --interval: “-6” must be
            --programme HONGHEO --amount 5 --months 0 --interval 6 --disbursed 2026-03-15 --session-day 10     | 2 | --months: “0” must be
            --programme HONGHEO --amount 5 --months 601 --interval 6 --disbursed 2026-03-15 --session-day 10   | 2 | --months: “601” must be
            --programme HONGHEO --amount 5 --months 1.5 --interval 6 --disbursed 2026-03-15 --session-day 10   | 2 | --months: “1.5” must be
            --programme HONGHEO --amount 5 --months 99999999999 --interval 6 --disbursed 2026-03-15 --session-day 10 | 2 | --months
            --programme HONGHEO --amount 5 --months 12 --interval 6 --disbursed 2026-03-15 --session-day 32    | 2 | from 1 to 31
            --programme HONGHEO --amount 5 --months 12 --interval 6 --disbursed 2026-03-15 --session-day 0     | 2 | from 1 to 31
            --programme HONGHEO --amount 5 --months 12 --interval 6 --disbursed 2026-02-30 --session-day 1     | 2 | no day
            --programme HONGHEO --amount 0 --months 12 --interval 6 --disbursed 2026-03-15 --session-day 1     | 2 | more than 0
            --programme HONGHEO --amount -1 --months 12 --interval 6 --disbursed 2026-03-15 --session-day 1    | 2 | negative
            --programme HONGHEO --amount 1,5 --months 12 --interval 6 --disbursed 2026-03-15 --session-day 1   | 2 | fraction
            --programme HONGHEO --amount 1234567890123456 --months 12 --interval 6 --disbursed 2026-03-15 --session-day 1 | 2 | too long
            --programme GIAU --amount 5 --months 12 --interval 6 --disbursed 2026-03-15 --session-day 1        | 1 | no credit programme
            --programme HONGHEO --amount 5 --months 12 --interval 6 --disbursed 2001-03-15 --session-day 1     | 1 | no value for 15/03/2001
            --programme HONGHEO --amount 5 --months 12 --interval 6 --disbursed 2026-03-15                     | 2 | --session-day is missing
            """)
    void refusesBadInputInOneLine(String arguments, int exit, String says) {
        var answer = run(arguments);

        assertThat(answer.exit()).isEqualTo(exit);
        assertThat(answer.err().lines()).singleElement().asString().contains(says);
        assertThat(answer.err()).doesNotContain("Exception", "\tat ");
        assertThat(answer.out()).isEmpty();
    }

    private Terminal run(String arguments) {
        return Terminal.with(
                "schedule " + arguments, "--data", folder.resolve("none").toString());
    }
}
