package org.dongvon.simulation.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.simulation.plan.OfficeSpec.Guest;
import org.dongvon.simulation.plan.OfficeSpec.PointSpec;
import org.jspecify.annotations.Nullable;

/** Decides which households make a group, and where it is. */
final class Places {

    private static final int LEAST = 5;
    private static final int MOST = 60;
    private static final int SPREAD = 8;

    /** The Women's Union leads most groups of a town, the Youth Union fewest. */
    private static final List<String> ASSOCIATIONS =
            List.of("HPN", "HND", "HPN", "CCB", "HPN", "HND", "DTN", "HPN", "CCB", "HND", "HPN", "DTN", "CCB");

    private final OfficeSpec spec;
    private final Draw draw;

    Places(OfficeSpec spec, Draw draw) {
        this.spec = spec;
        this.draw = draw;
    }

    /** A group while it is being planned. */
    record GroupDraft(
            PointSpec point,
            int number,
            String hamlet,
            String association,
            @Nullable Guest guest,
            List<HouseholdDraft> households) {}

    /** The groups of all points, point by point, with all households that are not direct. */
    List<GroupDraft> fill(List<HouseholdDraft> all) {
        var households = new ArrayList<>(
                all.stream().filter(household -> !household.isDirect()).toList());
        var groups = groups();
        for (var group : groups) {
            seatGuest(group, households);
        }
        var sizes = sizes(groups, households.size());
        int next = 0;
        for (int i = 0; i < groups.size(); i++) {
            groups.get(i).households().addAll(households.subList(next, next + sizes[i]));
            next += sizes[i];
            seatHeadFirst(groups.get(i));
        }
        return groups;
    }

    private static void seatHeadFirst(GroupDraft group) {
        if (group.households().getFirst().name != null) {
            Collections.swap(group.households(), 0, 1);
        }
    }

    private List<GroupDraft> groups() {
        Map<String, Guest> guests = new HashMap<>();
        spec.guests().forEach(guest -> guests.put(guest.point() + " " + guest.group(), guest));
        var groups = new ArrayList<GroupDraft>();
        for (var point : spec.points()) {
            for (int number = 1; number <= point.groups(); number++) {
                var guest = guests.get(point.code() + " " + number);
                var hamlet = guest == null
                        ? point.hamlets().get((number - 1) % point.hamlets().size())
                        : guest.hamlet();
                var association =
                        guest == null ? ASSOCIATIONS.get(groups.size() % ASSOCIATIONS.size()) : guest.association();
                groups.add(new GroupDraft(point, number, hamlet, association, guest, new ArrayList<>()));
            }
        }
        return groups;
    }

    /** A guest's group gets the household that is named for it; one of a wanted size only members with one loan. */
    private static void seatGuest(GroupDraft group, List<HouseholdDraft> households) {
        var guest = group.guest();
        if (guest == null) {
            return;
        }
        var loan = guest.loan();
        if (loan != null) {
            take(group, households, 1, household -> loan.borrower().equals(household.name));
        }
        take(
                group,
                households,
                guest.members() - group.households().size(),
                household -> household.loans.size() == 1
                        && household.name == null
                        && household.loans.getFirst().life == LoanDraft.Life.STEADY);
    }

    private static void take(
            GroupDraft group,
            List<HouseholdDraft> households,
            int count,
            java.util.function.Predicate<HouseholdDraft> fits) {
        for (int i = 0; i < households.size() && group.households().size() < count; ) {
            if (fits.test(households.get(i))) {
                group.households().add(households.remove(i));
            } else {
                i++;
            }
        }
    }

    private int[] sizes(List<GroupDraft> groups, int households) {
        var open = new ArrayList<Integer>();
        var sizes = new int[groups.size()];
        for (int i = 0; i < sizes.length; i++) {
            var guest = groups.get(i).guest();
            if (guest == null || guest.members() == 0) {
                open.add(i);
            }
        }
        int left = households;
        for (int i = 0; i < open.size(); i++) {
            int even = left / (open.size() - i);
            int seated = groups.get(open.get(i)).households().size();
            int size = i == open.size() - 1 ? left : even + draw.between(-SPREAD, SPREAD);
            sizes[open.get(i)] = Math.min(Math.max(size, LEAST), MOST - seated);
            left -= sizes[open.get(i)];
        }
        if (left != 0) {
            throw new IllegalStateException(left + " households find no group");
        }
        return sizes;
    }
}
