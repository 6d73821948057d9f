package org.dongvon.simulation.plan;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/**
 * All that happens at an office, decided ahead.
 *
 * @param spec what it was planned from
 * @param points its points, the direct one first
 */
public record OfficePlan(OfficeSpec spec, List<PointPlan> points) {

    public OfficePlan {
        points = List.copyOf(points);
    }

    /**
     * A point with its people.
     *
     * @param sessionDay none for the direct point
     * @param sessions the days on which it is open, in order
     */
    public record PointPlan(
            String code,
            String name,
            String address,
            @Nullable Integer sessionDay,
            List<LocalDate> sessions,
            List<GroupPlan> groups,
            List<HouseholdPlan> direct) {

        public PointPlan {
            sessions = List.copyOf(sessions);
            groups = List.copyOf(groups);
            direct = List.copyOf(direct);
        }

        /** All households of the point. */
        public List<HouseholdPlan> households() {
            return Stream.concat(groups.stream().flatMap(group -> group.members().stream()), direct.stream())
                    .toList();
        }
    }

    /** A group with its members; the first is its head, the second the deputy. */
    public record GroupPlan(
            String code,
            String name,
            String hamlet,
            String association,
            LocalDate formedOn,
            List<HouseholdPlan> members) {

        public GroupPlan {
            members = List.copyOf(members);
        }
    }

    /**
     * A household with its loans in the order of time.
     *
     * @param saving deposited with each sheet; nothing where no group is
     * @param absent session days on which nobody came
     */
    public record HouseholdPlan(
            String code,
            String hamlet,
            PersonPlan person,
            Dong saving,
            SortedSet<LocalDate> absent,
            List<LoanPlan> loans) {

        public HouseholdPlan {
            absent = Collections.unmodifiableSortedSet(new TreeSet<>(absent));
            loans = List.copyOf(loans);
        }
    }

    /**
     * A loan's life.
     *
     * @param terms one term in months, and the rest as specified
     * @param repayments principal by day
     * @param arrearsFrom from this day on no interest is paid; none when it always is
     */
    public record LoanPlan(
            String code,
            ProgrammeSpec spec,
            Dong amount,
            ProgrammeSpec.Terms terms,
            LocalDate paidOut,
            SortedMap<LocalDate, Dong> repayments,
            @Nullable LocalDate arrearsFrom) {

        public LoanPlan {
            repayments = Collections.unmodifiableSortedMap(new TreeMap<>(repayments));
        }

        /** Principal after all repayments of a day and before. */
        public Dong balanceOn(LocalDate day) {
            var balance = amount;
            for (var repayment : repayments.entrySet()) {
                if (!repayment.getKey().isAfter(day)) {
                    balance = balance.minus(repayment.getValue());
                }
            }
            return balance;
        }

        /** Whether something of it was still owed when the day began. */
        public boolean isOwedOn(LocalDate day) {
            return paidOut.isBefore(day) && balanceOn(day.minusDays(1)).isPositive();
        }
    }
}
