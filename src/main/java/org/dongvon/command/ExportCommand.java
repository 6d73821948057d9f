package org.dongvon.command;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.dongvon.ledger.seal.ExportBooks;
import org.dongvon.ledger.seal.PublishRoots;
import org.dongvon.ledger.seal.PublishRoots.Extent;
import org.dongvon.ledger.seal.Seal.Period;
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

/**
 * Writes what an outsider keeps: {@code export roots FILE}, the seals of closed days; {@code export books --unit CODE --from D
 * --to D FILE}, every line of them without personal data.
 */
@Command(name = "export", sortOptions = false)
final class ExportCommand implements Callable<Integer> {

    /** What is written. */
    enum What {
        roots,
        books
    }

    @Parameters(index = "0", paramLabel = "roots|books", descriptionKey = "export-what")
    private @Nullable What what;

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "export-file")
    private @Nullable Path file;

    @Option(names = "--unit", paramLabel = "CODE")
    private @Nullable String unit;

    @Option(names = "--from", paramLabel = "D")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "D")
    private @Nullable String to;

    @Option(names = "--days-only")
    private boolean daysOnly;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOption data = new DataOption();

    @Spec
    private @Nullable CommandSpec spec;

    private final Console console;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var target = requireNonNull(file);
        switch (requireNonNull(what)) {
            case roots -> roots(target);
            case books ->
                books(
                        target,
                        required("--unit", unit),
                        Arguments.day("--from", required("--from", from)),
                        Arguments.day("--to", required("--to", to)));
        }
        return ExitCode.OK;
    }

    private void roots(Path target) throws IOException {
        try (var context = data.open()) {
            int days = write(
                    target,
                    out -> context.get(PublishRoots.class)
                            .write(unit == null ? "" : unit, daysOnly ? Extent.DAYS : Extent.VOUCHERS, out));
            if (json.asked()) {
                console.out().println(Json.object(fields -> {
                    fields.writeNumberProperty("days", days);
                    fields.writeStringProperty("file", target.toString());
                }));
            } else {
                console.say("command.export.roots", days, target.toString());
            }
        }
    }

    private void books(Path target, String office, LocalDate first, LocalDate last) throws IOException {
        if (last.isBefore(first)) {
            throw new Refused(CommandRefusal.PERIOD_REVERSED, first, last);
        }
        try (var context = data.open()) {
            var exported =
                    write(target, out -> context.get(ExportBooks.class).write(new Period(office, first, last), out));
            if (json.asked()) {
                console.out().println(Json.object(fields -> {
                    fields.writeNumberProperty("days", exported.days());
                    fields.writeNumberProperty("leaves", exported.leaves());
                    fields.writeStringProperty("file", target.toString());
                }));
            } else {
                console.say("command.export.books", exported.days(), exported.leaves(), target.toString());
            }
        }
    }

    /** Writes a new file; what was begun and failed is taken away again. */
    private static <T> T write(Path target, java.util.function.Function<OutputStream, T> work) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(target, StandardOpenOption.CREATE_NEW))) {
            return work.apply(out);
        } catch (FileAlreadyExistsException e) {
            throw new Refused(CommandRefusal.FILE_EXISTS, target.toString());
        } catch (RuntimeException e) {
            Files.deleteIfExists(target);
            throw e;
        } catch (IOException e) {
            throw new Refused(CommandRefusal.FILE_NOT_WRITABLE, target.toString());
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
