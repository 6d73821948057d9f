package org.dongvon.simulation.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dongvon.engine.calendar.SessionDay;
import org.dongvon.engine.money.Dong;
import org.dongvon.simulation.plan.LoanLives.Sessions;
import org.dongvon.simulation.plan.OfficePlan.GroupPlan;
import org.dongvon.simulation.plan.OfficePlan.HouseholdPlan;
import org.dongvon.simulation.plan.OfficePlan.PointPlan;
import org.dongvon.simulation.plan.OfficeSpec.PersonName;
import org.dongvon.simulation.plan.OfficeSpec.PointSpec;
import org.dongvon.simulation.plan.Places.GroupDraft;
import org.jspecify.annotations.Nullable;

/** Plans all that happens at an office. The same seed gives the same plan, to the last đồng. */
public final class OfficePlanner {

    private static final List<Integer> SAVINGS = List.of(50_000, 50_000, 50_000, 100_000, 100_000, 150_000, 200_000);
    private static final int OLDEST_GROUP = 2014;
    private static final int YOUNGEST_GROUP = 2021;
    private static final int MONTHS = 12;
    private static final int GROUP_DAY = 15;

    private final OfficeSpec spec;
    private final long seed;
    private final People people;
    private final LoanLives lives;
    private final Draw savings;
    private final Draw formed;
    private final Map<LoanDraft, String> codes = new HashMap<>();
    private int householdCount;

    private OfficePlanner(OfficeSpec spec, long seed) {
        this.spec = spec;
        this.seed = seed;
        this.people = new People(draw("people"));
        this.lives = new LoanLives(spec.time(), draw("lives"));
        this.savings = draw("savings");
        this.formed = draw("formed");
    }

    /**
     * The plan of an office.
     *
     * @throws IllegalStateException when what is wanted cannot be met
     */
    public static OfficePlan plan(OfficeSpec spec, long seed) {
        return new OfficePlanner(spec, seed).plan();
    }

    private Draw draw(String part) {
        return Draw.of(seed, spec.place().code() + " " + part);
    }

    private OfficePlan plan() {
        var households = new Households(spec, draw("households")).deal();
        var groups = new Places(spec, draw("places")).fill(households);
        var direct = households.stream().filter(HouseholdDraft::isDirect).toList();
        direct.forEach(household -> lives.live(household, directSessions()));
        groups.forEach(group ->
                group.households().forEach(household -> lives.live(household, sessions(group.point()))));
        meetTotals(households);
        numberLoans(groups, direct);
        var points = new ArrayList<PointPlan>();
        points.add(directPoint(direct));
        spec.points().forEach(point -> points.add(point(point, groups)));
        return new OfficePlan(spec, points);
    }

    private void meetTotals(List<HouseholdDraft> households) {
        var totals = new Totals(draw("totals"));
        var bySpec = households.stream()
                .flatMap(household -> household.loans.stream())
                .collect(Collectors.groupingBy(loan -> loan.spec));
        spec.wanted().forEach(programme -> totals.meet(programme, bySpec.getOrDefault(programme, List.of())));
    }

    /** Contract numbers as the office gives them: by month, in the order of payment. */
    private void numberLoans(List<GroupDraft> groups, List<HouseholdDraft> direct) {
        var loans = new ArrayList<LoanDraft>();
        direct.forEach(household -> loans.addAll(household.loans));
        groups.forEach(group -> group.households().forEach(household -> loans.addAll(household.loans)));
        loans.sort(Comparator.comparing(loan -> loan.paidOut));
        Map<YearMonth, Integer> last = new HashMap<>();
        for (var loan : loans) {
            var month = YearMonth.from(loan.paidOut);
            int number = last.merge(month, 1, Integer::sum);
            codes.put(
                    loan,
                    "%s-%02d%02d-%05d"
                            .formatted(spec.place().prefix(), month.getYear() % 100, month.getMonthValue(), number));
        }
    }

    private Sessions sessions(PointSpec point) {
        return new Sessions(days(List.of(point.sessionDay())), new SessionDay(point.sessionDay()));
    }

    private Sessions directSessions() {
        return new Sessions(days(spec.directDays()), null);
    }

    /** These days of each month, from the first business day to the last closed one. */
    private List<LocalDate> days(List<Integer> daysOfMonth) {
        var time = spec.time();
        var days = new ArrayList<LocalDate>();
        for (var month = YearMonth.from(time.firstDay());
                !month.isAfter(YearMonth.from(time.openDay()));
                month = month.plusMonths(1)) {
            for (int dayOfMonth : daysOfMonth) {
                var day = new SessionDay(dayOfMonth).inMonth(month);
                if (!day.isBefore(time.firstDay()) && day.isBefore(time.openDay())) {
                    days.add(day);
                }
            }
        }
        return days;
    }

    private PointPlan directPoint(List<HouseholdDraft> direct) {
        var place = spec.place();
        var households = new ArrayList<HouseholdPlan>();
        direct.forEach(household -> households.add(household(household, place.name(), null, new TreeSet<>())));
        return new PointPlan(
                place.code() + "-00",
                place.name(),
                place.address(),
                null,
                directSessions().days(),
                List.of(),
                households);
    }

    private PointPlan point(PointSpec point, List<GroupDraft> groups) {
        var ofPoint = groups.stream()
                .filter(group -> group.point().equals(point))
                .map(this::group)
                .toList();
        return new PointPlan(
                point.code(),
                point.name(),
                point.address(),
                point.sessionDay(),
                sessions(point).days(),
                ofPoint,
                List.of());
    }

    private GroupPlan group(GroupDraft group) {
        var day = LocalDate.of(
                formed.between(OLDEST_GROUP, YOUNGEST_GROUP), formed.between(1, MONTHS), formed.between(1, GROUP_DAY));
        var guest = group.guest();
        var members = new ArrayList<HouseholdPlan>();
        for (var household : group.households()) {
            var head = guest != null && members.isEmpty() && household.name == null ? guest.head() : household.name;
            members.add(household(household, group.hamlet(), head, lives.absences(household, sessions(group.point()))));
        }
        return new GroupPlan(
                "%s-T%02d".formatted(group.point().code(), group.number()),
                "Tổ %02d".formatted(group.number()),
                group.hamlet(),
                group.association(),
                day,
                members);
    }

    private HouseholdPlan household(
            HouseholdDraft household, String hamlet, @Nullable PersonName name, SortedSet<LocalDate> absent) {
        householdCount++;
        return new HouseholdPlan(
                "%s-H%05d".formatted(spec.place().prefix(), householdCount),
                hamlet,
                name == null ? people.next() : people.named(name.name(), name.woman()),
                household.isDirect() ? Dong.ZERO : new Dong(savings.pick(SAVINGS)),
                absent,
                household.loans.stream()
                        .map(loan -> loan.plan(java.util.Objects.requireNonNull(codes.get(loan))))
                        .toList());
    }
}
