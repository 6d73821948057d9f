package org.dongvon.capital.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.plan.PlanBook.At;
import org.dongvon.capital.plan.PlanBook.Target;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.Unit;
import org.dongvon.shared.Refused;

/**
 * A unit on a line of the plan, those below it, and what each has.
 *
 * @param children the units below; none below a commune or a point, which has hamlets
 * @param targets of the unit, its hamlets and its children, by month
 * @param below what those below each child have, by month
 */
record PlanRules(Unit unit, List<Unit> children, Map<At, Dong> targets, Map<At, Dong> below) {

    PlanRules {
        children = List.copyOf(children);
        targets = Map.copyOf(targets);
        below = Map.copyOf(below);
    }

    boolean hasHamlets() {
        return unit.kind() == Unit.Kind.COMMUNE || unit.kind() == Unit.Kind.POINT;
    }

    /** Whether the parts are the unit's own target, which comes from outside of the system. */
    boolean isOwn(List<Part> parts) {
        return parts.size() == 1
                && parts.getFirst().key().equals(unit.code())
                && (unit.kind() == Unit.Kind.COUNTRY || unit.kind() == Unit.Kind.PROVINCE);
    }

    /**
     * The parts as targets.
     *
     * @throws Refused {@link CapitalRefusal#PLAN_UNIT_NOT_BELOW}, {@link CapitalRefusal#PLAN_HAMLET_UNREADABLE}
     */
    List<Target> resolve(List<Part> parts) {
        if (parts.isEmpty()) {
            throw new Refused(CapitalRefusal.PLAN_EMPTY);
        }
        if (isOwn(parts)) {
            return List.of(new Target(unit.id(), "", parts.getFirst().amount()));
        }
        return parts.stream().map(this::resolve).toList();
    }

    private Target resolve(Part part) {
        if (hasHamlets()) {
            return new Target(unit.id(), Part.hamlet(part.key()), part.amount());
        }
        return children.stream()
                .filter(each -> each.code().equals(part.key()))
                .findFirst()
                .map(each -> new Target(each.id(), "", part.amount()))
                .orElseThrow(() -> new Refused(CapitalRefusal.PLAN_UNIT_NOT_BELOW, part.key(), unit.name()));
    }

    /**
     * Refuses a split that is more than there is in some month, and targets below what was split further.
     *
     * @throws Refused {@link CapitalRefusal#PLAN_NOT_GIVEN}, {@link CapitalRefusal#PLAN_ABOVE_PARENT}, {@link
     *     CapitalRefusal#PLAN_BELOW_CHILDREN}
     */
    void check(Months months, List<Target> wanted) {
        months.all().forEach(month -> {
            requireWithin(month, wanted);
            wanted.stream().filter(each -> each.hamlet().isEmpty()).forEach(each -> requireAbove(month, each));
        });
    }

    private void requireWithin(int month, List<Target> wanted) {
        if (wanted.getFirst().unitId() == unit.id()
                && wanted.getFirst().hamlet().isEmpty()) {
            return;
        }
        var own = targets.get(new At(unit.id(), "", month));
        if (own == null) {
            if (unit.kind() == Unit.Kind.COUNTRY) {
                return;
            }
            throw new Refused(CapitalRefusal.PLAN_NOT_GIVEN, unit.name(), month);
        }
        Map<At, Dong> after = new HashMap<>();
        targets.forEach((at, amount) -> {
            if (at.month() == month && isBelow(at)) {
                after.put(at, amount);
            }
        });
        wanted.forEach(each -> after.put(new At(each.unitId(), each.hamlet(), month), each.amount()));
        Split.require(unit.name(), month, own, after.values());
    }

    private boolean isBelow(At at) {
        return (at.unitId() == unit.id()) != at.hamlet().isEmpty();
    }

    private void requireAbove(int month, Target wanted) {
        var sum = below.getOrDefault(new At(wanted.unitId(), "", month), Dong.ZERO);
        if (wanted.amount().isLessThan(sum)) {
            throw new Refused(CapitalRefusal.PLAN_BELOW_CHILDREN, wanted.amount(), sum, name(wanted.unitId()), month);
        }
    }

    private String name(long unitId) {
        return children.stream()
                .filter(each -> each.id() == unitId)
                .map(Unit::name)
                .findFirst()
                .orElse(unit.name());
    }
}
