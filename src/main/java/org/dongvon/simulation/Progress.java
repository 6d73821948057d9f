package org.dongvon.simulation;

import java.util.List;

/**
 * How far the demonstration is.
 *
 * @param step the key of a message that says what was done last
 * @param facts what the message speaks of
 * @param done steps done
 * @param total steps in all
 */
public record Progress(String step, List<Object> facts, int done, int total) {

    public Progress {
        facts = List.copyOf(facts);
    }
}
