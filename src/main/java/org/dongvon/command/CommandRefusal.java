package org.dongvon.command;

import org.dongvon.shared.Refusal;

/** Why a command itself cannot do its work. */
enum CommandRefusal implements Refusal {
    /** {0} port. */
    PORT_TAKEN(Kind.RULE),
    /** {0} the option, {1} what was typed. */
    NOT_WHOLE_DONG(Kind.INPUT),
    /** {0} the option, {1} what was typed. */
    NOT_ISO_DATE(Kind.INPUT),
    /** {0} the option, {1} what was typed, {2} the least, {3} the most. */
    NOT_IN_RANGE(Kind.INPUT),
    /** {0} the option. */
    NOTHING_LENT(Kind.INPUT),
    /** {0} the first day, {1} the day before it. */
    PERIOD_REVERSED(Kind.INPUT),
    /** {0} the rule, {1} the first breach, {2} how many. */
    BOOKS_BROKEN(Kind.RULE),
    /** {0} the breach with the seed and the events. */
    TORTURE_BROKE_BOOKS(Kind.RULE),
    OUTPUT_LOST(Kind.RULE),
    /** {0} the first breach as a sentence, {1} how many. */
    SEALS_BROKEN(Kind.RULE),
    /** {0} the file. */
    WARNINGS_UNREADABLE(Kind.RULE),
    /** {0} the library, {1} its version, {2} the warning, {3} how many in all. */
    LIBRARY_BEYOND(Kind.RULE),
    /** {0} the file. */
    FILE_EXISTS(Kind.RULE),
    /** {0} the file. */
    FILE_NOT_WRITABLE(Kind.RULE);

    private final Kind kind;

    CommandRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "command";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
