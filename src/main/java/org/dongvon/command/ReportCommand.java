package org.dongvon.command;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dongvon.organisation.Units;
import org.dongvon.report.Listing;
import org.dongvon.report.ListingFile;
import org.dongvon.report.ListingRequest;
import org.dongvon.report.Listings;
import org.dongvon.report.Report;
import org.dongvon.report.ReportFormat;
import org.dongvon.report.ReportRequest;
import org.dongvon.report.Reports;
import org.dongvon.report.figures.FiguresCheckReport;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a registered report; {@code report list} names them. */
@Command(name = "report", sortOptions = false)
final class ReportCommand implements Callable<Integer> {

    private static final String LIST = "list";

    @Parameters(paramLabel = "NAME", index = "0", arity = "0..1", descriptionKey = "report-name")
    private @Nullable String name;

    @Option(names = "--unit", paramLabel = "CODE")
    private @Nullable String unit;

    @Option(names = "--as-of", paramLabel = "D")
    private @Nullable String asOf;

    @Option(names = "--base", paramLabel = "D")
    private @Nullable String base;

    @Option(names = "--format", paramLabel = "json|csv", defaultValue = "json")
    private @Nullable String format;

    @Option(names = "--bom", descriptionKey = "bom")
    private boolean mark;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOption data = new DataOption();

    @Spec
    private @Nullable CommandSpec spec;

    private final Console console;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        // Optional for the parser alone: a command below this one has no name of a report before it.
        if (name == null) {
            var command = requireNonNull(spec);
            throw new CommandLine.MissingParameterException(
                    command.commandLine(), command.positionalParameters().getFirst(), "NAME");
        }
        if (LIST.equals(name)) {
            list();
        } else if (FiguresCheckReport.NAME.equals(name)) {
            checkFigures();
        } else {
            print();
        }
        return ExitCode.OK;
    }

    private void list() {
        try (var context = data.open()) {
            var names = Stream.concat(
                    context.get(Reports.class).list().stream().map(Report::name),
                    context.get(Listings.class).list().stream().map(Listing::name));
            names(names.sorted().toList());
        }
    }

    private void names(List<String> names) {
        if (!json.asked()) {
            names.forEach(each -> console.say("command.report.line", each, title(each)));
            return;
        }
        console.out().println(Json.object(fields -> {
            fields.writeArrayPropertyStart("reports");
            for (var each : names) {
                fields.writeStartObject();
                fields.writeStringProperty("name", each);
                fields.writeStringProperty("title", title(each));
                fields.writeEndObject();
            }
            fields.writeEndArray();
        }));
    }

    private String title(String report) {
        return console.text("report." + report + ".title");
    }

    private void print() {
        var code = required("--unit", unit);
        var day = Arguments.day("--as-of", required("--as-of", asOf));
        var compared = Optional.ofNullable(base).map(typed -> Arguments.day("--base", typed));
        var written = json.asked() ? ReportFormat.JSON : ReportFormat.of(requireNonNull(format));
        try (var context = data.open()) {
            var listing = context.get(Listings.class).find(requireNonNull(name));
            if (listing.isPresent()) {
                print(listing.get(), ListingRequest.of(context.get(Units.class).byCode(code), day), written);
                return;
            }
            var report = context.get(Reports.class).get(requireNonNull(name));
            var place = context.get(Units.class).byCode(code);
            written.print(report.run(Actor.SYSTEM, new ReportRequest(place, day, compared)), console.out());
            console.out().flush();
        }
    }

    /** The one report that is about all places and days unless it is asked for less. */
    private void checkFigures() {
        var through = Optional.ofNullable(asOf).map(typed -> Arguments.day("--as-of", typed));
        var written = json.asked() ? ReportFormat.JSON : ReportFormat.of(requireNonNull(format));
        try (var context = data.open()) {
            var report = context.get(FiguresCheckReport.class);
            written.print(report.run(Actor.SYSTEM, Optional.ofNullable(unit), through), console.out());
            console.out().flush();
        }
    }

    private void print(Listing listing, ListingRequest request, ReportFormat written) {
        switch (written) {
            case JSON -> ListingFile.json(listing, Actor.SYSTEM, request, console.out());
            case CSV -> ListingFile.csv(listing, Actor.SYSTEM, request, mark, console.out());
        }
        if (console.out().checkError()) {
            throw new Refused(CommandRefusal.OUTPUT_LOST);
        }
    }

    private String required(String option, @Nullable String typed) {
        if (typed == null) {
            var command = requireNonNull(spec);
            throw new CommandLine.MissingParameterException(command.commandLine(), command.findOption(option), option);
        }
        return typed;
    }
}
