package org.dongvon.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.DemoLogins;
import org.dongvon.identity.NewAccount;
import org.dongvon.identity.NewGrant;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
import org.dongvon.simulation.plan.OfficePlan;
import org.dongvon.simulation.plan.OfficePlan.GroupPlan;
import org.dongvon.simulation.plan.OfficePlan.PointPlan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Those who log in besides the teams of the offices: one for each other role in each office, the provinces' and the head
 * office's people. Makes whoever is missing, so that a folder of an earlier build gets them too.
 */
@Component
class Cast {

    private static final int MONTHS_OF_INSPECTION = 12;

    private final Accounts accounts;
    private final Units units;
    private final BusinessDays days;

    Cast(Accounts accounts, Units units, BusinessDays days) {
        this.accounts = accounts;
        this.units = units;
        this.days = days;
    }

    /** Makes them, once the groups that they belong to are there. */
    void enter(List<OfficePlan> plans, Map<String, Long> ids) {
        var known = accounts.holders().stream()
                .map(holder -> holder.account().login())
                .collect(Collectors.toUnmodifiableSet());
        var people = new ArrayList<NewAccount>();
        for (int i = 0; i < plans.size(); i++) {
            people.addAll(ofOffice(plans.get(i), Names.values()[i % Names.values().length], ids));
        }
        people.addAll(ofHeadOffice());
        plans.stream()
                .filter(plan -> !known.contains("canbotindung" + at(plan)))
                .forEach(plan -> giveTheLeaderASecondRole(plan, ids));
        people.stream()
                .filter(person -> !known.contains(person.login()))
                .forEach(person -> accounts.create(Actor.SYSTEM, person, DemoLogins.PASSWORD));
    }

    private List<NewAccount> ofOffice(OfficePlan plan, Names names, Map<String, Long> ids) {
        var place = plan.spec().place();
        var at = at(plan);
        var in = "." + place.province().toLowerCase(Locale.ROOT);
        long office = Objects.requireNonNull(ids.get(place.code()), place.code());
        long province = units.byCode(place.province()).id();
        var group = group(plan);
        long point = Objects.requireNonNull(ids.get(group.point().code()));
        var head = group.group().members().getFirst().person().name();
        var association = Narrowing.ofAssociation(group.group().association());
        return List.of(
                new NewAccount("canbotindung" + at, names.creditOfficer, Role.CREDIT_OFFICER, office),
                new NewAccount("ketoan" + at, names.accountant, Role.ACCOUNTANT, office),
                new NewAccount("vonuythac" + at, names.fundOfficer, Role.FUND_OFFICER, office),
                new NewAccount("totruongtk" + at, head, Role.GROUP_HEAD, point, ofGroup(group, ids), null),
                new NewAccount("hoi" + at, names.association, Role.ASSOCIATION_STAFF, office, association, null),
                new NewAccount("ubndxa" + at, names.commune, Role.COMMUNE_OFFICIAL, point),
                new NewAccount("bandaidien" + at, names.inspector, Role.INSPECTOR, office, Narrowing.NONE, end()),
                new NewAccount("quantri" + at, names.administrator, Role.ADMINISTRATOR, office),
                new NewAccount("lanhdao" + in, names.manager, Role.MANAGER, province),
                new NewAccount("kiemtoan" + in, names.auditor, Role.AUDITOR, province));
    }

    private static String at(OfficePlan plan) {
        return "." + plan.spec().place().code().toLowerCase(Locale.ROOT);
    }

    /** The credit officer of a commune leads its session: one person, two roles, one at a time. */
    private void giveTheLeaderASecondRole(OfficePlan plan, Map<String, Long> ids) {
        long office = Objects.requireNonNull(ids.get(plan.spec().place().code()));
        var grant = new NewGrant(
                Role.CREDIT_OFFICER, office, Narrowing.NONE, days.latest().orElseThrow(), null);
        plan.spec().staff().stream()
                .filter(person -> person.role() == Role.LEADER)
                .forEach(person -> accounts.give(Actor.SYSTEM, person.login(), grant));
    }

    private List<NewAccount> ofHeadOffice() {
        long country = units.byCode(Foundation.COUNTRY).id();
        return List.of(
                new NewAccount("quantri", "Nguyễn Bá Hưng", Role.ADMINISTRATOR, country),
                new NewAccount("ketoan", "Lương Thị Diệp", Role.ACCOUNTANT, country),
                new NewAccount("lanhdao", "Hoàng Quốc Tuấn", Role.MANAGER, country),
                new NewAccount("kiemtoannhatky", "Tạ Minh Châu", Role.LOG_AUDITOR, country));
    }

    private static Narrowing ofGroup(Chosen group, Map<String, Long> ids) {
        return Narrowing.ofGroup(Objects.requireNonNull(
                ids.get(group.group().code()), group.group().code()));
    }

    private LocalDate end() {
        return days.latest().orElseThrow().plusMonths(MONTHS_OF_INSPECTION);
    }

    /** The group whose head logs in: the one that other texts speak of, or else the first there is. */
    static Chosen group(OfficePlan plan) {
        var wanted =
                plan.spec().guests().stream().map(guest -> guest.head().name()).collect(Collectors.toUnmodifiableSet());
        @Nullable Chosen first = null;
        for (var point : plan.points()) {
            for (var group : point.groups()) {
                var chosen = new Chosen(point, group);
                if (isHeadedBy(group, wanted)) {
                    return chosen;
                }
                first = first == null ? chosen : first;
            }
        }
        return Objects.requireNonNull(first, "an office without groups");
    }

    private static boolean isHeadedBy(GroupPlan group, Set<String> names) {
        return names.contains(group.members().getFirst().person().name());
    }

    /** A group and the point at which it meets. */
    record Chosen(PointPlan point, GroupPlan group) {}

    /** Invented people, office by office. */
    private enum Names {
        FIRST(
                "Nguyễn Thu Trang",
                "Hoàng Thị Yến",
                "Đặng Quốc Bảo",
                "Lương Thị Mai",
                "Phạm Văn Tiến",
                "Bùi Xuân Trường",
                "Trịnh Hồng Quân",
                "Ngô Đức Thịnh",
                "Mai Thị Thanh Thủy"),
        SECOND(
                "Võ Thị Hoài",
                "Phan Thị Lài",
                "Hồ Sỹ Đồng",
                "Trần Hậu Cường",
                "Nguyễn Thị Nhàn",
                "Lê Viết Thông",
                "Dương Văn Chiến",
                "Bùi Thị Tú",
                "Thái Bá Nguyên");

        private final String creditOfficer;
        private final String accountant;
        private final String fundOfficer;
        private final String association;
        private final String commune;
        private final String inspector;
        private final String administrator;
        private final String manager;
        private final String auditor;

        Names(String... names) {
            creditOfficer = names[0];
            accountant = names[1];
            fundOfficer = names[2];
            association = names[3];
            commune = names[4];
            inspector = names[5];
            administrator = names[6];
            manager = names[7];
            auditor = names[8];
        }
    }
}
