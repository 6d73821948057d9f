package org.dongvon.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Verification;
import org.dongvon.shared.Verification.Checked;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Checks the books against all rules that the modules offer, and prints what was checked, in counts. */
@Command(name = "verify", sortOptions = false)
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOption data = new DataOption();

    private final Console console;

    VerifyCommand(Console console) {
        this.console = console;
    }

    /** @throws Refused {@link CommandRefusal#BOOKS_BROKEN} with the first breach */
    @Override
    public Integer call() {
        List<Checked> checks;
        try (var context = data.open()) {
            checks = context.get(Verification.class).run(Actor.SYSTEM, this::tell);
        }
        if (json.asked()) {
            console.out().println(json(checks));
        }
        for (var check : checks) {
            if (!check.holds()) {
                throw new Refused(
                        CommandRefusal.BOOKS_BROKEN,
                        title(check),
                        check.breach().orElse(""),
                        check.broken());
            }
        }
        if (!json.asked()) {
            console.say("command.verify.holds", checks.size());
        }
        return ExitCode.OK;
    }

    private void tell(Checked check) {
        if (!json.asked()) {
            var key = check.holds() ? "command.verify.right" : "command.verify.wrong";
            console.say(
                    key,
                    title(check),
                    check.checked(),
                    check.broken(),
                    check.breach().orElse(""));
        }
    }

    private String title(Checked check) {
        return console.text("invariant." + check.name());
    }

    private static String json(List<Checked> checks) {
        return Json.object(fields -> {
            fields.writeBooleanProperty("holds", checks.stream().allMatch(Checked::holds));
            fields.writeArrayPropertyStart("checks");
            for (var check : checks) {
                fields.writeStartObject();
                fields.writeStringProperty("name", check.name());
                fields.writeNumberProperty("checked", check.checked());
                fields.writeNumberProperty("broken", check.broken());
                check.breach().ifPresent(first -> fields.writeStringProperty("first", first));
                fields.writeEndObject();
            }
            fields.writeEndArray();
        });
    }
}
