package org.dongvon.simulation;

import org.dongvon.shared.Refusal;

/** Why demonstration data was not made. */
enum SimulationRefusal implements Refusal {
    FOLDER_HOLDS_OTHER_DATA(Kind.RULE),
    BEGUN_WITH_ANOTHER_PLAN(Kind.RULE);

    private final Kind kind;

    SimulationRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "simulation";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
