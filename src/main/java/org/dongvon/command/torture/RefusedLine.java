package org.dongvon.command.torture;

/** A line that was refused by name while its sheet was answered. */
final class RefusedLine extends RuntimeException {

    RefusedLine(String name) {
        super(name, null, false, false);
    }
}
