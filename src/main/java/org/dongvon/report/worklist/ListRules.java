package org.dongvon.report.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.engine.interest.Part;
import org.dongvon.organisation.SpecialDays;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.ReferenceBook;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;

/** What the dated rules of a day make of it: the parameters of every list's statement. */
@Component
class ListRules {

    private static final List<Part> OWED = List.of(Part.IN_TERM, Part.OVERDUE, Part.FROZEN);

    private final Programmes programmes;
    private final SpecialDays specialDays;

    ListRules(Programmes programmes, SpecialDays specialDays) {
        this.programmes = programmes;
        this.specialDays = specialDays;
    }

    /** The parameters of a day. */
    MapSqlParameterSource on(LocalDate today) {
        var book = programmes.current();
        var rules = book.parameters();
        var days = new ListDays(today);
        int monthsOfArrears = (int) rules.whole(ParameterCode.HIGH_ARREARS_MONTHS, today);
        var parameters = new MapSqlParameterSource("day", today)
                .addValue("due_from", days.nextMonth())
                .addValue("term_until", today.plusDays(rules.whole(ParameterCode.TERM_MATURITY_AHEAD_DAYS, today)))
                .addValue("unclaimed_before", days.sameDay((int)
                        rules.whole(ParameterCode.UNCLAIMED_AFTER_MONTHS, today)))
                .addValue("due_until", days.afterNextMonth())
                .addValue("inactive_before", days.sameDay((int) rules.whole(ParameterCode.INACTIVITY_MONTHS, today)))
                .addValue("use_alert", today.minusDays(rules.whole(ParameterCode.USE_CHECK_ALERT_DAYS, today)))
                .addValue("use_days", (int) rules.whole(ParameterCode.FIRST_USE_CHECK_DAYS, today))
                .addValue("cash_since", today.minusDays(rules.whole(ParameterCode.CASH_DIFFERENCE_LISTED_DAYS, today)))
                .addValue(
                        "unrecoverable",
                        rules.names(ParameterCode.DEBT_UNRECOVERABLE, today).toArray(String[]::new))
                .addValue("debt_days", (int) rules.whole(ParameterCode.DEBT_FOLLOW_DAYS, today))
                .addValue("received_before", receivedBefore(today, (int)
                        rules.whole(ParameterCode.DECISION_WORKING_DAYS, today)));
        return withIndexes(parameters, book, today, days.sameDay(monthsOfArrears));
    }

    /** By when the due list of the next month is ready. */
    LocalDate dueListReady(LocalDate today) {
        int ahead = (int) programmes.current().parameters().whole(ParameterCode.DUE_LIST_AHEAD_DAYS, today);
        return new ListDays(today).dueListReady(ahead);
    }

    /** Whatever the bank received before this day is decided too late today. */
    private LocalDate receivedBefore(LocalDate today, int workingDays) {
        var working = specialDays.around(today);
        var day = today;
        while (!working.after(day, workingDays).isBefore(today)) {
            day = day.minusDays(1);
        }
        return day.plusDays(1);
    }

    /** The index of each series and part today and then; 0 before a series began. */
    private static MapSqlParameterSource withIndexes(
            MapSqlParameterSource parameters, ReferenceBook book, LocalDate today, LocalDate then) {
        var series = new ArrayList<Integer>();
        var parts = new ArrayList<String>();
        var now = new ArrayList<Long>();
        var before = new ArrayList<Long>();
        for (var each : book.rates().all()) {
            var rates = book.rates().series(each.id());
            for (var part : OWED) {
                series.add(each.id());
                parts.add(part.name());
                now.add(today.isBefore(rates.firstDay()) ? 0 : rates.index(part, today));
                before.add(then.isBefore(rates.firstDay()) ? 0 : rates.index(part, then));
            }
        }
        return parameters
                .addValue("series", series.toArray(Integer[]::new))
                .addValue("parts", parts.toArray(String[]::new))
                .addValue("index_now", now.toArray(Long[]::new))
                .addValue("index_then", before.toArray(Long[]::new));
    }
}
