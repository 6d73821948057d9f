package org.dongvon.command;

import picocli.CommandLine.Option;

/** {@code --json} of commands that print facts. */
final class JsonOption {

    @Option(
            names = {"--json"},
            descriptionKey = "json")
    private boolean asked;

    boolean asked() {
        return asked;
    }
}
