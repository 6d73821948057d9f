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

/** Turns the second factor off for someone who has lost telephone and paper. */
@Command(name = "reset-second-factor", sortOptions = false)
final class UserResetSecondFactor implements Callable<Integer> {

    @Parameters(paramLabel = "LOGIN", index = "0", descriptionKey = "user-login")
    private @Nullable String login;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOption data = new DataOption();

    private final Console console;

    UserResetSecondFactor(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var whose = requireNonNull(login);
        try (var context = data.open()) {
            context.get(AccountRecovery.class).resetSecondFactor(Actor.SYSTEM, whose);
            if (json.asked()) {
                console.out().println(Json.object(fields -> {
                    fields.writeStringProperty("login", whose);
                    fields.writeBooleanProperty("secondFactor", false);
                }));
            } else {
                console.say("command.user.FACTOR_OFF", whose);
            }
        }
        return ExitCode.OK;
    }
}
