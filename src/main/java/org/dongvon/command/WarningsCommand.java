package org.dongvon.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.dongvon.command.LibraryWarnings.Warning;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Formats;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares the libraries that the program runs with against a list of warnings that the operator fetched. */
@Command(name = "warnings", sortOptions = false)
final class WarningsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", descriptionKey = "warnings-file")
    private @Nullable Path file;

    @Option(names = "--as-of", required = true, paramLabel = "D")
    private @Nullable String asOf;

    @Mixin
    private final JsonOption json = new JsonOption();

    /** Every command takes a folder; this one needs none. */
    @Mixin
    @SuppressWarnings("UnusedVariable")
    private final DataOption data = new DataOption();

    private final Console console;

    WarningsCommand(Console console) {
        this.console = console;
    }

    /**
     * Compares.
     *
     * @throws Refused {@link CommandRefusal#WARNINGS_UNREADABLE}, {@link CommandRefusal#LIBRARY_BEYOND} with the most urgent
     */
    @Override
    public Integer call() {
        var day = Arguments.day("--as-of", requireNonNull(asOf));
        var list = requireNonNull(file);
        List<Warning> found;
        int libraries;
        try {
            var warnings = new LibraryWarnings();
            libraries = warnings.libraries();
            found = warnings.in(list);
        } catch (IOException | RuntimeException e) {
            throw new Refused(CommandRefusal.WARNINGS_UNREADABLE, list);
        }
        if (json.asked()) {
            console.out().println(json(libraries, found, day));
        } else {
            print(libraries, found, day);
        }
        var beyond = found.stream().filter(each -> each.isBeyond(day)).toList();
        if (!beyond.isEmpty()) {
            var first = beyond.getFirst();
            throw new Refused(
                    CommandRefusal.LIBRARY_BEYOND, first.library(), first.version(), first.id(), beyond.size());
        }
        return ExitCode.OK;
    }

    private void print(int libraries, List<Warning> found, LocalDate day) {
        if (!found.isEmpty()) {
            var formats = Formats.in(console.language());
            var table = new TextTable(
                    console.text("command.warnings.library"),
                    console.text("command.warnings.warning"),
                    console.text("command.warnings.severity"),
                    console.text("command.warnings.mendBy"));
            for (var each : found) {
                var until = each.mendBy() == null
                        ? console.text("command.warnings.nextRelease")
                        : formats.date(each.mendBy());
                table.row(
                        each.library() + " " + each.version(),
                        each.id(),
                        each.severity(),
                        each.isBeyond(day) ? until + " ✕" : until);
            }
            table.lines().forEach(console.out()::println);
        }
        console.say("command.warnings.compared", libraries, found.size());
    }

    private static String json(int libraries, List<Warning> found, LocalDate day) {
        return Json.object(json -> {
            json.writeStringProperty("asOf", day.toString());
            json.writeNumberProperty("libraries", libraries);
            json.writeArrayPropertyStart("warnings");
            for (var each : found) {
                json.writeStartObject();
                json.writeStringProperty("library", each.library());
                json.writeStringProperty("version", each.version());
                json.writeStringProperty("id", each.id());
                json.writeStringProperty("severity", each.severity());
                if (each.mendBy() != null) {
                    json.writeStringProperty("mendBy", each.mendBy().toString());
                }
                json.writeBooleanProperty("beyond", each.isBeyond(day));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
