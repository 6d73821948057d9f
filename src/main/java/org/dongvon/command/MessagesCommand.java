package org.dongvon.command;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.dongvon.identity.Accounts;
import org.dongvon.notice.making.MakeMessages;
import org.dongvon.notice.making.MakeMessages.Made;
import org.dongvon.notice.sending.Providers;
import org.dongvon.notice.sending.SendMessages;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Messages to members; says how it is used when it is not told what to do with them. */
@Command(name = "messages", sortOptions = false)
final class MessagesCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command");
    }

    /** {@code messages run}: makes the messages of a day, of one office or of all. */
    @Command(name = "run", sortOptions = false)
    static final class Make implements Callable<Integer> {

        @Option(names = "--unit", paramLabel = "CODE")
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

        Make(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            var day = date == null ? null : Arguments.day("--date", date);
            try (var context = data.open()) {
                var actor = user.login().map(context.get(Accounts.class)::actor).orElse(Actor.SYSTEM);
                var made = new Made(0, 0);
                for (var office : offices(context, actor)) {
                    var of = day == null ? context.get(BusinessDays.class).today(office.id()) : day;
                    made = made.plus(context.get(MakeMessages.class).run(actor, UUID.randomUUID(), office, of));
                }
                tell(made);
            }
            return ExitCode.OK;
        }

        private List<Unit> offices(CommandContext context, Actor actor) {
            var units = context.get(Units.class);
            if (unit != null) {
                return List.of(units.office(unit));
            }
            LocalDate latest = context.get(BusinessDays.class).latest().orElse(LocalDate.EPOCH);
            return context.get(Transactions.class).read(actor, () -> units.inScope(latest)).stream()
                    .filter(each -> each.kind() == Unit.Kind.OFFICE)
                    .toList();
        }

        private void tell(Made made) {
            if (json.asked()) {
                console.out().println(Json.object(fields -> {
                    fields.writeNumberProperty("made", made.made());
                    fields.writeNumberProperty("stopped", made.stopped());
                }));
            } else {
                console.say("command.messages.MADE", made.made(), made.stopped());
            }
        }
    }

    /** {@code messages send}: sends what waits, by the provider of the data folder. */
    @Command(name = "send", sortOptions = false)
    static final class Send implements Callable<Integer> {

        private static final String MOST = "10000";

        @Option(names = "--most", paramLabel = "N", defaultValue = MOST)
        private int most;

        @Mixin
        private final UserOption user = new UserOption();

        @Mixin
        private final JsonOption json = new JsonOption();

        @Mixin
        private final DataOption data = new DataOption();

        private final Console console;

        Send(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (var context = data.open();
                    var provider = Providers.of(context.database().folder())) {
                var actor = user.login().map(context.get(Accounts.class)::actor).orElse(Actor.SYSTEM);
                var sent = context.get(SendMessages.class).run(actor, provider, most);
                if (json.asked()) {
                    console.out().println(Json.object(fields -> {
                        fields.writeStringProperty("provider", provider.name());
                        fields.writeNumberProperty("sent", sent.sent());
                        fields.writeNumberProperty("failed", sent.failed());
                        fields.writeNumberProperty("unsure", sent.unsure() + sent.leftBehind());
                        fields.writeNumberProperty("stopped", sent.withdrawn());
                        fields.writeNumberProperty("forgotten", sent.forgotten());
                    }));
                } else {
                    console.say(
                            "command.messages.SENT",
                            sent.sent(),
                            provider.name(),
                            sent.failed(),
                            sent.unsure() + sent.leftBehind(),
                            sent.withdrawn(),
                            sent.forgotten());
                }
            }
            return ExitCode.OK;
        }
    }
}
