package org.dongvon.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.dongvon.identity.Accounts;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.simulation.plan.OfficePlan;
import org.dongvon.simulation.plan.OfficePlan.HouseholdPlan;
import org.jspecify.annotations.Nullable;

/** An office at work: its plan, its staff, and the identifiers that the plan's codes were given so far. */
final class Office {

    private final OfficePlan plan;
    private final Keys keys;
    private final Map<Role, Actor> staff;
    private final Map<String, Long> ids;
    private final Map<String, String> groups = new HashMap<>();

    Office(OfficePlan plan, Keys keys, Accounts accounts, Map<String, Long> ids) {
        this.plan = plan;
        this.keys = keys;
        this.ids = new HashMap<>(ids);
        this.staff = new HashMap<>();
        plan.spec().staff().forEach(person -> staff.put(person.role(), accounts.actor(person.login())));
        for (var point : plan.points()) {
            for (var group : point.groups()) {
                group.members().forEach(member -> groups.put(member.code(), group.code()));
            }
        }
    }

    OfficePlan plan() {
        return plan;
    }

    Keys keys() {
        return keys;
    }

    Actor leader() {
        return person(Role.LEADER);
    }

    Actor teller() {
        return person(Role.TELLER);
    }

    Actor controller() {
        return person(Role.CONTROLLER);
    }

    Actor director() {
        return person(Role.DIRECTOR);
    }

    private Actor person(Role role) {
        return Objects.requireNonNull(staff.get(role), role.name());
    }

    void learn(Map<String, Long> made) {
        ids.putAll(made);
    }

    /** The identifier of the office itself. */
    long id() {
        return id(plan.spec().place().code());
    }

    long id(String code) {
        return Objects.requireNonNull(ids.get(code), code);
    }

    @Nullable
    Long find(String code) {
        return ids.get(code);
    }

    /** The group of a household; for one without, the office's own counter, which is no group. */
    String groupCode(HouseholdPlan household) {
        return groups.getOrDefault(household.code(), plan.spec().place().code() + " counter");
    }

    @Nullable
    Long groupOf(HouseholdPlan household) {
        return ids.get(groupCode(household));
    }

    /** The membership of a household's person; 0, which is no member, for a direct loan. */
    long memberOrNone(HouseholdPlan household) {
        return ids.getOrDefault(RegisterPeople.memberCode(household), 0L);
    }
}
