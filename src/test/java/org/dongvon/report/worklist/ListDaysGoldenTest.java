package org.dongvon.report.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dongvon.support.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListDaysGoldenTest {

    static List<Golden.Row> sameDay() {
        return Golden.rows("work-lists/same-day");
    }

    static List<Golden.Row> dueMonth() {
        return Golden.rows("work-lists/due-month");
    }

    @ParameterizedTest
    @MethodSource("sameDay")
    void theSameDayOfAnEarlierMonth(Golden.Row row) {
        assertThat(new ListDays(row.date("today")).sameDay(Integer.parseInt(row.text("months"))))
                .isEqualTo(row.date("same_day"));
    }

    @ParameterizedTest
    @MethodSource("dueMonth")
    void nextMonthAndWhenItsListIsReady(Golden.Row row) {
        var days = new ListDays(row.date("today"));

        assertThat(days.nextMonth()).isEqualTo(row.date("from"));
        assertThat(days.afterNextMonth()).isEqualTo(row.date("until"));
        assertThat(days.dueListReady(30)).isEqualTo(row.date("ready_by"));
    }
}
