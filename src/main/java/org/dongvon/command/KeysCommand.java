package org.dongvon.command;

import java.util.concurrent.Callable;
import org.dongvon.household.RotateIdentityKeys;
import org.dongvon.household.RotateIdentityKeys.Progress;
import org.dongvon.identity.ResealSecondFactors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The keys of personal data; says how it is used when it is not told what to do with them. */
@Command(name = "keys", sortOptions = false)
final class KeysCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command");
    }

    /** {@code keys rotate}: a new key, and all identity numbers and secrets of second factors under it. */
    @Command(name = "rotate", sortOptions = false)
    static final class Rotate implements Callable<Integer> {

        @Mixin
        private final JsonOption json = new JsonOption();

        @Mixin
        private final DataOption data = new DataOption();

        private final Console console;

        Rotate(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (var things = new OpenThings()) {
                var database = data.openDatabase(things);
                var factors = new ResealSecondFactors(database.owner(), database.installationKey(), database.keyRing());
                var rotated =
                        new RotateIdentityKeys(database.owner(), database.keyRing()).run(this::tell, factors::run);
                if (json.asked()) {
                    console.out().println(Json.object(fields -> {
                        fields.writeNumberProperty("key", rotated.key());
                        fields.writeNumberProperty("numbers", rotated.numbers());
                    }));
                } else {
                    console.say("command.keys.ROTATED", rotated.numbers(), rotated.key());
                }
            }
            return ExitCode.OK;
        }

        private void tell(Progress progress) {
            console.tell("command.keys.PROGRESS", progress.done(), progress.total());
        }
    }
}
