package org.dongvon.command;

import picocli.CommandLine.Option;

/** {@code --port N} of commands that serve pages. */
final class PortOption {

    @Option(
            names = {"--port"},
            paramLabel = "N",
            descriptionKey = "port")
    private int number;

    /** The port named; 0 when none was. */
    int number() {
        return number;
    }
}
