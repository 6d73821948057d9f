package org.dongvon.simulation.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A household while it is being planned; its loans in the order in which they follow each other. */
final class HouseholdDraft {

    final List<LoanDraft> loans = new ArrayList<>();
    OfficeSpec.@Nullable PersonName name;

    HouseholdDraft(LoanDraft first) {
        loans.add(first);
    }

    boolean isDirect() {
        return loans.getFirst().spec.traits().direct();
    }
}
