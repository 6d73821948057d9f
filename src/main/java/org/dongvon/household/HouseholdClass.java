package org.dongvon.household;

/** What a commune's decision says a household is; it sets programme and rate. */
public enum HouseholdClass {
    /** Hộ nghèo. */
    POOR,
    /** Hộ cận nghèo. */
    NEAR_POOR,
    /** Hộ mới thoát nghèo. */
    NEWLY_ESCAPED,
    /** Hộ có mức sống trung bình. */
    AVERAGE
}
