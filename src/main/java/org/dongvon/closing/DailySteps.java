package org.dongvon.closing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dongvon.shared.Actor;
import org.dongvon.shared.DailyStep;
import org.springframework.stereotype.Component;

/** The steps that the modules offer, each after those it names, by name where the order is free; last those that end the day. */
@Component
class DailySteps {

    private final List<DailyStep> inOrder;

    DailySteps(List<DailyStep> offered) {
        var sorted = sorted(offered);
        this.inOrder = Stream.concat(
                        sorted.stream().filter(step -> !step.endsTheDay()),
                        sorted.stream().filter(DailyStep::endsTheDay))
                .toList();
    }

    List<DailyStep> inOrder() {
        return inOrder;
    }

    /** The first day on or after one on which some step has work; {@link LocalDate#MAX} when none is known. */
    LocalDate nextWork(Actor actor, long officeId, LocalDate from) {
        return inOrder.stream()
                .map(step -> step.nextWork(actor, officeId, from))
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
    }

    private static List<DailyStep> sorted(List<DailyStep> offered) {
        Map<String, DailyStep> waiting = offered.stream()
                .sorted(Comparator.comparing(DailyStep::name))
                .collect(Collectors.toMap(
                        DailyStep::name, Function.identity(), DailySteps::refuseTwice, LinkedHashMap::new));
        offered.forEach(step -> requireKnown(step, waiting));
        var result = new ArrayList<DailyStep>(offered.size());
        while (!waiting.isEmpty()) {
            var next = waiting.values().stream()
                    .filter(step -> step.after().stream().noneMatch(waiting::containsKey))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("steps wait for each other: " + waiting.keySet()));
            waiting.remove(next.name());
            result.add(next);
        }
        return List.copyOf(result);
    }

    private static void requireKnown(DailyStep step, Map<String, DailyStep> known) {
        for (var name : step.after()) {
            if (!known.containsKey(name)) {
                throw new IllegalStateException("step " + step.name() + " comes after an unknown step: " + name);
            }
        }
    }

    private static DailyStep refuseTwice(DailyStep one, DailyStep other) {
        throw new IllegalStateException("two steps named " + one.name() + ": " + one + ", " + other);
    }
}
