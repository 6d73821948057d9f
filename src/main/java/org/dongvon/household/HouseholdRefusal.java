package org.dongvon.household;

import org.dongvon.shared.Refusal;

/** Why a household or a person was not registered. */
public enum HouseholdRefusal implements Refusal {
    IDENTITY_NUMBER_NOT_12_DIGITS;

    @Override
    public String module() {
        return "household";
    }

    @Override
    public Kind kind() {
        return Kind.INPUT;
    }
}
