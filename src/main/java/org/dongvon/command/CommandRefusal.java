package org.dongvon.command;

import org.dongvon.shared.Refusal;

/** What is wrong with a command line, in the order in which it is looked at. */
enum CommandRefusal implements Refusal {
    /** {0} the command line's beginning. */
    NO_COMMAND,
    /** {0} what is unknown, {1} the command. */
    UNKNOWN_ARGUMENT,
    /** {0} the options, {1} the command. */
    MISSING_OPTION,
    /** {0} the option, {1} the command. */
    OPTION_TWICE,
    /** {0} the option, {1} what was typed. */
    NOT_WHOLE_DONG,
    /** {0} the option, {1} what was typed. */
    NOT_ISO_DATE,
    /** {0} the option, {1} what was typed, {2} the least, {3} the most. */
    NOT_IN_RANGE,
    /** {0} the option. */
    NOTHING_LENT,
    /** {0} the first day, {1} the day before it. */
    PERIOD_REVERSED;

    @Override
    public String module() {
        return "command";
    }

    @Override
    public Kind kind() {
        return Kind.INPUT;
    }
}
