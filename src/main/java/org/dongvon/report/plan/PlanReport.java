package org.dongvon.report.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.organisation.Unit;
import org.dongvon.programme.Programme;
import org.dongvon.programme.Programmes;
import org.dongvon.report.Report;
import org.dongvon.report.ReportRequest;
import org.dongvon.report.plan.PlanFigures.Fact;
import org.dongvon.report.plan.PlanFigures.Place;
import org.dongvon.report.plan.PlanFigures.Target;
import org.dongvon.report.plan.PlanFigures.What;
import org.dongvon.report.plan.PlanStatement.Figures;
import org.dongvon.report.plan.PlanStatement.Line;
import org.dongvon.report.plan.PlanStatement.Month;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The plan of a unit against what is out at the end of a closed day. */
@Component
class PlanReport implements Report {

    private static final int LAST = 12;

    private final PlanFigures figures;
    private final Programmes programmes;
    private final Transactions transactions;

    PlanReport(PlanFigures figures, Programmes programmes, Transactions transactions) {
        this.figures = figures;
        this.programmes = programmes;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "plan";
    }

    /**
     * The plan as of a day, or of the last closed one before it.
     *
     * @throws Refused {@link OrganisationRefusal#UNKNOWN_UNIT} for a unit that is not wholly in scope
     */
    @Override
    public PlanStatement run(Actor actor, ReportRequest request) {
        return transactions.read(actor, () -> read(request.unit(), request.asOf()));
    }

    private PlanStatement read(Unit unit, LocalDate asOf) {
        var closed = figures.closedThrough(unit, asOf)
                .orElseThrow(() -> new Refused(OrganisationRefusal.UNKNOWN_UNIT, unit.code()));
        var day = new PlanFigures.Day(asOf.isBefore(closed) ? asOf : closed, !asOf.isBefore(closed));
        var facts = figures.facts(unit, day);
        var targets = figures.targets(unit, day);
        var month = day.on().getMonthValue();
        Map<Key, Figures> own = new HashMap<>();
        Map<Key, Figures> below = new HashMap<>();
        Map<Key, Set<String>> documents = new HashMap<>();
        var self = new Place(unit.code(), unit.name(), "");
        for (var fact : facts) {
            add(own, new Key(self, fact.programme(), fact.source()), of(fact));
            add(below, new Key(fact.place(), fact.programme(), fact.source()), of(fact));
        }
        for (var target : targets) {
            var place = target.place();
            var key = new Key(place == null ? self : place, target.programme(), target.source());
            add(place == null ? own : below, key, of(target, month));
            documents.computeIfAbsent(key, each -> new LinkedHashSet<>()).add(target.document());
        }
        if (!PlanFigures.hasHamlets(unit)) {
            below.keySet().removeIf(key -> key.place().equals(self));
        }
        return new PlanStatement(
                unit.code(),
                day.on(),
                day.forecast(),
                lines(own, documents),
                lines(below, documents),
                months(unit, day, targets));
    }

    private static void add(Map<Key, Figures> all, Key key, Figures figures) {
        all.merge(key, figures, Figures::plus);
    }

    private static Figures of(Fact fact) {
        long amount = fact.amount();
        return new Figures(
                null,
                null,
                fact.what() == What.EXECUTED ? amount : 0,
                fact.what() == What.PROMISED ? amount : 0,
                fact.what() == What.DUE ? amount : 0,
                fact.what() == What.ASKED ? amount : 0);
    }

    private static Figures of(Target target, int month) {
        return new Figures(
                target.month() == month ? target.amount() : null,
                target.month() == LAST ? target.amount() : null,
                0,
                0,
                0,
                0);
    }

    /** By place, then in the order of programmes and sources. */
    private List<Line> lines(Map<Key, Figures> all, Map<Key, Set<String>> documents) {
        var order = order();
        return all.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Key, Figures> each) ->
                                each.getKey().place().name())
                        .thenComparing(each -> each.getKey().place().code())
                        .thenComparing(each -> hamletKey(each.getKey().place().hamlet()))
                        .thenComparing(each -> order.getOrDefault(each.getKey().programme(), Integer.MAX_VALUE))
                        .thenComparing(each -> each.getKey().source()))
                .map(each -> {
                    var key = each.getKey();
                    return new Line(
                            key.place().code(),
                            key.place().name(),
                            key.place().hamlet(),
                            key.programme(),
                            key.source(),
                            each.getValue(),
                            String.join("; ", documents.getOrDefault(key, Set.of())));
                })
                .toList();
    }

    /** So that the second hamlet comes before the tenth. */
    private static String hamletKey(String hamlet) {
        var number = hamlet.replaceAll("\\D+", "");
        return hamlet.replaceAll("\\d+", "") + "0".repeat(Math.max(0, 9 - number.length())) + number;
    }

    private Map<String, Integer> order() {
        var codes =
                programmes.current().programmes().stream().map(Programme::code).toList();
        return IntStream.range(0, codes.size()).boxed().collect(Collectors.toMap(codes::get, i -> i));
    }

    private List<Month> months(Unit unit, PlanFigures.Day day, List<Target> targets) {
        Map<MonthKey, Long> executed = new HashMap<>();
        figures.months(unit, day)
                .forEach((month, all) -> all.forEach(
                        each -> executed.put(new MonthKey(month, each.programme(), each.source()), each.amount())));
        Map<MonthKey, Long> given = new HashMap<>();
        targets.stream()
                .filter(each -> each.place() == null)
                .forEach(each -> given.put(new MonthKey(each.month(), each.programme(), each.source()), each.amount()));
        var lines = new TreeMap<String, MonthKey>();
        Stream.concat(executed.keySet().stream(), given.keySet().stream())
                .forEach(each -> lines.put(each.programme() + ":" + each.source(), each));
        var months = new ArrayList<Month>();
        for (int month = 1; month <= LAST; month++) {
            for (var line : lines.values()) {
                var key = new MonthKey(month, line.programme(), line.source());
                @Nullable Long out = month > day.on().getMonthValue() ? null : executed.getOrDefault(key, 0L);
                months.add(new Month(month, key.programme(), key.source(), given.get(key), out));
            }
        }
        return months;
    }

    private record Key(Place place, String programme, String source) {}

    private record MonthKey(int month, String programme, String source) {}
}
