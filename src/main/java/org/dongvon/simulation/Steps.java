package org.dongvon.simulation;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Counts steps for whoever waits, and ends the work between two of them when asked to. */
final class Steps {

    private final int total;
    private final Consumer<Progress> told;
    private final BooleanSupplier stopped;
    private int done;
    private volatile boolean failed;

    Steps(int total, Consumer<Progress> told, BooleanSupplier stopped) {
        this.total = total;
        this.told = told;
        this.stopped = stopped;
    }

    /**
     * Before each step.
     *
     * @throws Stopped when whoever waits has asked to stop
     */
    void begin() {
        if (failed || stopped.getAsBoolean()) {
            throw new Stopped();
        }
    }

    /** Ends the work of the other offices too. */
    void fail() {
        failed = true;
    }

    /** After each step. */
    synchronized void tell(String step, Object... facts) {
        done++;
        told.accept(new Progress(step, List.of(facts), done, total));
    }

    /** The work was ended as asked; it goes on from here next time. */
    static final class Stopped extends RuntimeException {
        Stopped() {
            super(null, null, false, false);
        }
    }
}
