package org.dongvon.command;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import org.dongvon.identity.AccountRecovery;
import org.dongvon.shared.Actor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints a password for one log-in. */
@Command(name = "reset-password", sortOptions = false)
final class UserResetPassword implements Callable<Integer> {

    @Parameters(paramLabel = "LOGIN", index = "0", descriptionKey = "user-login")
    private @Nullable String login;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOption data = new DataOption();

    private final Console console;

    UserResetPassword(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var whose = requireNonNull(login);
        try (var context = data.open()) {
            var password = context.get(AccountRecovery.class).resetPassword(Actor.SYSTEM, whose);
            if (json.asked()) {
                console.out().println(Json.object(fields -> {
                    fields.writeStringProperty("login", whose);
                    fields.writeStringProperty("oneTimePassword", password);
                }));
            } else {
                console.say("command.user.RESET", whose, password);
            }
        }
        return ExitCode.OK;
    }
}
