package org.dongvon.simulation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.CreditGroups;
import org.dongvon.group.GroupContracts;
import org.dongvon.household.Households;
import org.dongvon.household.IdentityNumber;
import org.dongvon.savings.Deposits;
import org.dongvon.simulation.plan.OfficePlan.GroupPlan;
import org.dongvon.simulation.plan.OfficePlan.HouseholdPlan;
import org.dongvon.simulation.plan.OfficePlan.PointPlan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Registers the households of a point, forms its groups, admits their members and opens their deposits. */
@Component
class RegisterPeople {

    private static final String CONVENTION =
            "Họp Tổ hằng tháng trước phiên giao dịch; gửi tiền và trả lãi hằng tháng; vắng họp phải báo tổ trưởng.";

    private final Households households;
    private final CreditGroups groups;
    private final GroupContracts contracts;
    private final Deposits deposits;

    RegisterPeople(Households households, CreditGroups groups, GroupContracts contracts, Deposits deposits) {
        this.households = households;
        this.groups = groups;
        this.contracts = contracts;
        this.deposits = deposits;
    }

    /** Does so inside the caller's transaction; returns the identifiers by code. */
    Map<String, Long> of(PointPlan point, long pointId) {
        var ids = new HashMap<String, Long>();
        if (!point.direct().isEmpty()) {
            register(pointId, point.direct(), ids);
        }
        for (var group : point.groups()) {
            var registered = register(pointId, group.members(), ids);
            var members = join(pointId, group, registered, ids);
            deposits.open(members);
            takeOver(group, ids);
        }
        return ids;
    }

    /** Contract and convention are as old as the group; nobody deposits less than the convention says. */
    private void takeOver(GroupPlan group, Map<String, Long> ids) {
        long id = Objects.requireNonNull(ids.get(group.code()), group.code());
        var made = List.of(id);
        var least = group.members().stream()
                .map(HouseholdPlan::saving)
                .min(Dong::compareTo)
                .orElse(Dong.ZERO);
        contracts.takeOver(made, group.formedOn());
        contracts.takeOver(made, group.formedOn(), new GroupContracts.Agreed(least, 1, CONVENTION));
    }

    private List<Households.Registered> register(long pointId, List<HouseholdPlan> plans, Map<String, Long> ids) {
        var registered = households.register(
                pointId, plans.stream().map(RegisterPeople::household).toList());
        for (int i = 0; i < plans.size(); i++) {
            ids.put(householdCode(plans.get(i)), registered.get(i).householdId());
            ids.put(personCode(plans.get(i)), registered.get(i).personId());
        }
        return registered;
    }

    private List<Long> join(
            long pointId, GroupPlan group, List<Households.Registered> registered, Map<String, Long> ids) {
        long id = groups.form(
                pointId,
                new CreditGroups.NewGroup(
                        group.code(), group.name(), group.hamlet(), group.association(), group.formedOn()));
        ids.put(group.code(), id);
        var places = new LinkedHashMap<String, CreditGroups.NewMember>();
        for (int i = 0; i < registered.size(); i++) {
            var plan = group.members().get(i);
            var person = registered.get(i);
            places.put(
                    memberCode(plan),
                    new CreditGroups.NewMember(person.householdId(), person.personId(), plan.saving(), office(i)));
        }
        var members = groups.admit(id, group.formedOn(), List.copyOf(places.values()));
        int i = 0;
        for (var code : places.keySet()) {
            ids.put(code, members.get(i++));
        }
        return members;
    }

    private static CreditGroups.@Nullable Office office(int place) {
        return switch (place) {
            case 0 -> CreditGroups.Office.HEAD;
            case 1 -> CreditGroups.Office.DEPUTY;
            default -> null;
        };
    }

    private static Households.NewHousehold household(HouseholdPlan plan) {
        var person = plan.person();
        return new Households.NewHousehold(
                plan.code(),
                plan.hamlet(),
                new Households.NewPerson(
                        person.name(),
                        person.bornOn(),
                        person.woman() ? Households.Sex.F : Households.Sex.M,
                        new IdentityNumber(person.identity())));
    }

    static String householdCode(HouseholdPlan plan) {
        return plan.code();
    }

    static String personCode(HouseholdPlan plan) {
        return plan.code() + " person";
    }

    static String memberCode(HouseholdPlan plan) {
        return plan.code() + " member";
    }
}
