package org.dongvon.command;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.interest.RatePiece;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Formats;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The interest on a balance between two days, exact, with the pieces between rate changes. */
@Command(name = "interest", sortOptions = false)
final class InterestCommand implements Callable<Integer> {

    @Option(names = "--series", required = true, paramLabel = "CODE")
    private @Nullable String series;

    @Option(names = "--balance", required = true, paramLabel = "N")
    private @Nullable String balance;

    @Option(names = "--from", required = true, paramLabel = "D")
    private @Nullable String from;

    @Option(names = "--to", required = true, paramLabel = "D")
    private @Nullable String to;

    @Option(names = "--overdue")
    private boolean overdue;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOption data = new DataOption();

    private final Console console;

    InterestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var answer = answer(
                Arguments.dong("--balance", requireNonNull(balance)),
                Arguments.day("--from", requireNonNull(from)),
                Arguments.day("--to", requireNonNull(to)));
        if (json.asked()) {
            console.out().println(json(answer));
        } else {
            print(answer);
        }
        return ExitCode.OK;
    }

    private Answer answer(Dong amount, LocalDate first, LocalDate end) {
        if (end.isBefore(first)) {
            throw new Refused(CommandRefusal.PERIOD_REVERSED, first, end);
        }
        var code = requireNonNull(series);
        var rates = ReferenceSource.of(data).rates().seriesFrom(code, first);
        var part = overdue ? Part.OVERDUE : Part.IN_TERM;
        var numerator = InterestLine.ZERO
                .movePrincipal(amount.amount(), rates.index(part, first))
                .numeratorAt(rates.index(part, end));
        return new Answer(code, amount, first, end, part, numerator, rates.pieces(part, first, end));
    }

    private static String json(Answer answer) {
        return Json.object(json -> {
            json.writeStringProperty("series", answer.series());
            json.writeNumberProperty("balance", answer.balance().amount());
            json.writeStringProperty("from", answer.from().toString());
            json.writeStringProperty("to", answer.to().toString());
            json.writeBooleanProperty("overdue", answer.part() == Part.OVERDUE);
            json.writeNumberProperty("numerator", answer.numerator());
            json.writeNumberProperty("denominator", InterestLine.UNITS_PER_DONG);
            json.writeNumberProperty("dong", answer.dong().amount());
            json.writeArrayPropertyStart("pieces");
            for (var piece : answer.pieces()) {
                json.writeStartObject();
                json.writeStringProperty("from", piece.from().toString());
                json.writeStringProperty("to", piece.to().toString());
                json.writeNumberProperty("days", piece.days());
                json.writeStringProperty("rate", piece.rate().percent());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private void print(Answer answer) {
        var formats = Formats.in(console.language());
        console.say("command.interest.series", answer.series(), answer.part());
        console.say("command.interest.balance", answer.balance(), answer.from(), answer.to());
        var table = new TextTable(
                console.text("command.interest.from"),
                console.text("command.interest.to"),
                console.text("command.interest.days"),
                console.text("command.interest.rate"),
                console.text("command.interest.amount"));
        for (var piece : answer.pieces()) {
            table.row(
                    formats.date(piece.from()),
                    formats.date(piece.to()),
                    formats.number(piece.days()),
                    formats.rate(piece.rate()),
                    exact(answer.interestOf(piece)));
        }
        var days = answer.pieces().stream().mapToLong(RatePiece::days).sum();
        table.row("", "", formats.number(days), "", exact(answer.numerator()));
        table.lines().forEach(console.out()::println);
        console.say("command.interest.rounded", answer.dong());
        console.say("command.interest.how");
    }

    private String exact(BigInteger numerator) {
        return Formats.in(console.language()).quotient(numerator, BigInteger.valueOf(InterestLine.UNITS_PER_DONG), 2);
    }

    private record Answer(
            String series,
            Dong balance,
            LocalDate from,
            LocalDate to,
            Part part,
            BigInteger numerator,
            List<RatePiece> pieces) {

        Dong dong() {
            return InterestLine.toDong(numerator);
        }

        BigInteger interestOf(RatePiece piece) {
            return BigInteger.valueOf(balance.amount())
                    .multiply(BigInteger.valueOf(piece.days()))
                    .multiply(BigInteger.valueOf(piece.rate().units()));
        }
    }
}
