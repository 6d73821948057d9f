package org.dongvon.command;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import org.dongvon.report.why.Changed;
import org.dongvon.report.why.Changed.Of;
import org.dongvon.report.why.WhyChanged;
import org.dongvon.shared.Actor;
import org.dongvon.shared.text.Formats;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/** {@code report why}: how the balance of a loan, a group or a point changed between two days. */
@Command(name = "why", sortOptions = false)
final class ReportWhy implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    private @Nullable Whose whose;

    @Option(names = "--from", required = true, paramLabel = "D", descriptionKey = "why-from")
    private @Nullable String from;

    @Option(names = "--to", required = true, paramLabel = "D", descriptionKey = "why-to")
    private @Nullable String to;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOption data = new DataOption();

    private final Console console;

    ReportWhy(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var period = new Changed.Period(
                Arguments.day("--from", requireNonNull(from)), Arguments.day("--to", requireNonNull(to)));
        var asked = requireNonNull(whose);
        try (var context = data.open()) {
            var changed = context.get(WhyChanged.class).of(Actor.SYSTEM, asked.of(), asked.code(), period);
            if (json.asked()) {
                console.out().println(Json.object(fields -> write(fields, asked.of(), changed)));
            } else {
                tell(changed);
            }
        }
        return ExitCode.OK;
    }

    private void tell(Changed changed) {
        var formats = Formats.in(console.language());
        console.say(
                "command.why.opening",
                formats.dong(changed.opening().outstanding()),
                formats.dong(changed.opening().overdue()));
        for (var each : changed.moves()) {
            console.say(
                    "command.why.moves",
                    console.text("loan.line." + each.kind()),
                    each.lines(),
                    formats.dong(each.change().outstanding()),
                    formats.dong(each.change().overdue()),
                    formats.dong(each.interest()));
        }
        console.say(
                "command.why.closing",
                formats.dong(changed.closing().outstanding()),
                formats.dong(changed.closing().overdue()));
    }

    private static void write(JsonGenerator fields, Of of, Changed changed) {
        fields.writeStringProperty("of", of.name());
        fields.writeStringProperty("code", changed.code());
        fields.writeStringProperty("from", changed.period().from().toString());
        fields.writeStringProperty("to", changed.period().to().toString());
        balance(fields, "opening", changed.opening());
        fields.writeArrayPropertyStart("movements");
        for (var each : changed.moves()) {
            fields.writeStartObject();
            fields.writeStringProperty("kind", each.kind());
            fields.writeNumberProperty("lines", each.lines());
            fields.writeNumberProperty(
                    "outstanding", each.change().outstanding().amount());
            fields.writeNumberProperty("overdue", each.change().overdue().amount());
            fields.writeNumberProperty("interest", each.interest().amount());
            fields.writeEndObject();
        }
        fields.writeEndArray();
        balance(fields, "closing", changed.closing());
    }

    private static void balance(JsonGenerator fields, String name, Changed.Balance balance) {
        fields.writeObjectPropertyStart(name);
        fields.writeNumberProperty("outstanding", balance.outstanding().amount());
        fields.writeNumberProperty("overdue", balance.overdue().amount());
        fields.writeEndObject();
    }

    /** One of the three. */
    private static final class Whose {

        @Option(names = "--loan", paramLabel = "CODE", descriptionKey = "why-loan")
        private @Nullable String loan;

        @Option(names = "--group", paramLabel = "CODE", descriptionKey = "why-group")
        private @Nullable String group;

        @Option(names = "--point", paramLabel = "CODE", descriptionKey = "why-point")
        private @Nullable String point;

        Of of() {
            if (loan != null) {
                return Of.LOAN;
            }
            return group != null ? Of.GROUP : Of.POINT;
        }

        String code() {
            if (loan != null) {
                return loan;
            }
            return group != null ? group : requireNonNull(point);
        }
    }
}
