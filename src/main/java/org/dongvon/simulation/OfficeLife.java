package org.dongvon.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.dongvon.closing.CloseDay;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.dongvon.simulation.plan.OfficePlan;
import org.dongvon.simulation.plan.OfficePlan.PointPlan;
import org.springframework.stereotype.Component;

/**
 * Lives an office's plan through, day by day. What belongs together is one transaction with its mark in {@code
 * simulation.step}, so that it goes on after any interruption and does nothing twice.
 */
@Component
class OfficeLife {

    private final RegisterPeople registerPeople;
    private final HoldSession holdSession;
    private final FeeMonths fees;
    private final Books books;
    private final Made made;
    private final Transactions transactions;

    OfficeLife(
            RegisterPeople registerPeople,
            HoldSession holdSession,
            FeeMonths fees,
            Books books,
            Made made,
            Transactions transactions) {
        this.registerPeople = registerPeople;
        this.holdSession = holdSession;
        this.fees = fees;
        this.books = books;
        this.made = made;
        this.transactions = transactions;
    }

    /** How many steps a plan has. */
    static int steps(OfficePlan plan) {
        return plan.points().stream()
                        .mapToInt(point -> 1 + point.sessions().size())
                        .sum()
                + days(plan).size();
    }

    /** The days on which a point is open, with those points. */
    private static Map<LocalDate, List<PointPlan>> days(OfficePlan plan) {
        var days = new TreeMap<LocalDate, List<PointPlan>>();
        for (var point : plan.points()) {
            point.sessions()
                    .forEach(day ->
                            days.computeIfAbsent(day, any -> new ArrayList<>()).add(point));
        }
        return days;
    }

    /** Lives it through from where it stands. */
    void live(Office office, Set<String> before, Steps steps) {
        var done = new HashSet<>(before);
        var plan = office.plan();
        for (var point : plan.points()) {
            var step = "people " + point.code();
            steps.begin();
            once(office, point, done, step, () -> registerPeople.of(point, office.id(point.code())));
            steps.tell("simulation.step.people", point.name());
        }
        days(plan).forEach((day, points) -> {
            closeBefore(office, day);
            FeeMonths.due(office, day)
                    .ifPresent(month -> once(
                            office,
                            points.getFirst(),
                            done,
                            "fees " + plan.spec().place().code() + " " + month,
                            () -> fees.book(office, month)));
            for (var point : points) {
                var step = "session " + point.code() + " " + day;
                steps.begin();
                once(office, point, done, step, () -> holdSession.run(office, point, day));
                steps.tell("simulation.step.session", point.name(), day);
            }
            steps.begin();
            closeBefore(office, day.plusDays(1));
            steps.tell("simulation.step.close", plan.spec().place().name(), day);
        });
        closeBefore(office, plan.spec().time().openDay());
    }

    private void once(Office office, PointPlan point, Set<String> done, String step, Supplier<Map<String, Long>> work) {
        if (!done.contains(step)) {
            office.learn(transactions.write(Actor.SYSTEM, () -> {
                var ids = work.get();
                made.done(step, office.id(point.code()), ids);
                return ids;
            }));
            done.add(step);
        }
    }

    /** The director closes all days before one. */
    private void closeBefore(Office office, LocalDate day) {
        long id = office.id();
        if (books.days.today(id).isBefore(day)) {
            books.closeDay.through(office.director(), books.units.get(id), day.minusDays(1), step -> {});
        }
    }

    /** The office's days and their close. */
    @Component
    static class Books {

        private final BusinessDays days;
        private final Units units;
        private final CloseDay closeDay;

        Books(BusinessDays days, Units units, CloseDay closeDay) {
            this.days = days;
            this.units = units;
            this.closeDay = closeDay;
        }
    }
}
