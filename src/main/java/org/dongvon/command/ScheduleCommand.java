package org.dongvon.command;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.Callable;
import org.dongvon.engine.calendar.SessionDay;
import org.dongvon.engine.money.Dong;
import org.dongvon.engine.schedule.Instalment;
import org.dongvon.engine.schedule.LoanSchedule;
import org.dongvon.engine.schedule.ScheduleTerms;
import org.dongvon.programme.Programme;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Formats;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The instalments of a loan: contract date, due date on the point's session, amount. */
@Command(name = "schedule", sortOptions = false)
final class ScheduleCommand implements Callable<Integer> {

    /** Fifty years: longer than any term of the field. */
    private static final int MONTHS_MAX = 600;

    private static final int LAST_SESSION_DAY = 31;

    @Option(names = "--programme", required = true, paramLabel = "CODE")
    private @Nullable String programme;

    @Option(names = "--amount", required = true, paramLabel = "N")
    private @Nullable String amount;

    @Option(names = "--months", required = true, paramLabel = "N")
    private @Nullable String months;

    @Option(names = "--interval", required = true, paramLabel = "N")
    private @Nullable String interval;

    @Option(names = "--disbursed", required = true, paramLabel = "D")
    private @Nullable String disbursed;

    @Option(names = "--session-day", required = true, paramLabel = "N")
    private @Nullable String sessionDay;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOption data = new DataOption();

    private final Console console;

    ScheduleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var principal = Arguments.dong("--amount", requireNonNull(amount));
        if (!principal.isPositive()) {
            throw new Refused(CommandRefusal.NOTHING_LENT, "--amount");
        }
        var term = Arguments.number("--months", requireNonNull(months), 1, MONTHS_MAX);
        var step = Arguments.number("--interval", requireNonNull(interval), 1, MONTHS_MAX);
        var day = Arguments.day("--disbursed", requireNonNull(disbursed));
        var session = Arguments.number("--session-day", requireNonNull(sessionDay), 1, LAST_SESSION_DAY);

        var book = ReferenceSource.of(data);
        var lender = book.on(requireNonNull(programme), day);
        // A term that ends before the first principal is due has its one instalment at its end.
        var free = Math.min(lender.terms().principalFreeMonths(), term - 1);
        var instalments = LoanSchedule.equalInstalments(new ScheduleTerms(
                principal,
                term,
                step,
                day,
                new SessionDay(session),
                book.parameters().dueRule(day),
                free));
        if (json.asked()) {
            console.out().println(json(lender, principal, instalments));
        } else {
            print(lender, principal, term, instalments);
        }
        return ExitCode.OK;
    }

    private static String json(Programme programme, Dong amount, List<Instalment> instalments) {
        return Json.object(json -> {
            json.writeStringProperty("programme", programme.code());
            json.writeNumberProperty("amount", amount.amount());
            json.writeArrayPropertyStart("instalments");
            for (var instalment : instalments) {
                json.writeStartObject();
                json.writeNumberProperty("seq", instalment.seq());
                json.writeStringProperty(
                        "contractDate", instalment.contractDate().toString());
                json.writeStringProperty("dueDate", instalment.dueDate().toString());
                json.writeNumberProperty("amount", instalment.amount().amount());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private void print(Programme lender, Dong principal, int term, List<Instalment> instalments) {
        var formats = Formats.in(console.language());
        console.say("command.schedule.programme", lender.code(), lender.name().in(console.language()), principal, term);
        var table = new TextTable(
                console.text("command.schedule.seq"),
                console.text("command.schedule.contractDate"),
                console.text("command.schedule.dueDate"),
                console.text("command.schedule.amount"));
        for (var instalment : instalments) {
            table.row(
                    formats.number(instalment.seq()),
                    formats.date(instalment.contractDate()),
                    formats.date(instalment.dueDate()),
                    formats.dong(instalment.amount()));
        }
        table.row("", "", "", formats.dong(principal));
        table.lines().forEach(console.out()::println);
        console.say("command.schedule.how");
        var longest = lender.terms().monthsMax();
        if (longest != null && term > longest) {
            console.say("command.schedule.tooLong", lender.code(), longest);
        }
    }
}
