package org.dongvon.command;

import org.dongvon.shared.Refusal;

/** Why a command itself cannot do its work. */
enum CommandRefusal implements Refusal {
    /** {0} port. */
    PORT_TAKEN;

    @Override
    public String module() {
        return "command";
    }
}
