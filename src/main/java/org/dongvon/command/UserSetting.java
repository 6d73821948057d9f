package org.dongvon.command;

import java.util.Map;
import java.util.concurrent.Callable;
import org.dongvon.identity.SignInSettings;
import org.dongvon.shared.Actor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints the rules of logging in that are in force, or sets one. */
@Command(name = "setting", sortOptions = false)
final class UserSetting implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", index = "0", arity = "0..1", descriptionKey = "setting-name")
    private @Nullable String name;

    @Parameters(paramLabel = "VALUE", index = "1", arity = "0..1", descriptionKey = "setting-value")
    private @Nullable String value;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOption data = new DataOption();

    private final Console console;

    UserSetting(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int number = value == null ? 0 : Arguments.number("VALUE", value, 0, Integer.MAX_VALUE);
        try (var context = data.open()) {
            var settings = context.get(SignInSettings.class);
            if (name != null && value != null) {
                settings.set(Actor.SYSTEM, name, number);
            }
            print(settings.inForce(name));
        }
        return ExitCode.OK;
    }

    private void print(Map<String, Integer> settings) {
        if (json.asked()) {
            console.out().println(Json.object(fields -> settings.forEach(fields::writeNumberProperty)));
        } else {
            settings.forEach((each, number) -> console.say("command.user.SETTING", each, Integer.toString(number)));
        }
    }
}
