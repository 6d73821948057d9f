package org.dongvon.household.classes;

import java.util.List;
import org.dongvon.household.HouseholdClass;
import org.dongvon.household.classes.ClassReader.Extent;
import org.dongvon.shared.Refused;
import org.dongvon.shared.table.BadCell;

/**
 * What loading a file would do.
 *
 * @param rows below the header
 * @param decision the code of the decision; empty when it is not known
 * @param points the points that the list holds for
 * @param bad every cell that cannot be taken, in the order of the file
 */
public record ListPlan(
        int rows, String decision, Extent extent, List<Long> points, List<Entry> entries, List<BadCell> bad) {

    public ListPlan {
        points = List.copyOf(points);
        entries = List.copyOf(entries);
        bad = List.copyOf(bad);
    }

    /** How many households of a class. */
    public long count(HouseholdClass wanted) {
        return entries.stream().filter(each -> each.householdClass() == wanted).count();
    }

    /** Whether the list names everybody of its points. */
    public boolean isComplete() {
        return extent == Extent.COMPLETE;
    }

    /** Whether a second person may be asked to approve it. */
    public boolean isRight() {
        return bad.isEmpty() && !entries.isEmpty();
    }

    /**
     * Lets only a list pass that may be approved.
     *
     * @throws Refused {@link ClassRefusal#BAD_CELLS}, {@link ClassRefusal#NO_ROWS}
     */
    public void requireRight() {
        if (!bad.isEmpty()) {
            var first = bad.getFirst();
            throw new Refused(ClassRefusal.BAD_CELLS, bad.size(), first.row(), first.column());
        }
        if (entries.isEmpty()) {
            throw new Refused(ClassRefusal.NO_ROWS);
        }
    }

    record Entry(long household, HouseholdClass householdClass) {}
}
