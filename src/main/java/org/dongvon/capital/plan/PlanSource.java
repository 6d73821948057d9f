package org.dongvon.capital.plan;

import java.util.Arrays;
import java.util.Optional;

/** Whose money a line of the plan is of: the centre's, with all that no local budget entrusted, or a budget's. */
public enum PlanSource {
    CENTRAL,
    PROVINCE,
    DISTRICT,
    COMMUNE;

    static Optional<PlanSource> find(String code) {
        return Arrays.stream(values()).filter(each -> each.name().equals(code)).findFirst();
    }
}
