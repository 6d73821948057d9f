package org.dongvon.command;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.dongvon.organisation.Units;
import org.dongvon.report.ReportFormat;
import org.dongvon.report.ReportRequest;
import org.dongvon.report.capital.LocalShareReport;
import org.dongvon.report.capital.ShareQuestion;
import org.dongvon.shared.Actor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report local-share}: the local share against the country and a target, and what more money would do. */
@Command(name = "local-share", sortOptions = false)
final class ReportLocalShare implements Callable<Integer> {

    @Option(names = "--unit", required = true, paramLabel = "CODE")
    private @Nullable String unit;

    @Option(names = "--as-of", required = true, paramLabel = "D")
    private @Nullable String asOf;

    @Option(names = "--target", paramLabel = "P", descriptionKey = "share-target")
    private @Nullable String target;

    @Option(names = "--year", paramLabel = "Y", descriptionKey = "share-year")
    private @Nullable String year;

    @Option(names = "--growth", paramLabel = "P", descriptionKey = "share-growth")
    private @Nullable String growth;

    @Option(names = "--add", paramLabel = "N", descriptionKey = "share-add")
    private @Nullable String add;

    @Option(names = "--from", paramLabel = "D", descriptionKey = "share-from")
    private @Nullable String from;

    @Option(names = "--format", paramLabel = "json|csv", defaultValue = "json")
    private @Nullable String format;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOption data = new DataOption();

    private final Console console;

    ReportLocalShare(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var day = Arguments.day("--as-of", requireNonNull(asOf));
        var written = json.asked() ? ReportFormat.JSON : ReportFormat.of(requireNonNull(format));
        var typed = new ShareQuestion.Typed(
                typed(target),
                typed(year),
                typed(growth),
                add == null ? "" : Long.toString(Arguments.dong("--add", add).amount()),
                from == null ? "" : Arguments.day("--from", from).toString());
        var question = typed.question(day);
        try (var context = data.open()) {
            var request =
                    new ReportRequest(context.get(Units.class).byCode(requireNonNull(unit)), day, Optional.empty());
            var report = context.get(LocalShareReport.class);
            written.print(report.run(Actor.SYSTEM, request, question), console.out());
            console.out().flush();
        }
        return ExitCode.OK;
    }

    private static String typed(@Nullable String option) {
        return requireNonNullElse(option, "").strip();
    }
}
