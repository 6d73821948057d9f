package org.dongvon.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --as USER} of commands that write. */
final class UserOption {

    @Option(
            names = {"--as"},
            paramLabel = "USER",
            descriptionKey = "as")
    private @Nullable String login;

    /** The log-in name to act as; empty for the operator at the terminal. */
    Optional<String> login() {
        return Optional.ofNullable(login);
    }
}
