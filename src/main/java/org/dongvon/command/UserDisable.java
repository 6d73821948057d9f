package org.dongvon.command;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import org.dongvon.identity.Administration;
import org.dongvon.shared.Actor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Closes an account: its person is out at once. */
@Command(name = "disable", sortOptions = false)
final class UserDisable implements Callable<Integer> {

    @Parameters(paramLabel = "LOGIN", index = "0", descriptionKey = "user-login")
    private @Nullable String login;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOption data = new DataOption();

    private final Console console;

    UserDisable(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var whose = requireNonNull(login);
        try (var context = data.open()) {
            context.get(Administration.class).close(Actor.SYSTEM, whose);
            if (json.asked()) {
                console.out().println(Json.object(fields -> {
                    fields.writeStringProperty("login", whose);
                    fields.writeBooleanProperty("active", false);
                }));
            } else {
                console.say("command.user.CLOSED", whose);
            }
        }
        return ExitCode.OK;
    }
}
