package org.dongvon.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dongvon.ledger.seal.ExportFile;
import org.dongvon.ledger.seal.RootsFile;
import org.dongvon.ledger.seal.SealCheck;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Verification;
import org.dongvon.shared.Verification.Checked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Checks the books against all rules that the modules offer, and prints what was checked, in counts; with a roots file,
 * against what was published too. With a roots file and an export it needs neither a database nor a data folder.
 */
@Command(name = "verify", sortOptions = false)
final class VerifyCommand implements Callable<Integer> {

    @Option(names = "--roots", paramLabel = "FILE")
    private @Nullable Path roots;

    @Option(names = "--export", paramLabel = "FILE")
    private @Nullable Path export;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOption data = new DataOption();

    @Spec
    private @Nullable CommandSpec spec;

    private final Console console;

    VerifyCommand(Console console) {
        this.console = console;
    }

    /**
     * Verifies.
     *
     * @throws Refused {@link CommandRefusal#SEALS_BROKEN} with the first breach, {@link CommandRefusal#BOOKS_BROKEN}
     */
    @Override
    public Integer call() {
        var published = roots == null ? null : RootsFile.read(roots);
        if (export != null) {
            if (published == null) {
                var command = java.util.Objects.requireNonNull(spec);
                throw new CommandLine.MissingParameterException(
                        command.commandLine(), command.findOption("--roots"), "--roots");
            }
            verifyExport(published, export);
        } else {
            verifyBooks(published);
        }
        return ExitCode.OK;
    }

    private void verifyExport(RootsFile published, Path file) {
        var proof = ExportFile.check(published, file);
        var report = new SealReport(console, published, proof.findings());
        if (json.asked()) {
            console.out().println(Json.object(report::write));
        } else {
            console.say(
                    "command.verify.export",
                    proof.period().office(),
                    proof.period().from(),
                    proof.period().to());
            report.say();
        }
        report.requireWhole();
    }

    private void verifyBooks(@Nullable RootsFile published) {
        List<Checked> checks;
        SealReport report = null;
        try (var context = data.open()) {
            checks = context.get(Verification.class).run(Actor.SYSTEM, this::tell);
            if (published != null) {
                report = new SealReport(
                        console, published, context.get(SealCheck.class).against(published));
            }
        }
        if (json.asked()) {
            console.out().println(json(checks, report));
        } else if (report != null) {
            report.say();
        }
        if (report != null) {
            report.requireWhole();
        }
        requireAllHold(checks);
    }

    private void requireAllHold(List<Checked> checks) {
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

    private static String json(List<Checked> checks, @Nullable SealReport report) {
        return Json.object(fields -> {
            fields.writeBooleanProperty(
                    "holds", checks.stream().allMatch(Checked::holds) && (report == null || report.isWhole()));
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
            if (report != null) {
                fields.writeObjectPropertyStart("seals");
                report.write(fields);
                fields.writeEndObject();
            }
        });
    }
}
