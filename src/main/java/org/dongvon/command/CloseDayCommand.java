package org.dongvon.command;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dongvon.closing.CloseDay;
import org.dongvon.closing.ClosedStep;
import org.dongvon.identity.Accounts;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.text.Formats;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Closes the open day of an office, and all days up to one; a line for each step as it ends. */
@Command(name = "close-day", sortOptions = false)
final class CloseDayCommand implements Callable<Integer> {

    @Option(names = "--unit", required = true, paramLabel = "CODE")
    private @Nullable String unit;

    @Option(names = "--date", paramLabel = "D")
    private @Nullable String date;

    @Mixin
    private final UserOption user = new UserOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOption data = new DataOption();

    private final Console console;

    CloseDayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var last = date == null ? null : Arguments.day("--date", date);
        try (var context = data.open()) {
            var office = context.get(Units.class).byCode(requireNonNull(unit));
            var actor = user.login().map(context.get(Accounts.class)::actor).orElse(Actor.SYSTEM);
            var closing = context.get(CloseDay.class);
            var first = closing.openDay(actor, office);
            var steps = new ArrayList<ClosedStep>();
            var open = closing.through(actor, office, last == null ? first : last, step -> {
                steps.add(step);
                tell(step);
            });
            finish(office, first, open, steps);
        }
        return ExitCode.OK;
    }

    private void tell(ClosedStep step) {
        if (!json.asked()) {
            var formats = Formats.in(console.language());
            console.say(
                    "command.close-day.step",
                    step.day(),
                    console.text("closing.step." + step.step()),
                    step.touched(),
                    formats.decimal(java.math.BigInteger.valueOf(step.took().toMillis()), 3));
        }
    }

    private void finish(Unit office, LocalDate first, LocalDate open, List<ClosedStep> steps) {
        if (!json.asked()) {
            console.say("command.close-day.done", office.name(), first, open.minusDays(1), open);
            return;
        }
        console.out().println(Json.object(fields -> {
            fields.writeStringProperty("unit", office.code());
            fields.writeStringProperty("from", first.toString());
            fields.writeStringProperty("through", open.minusDays(1).toString());
            fields.writeStringProperty("openDay", open.toString());
            fields.writeArrayPropertyStart("steps");
            for (var step : steps) {
                fields.writeStartObject();
                fields.writeStringProperty("day", step.day().toString());
                fields.writeStringProperty("step", step.step());
                fields.writeNumberProperty("touched", step.touched());
                fields.writeNumberProperty("seconds", seconds(step.took()));
                fields.writeEndObject();
            }
            fields.writeEndArray();
        }));
    }

    private static BigDecimal seconds(Duration took) {
        return BigDecimal.valueOf(took.toMillis(), 3);
    }
}
