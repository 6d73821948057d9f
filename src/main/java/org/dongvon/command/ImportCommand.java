package org.dongvon.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.dongvon.household.classes.ClassFiles;
import org.dongvon.household.classes.ClassRefusal;
import org.dongvon.identity.Accounts;
import org.dongvon.report.figures.FigureRefusal;
import org.dongvon.report.figures.ImportFigures;
import org.dongvon.report.figures.ImportFigures.Counts;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.table.BadCell;
import org.dongvon.shared.table.TableFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/** {@code import KIND FILE}: loads a .csv or .xlsx, and names every cell that it cannot take. */
@Command(name = "import", sortOptions = false)
final class ImportCommand implements Callable<Integer> {

    /** What files hold. */
    enum Kind {
        figures,
        classification
    }

    @Parameters(paramLabel = "KIND", index = "0", descriptionKey = "import-kind")
    private @Nullable Kind kind;

    @Parameters(paramLabel = "FILE", index = "1", descriptionKey = "import-file")
    private @Nullable Path file;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--good-only")
    private boolean goodOnly;

    @Mixin
    private final UserOption user = new UserOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOption data = new DataOption();

    private final Console console;

    ImportCommand(Console console) {
        this.console = console;
    }

    /**
     * Ends with 1 when a cell cannot be taken, unless the good rows are asked for.
     *
     * @throws Refused {@link FigureRefusal#BAD_CELLS}, and what the file itself is refused for
     */
    @Override
    public Integer call() {
        var table = TableFile.at(requireNonNull(file));
        return switch (requireNonNull(kind)) {
            case figures -> importFigures(table);
            case classification -> importClassification(table);
        };
    }

    private int importFigures(TableFile table) {
        ImportFigures.requireTable(table);
        if (!goodOnly) {
            var wrong = ImportFigures.wrongByItself(table);
            if (wrong.isPresent()) {
                return refuse(wrong.get());
            }
        }
        try (var context = data.open()) {
            var actor = user.login().map(context.get(Accounts.class)::actor).orElse(Actor.SYSTEM);
            var figures = context.get(ImportFigures.class);
            if (dryRun) {
                return look(figures, actor, table);
            }
            try {
                var key = UUID.randomUUID();
                var counts = goodOnly ? figures.runGoodRows(actor, key, table) : figures.run(actor, key, table);
                tell(
                        counts.badCells() == 0
                                ? List.of()
                                : figures.preview(actor, table).bad(),
                        counts,
                        true);
                return ExitCode.OK;
            } catch (Refused refused) {
                if (refused.refusal() == FigureRefusal.BAD_CELLS) {
                    return look(figures, actor, table);
                }
                throw refused;
            }
        }
    }

    // A list of classes sets programmes and rates: the command only asks for it, another person approves.
    private int importClassification(TableFile table) {
        if (goodOnly) {
            throw new Refused(ClassRefusal.GOOD_ROWS_ARE_NO_LIST);
        }
        ClassFiles.requireTable(table);
        try (var context = data.open()) {
            var actor = user.login().map(context.get(Accounts.class)::actor).orElse(Actor.SYSTEM);
            var files = context.get(ClassFiles.class);
            var plan = files.preview(actor, table);
            if (dryRun || !plan.isRight()) {
                ListImport.tell(console, json.asked(), plan, null);
                plan.requireRight();
                return ExitCode.OK;
            }
            long request = files.ask(actor, files.keep(actor, table), "import classification " + table.name());
            ListImport.tell(console, json.asked(), plan, request);
            return ExitCode.OK;
        }
    }

    /** Tells what loading would do; refuses when it would refuse. */
    private int look(ImportFigures figures, Actor actor, TableFile table) {
        var preview = figures.preview(actor, table);
        if (!preview.bad().isEmpty() && !goodOnly) {
            return refuse(preview);
        }
        tell(preview.bad(), preview.counts(), false);
        return ExitCode.OK;
    }

    private int refuse(ImportFigures.Preview preview) {
        tell(preview.bad(), preview.counts(), false);
        var first = preview.bad().getFirst();
        throw new Refused(FigureRefusal.BAD_CELLS, preview.bad().size(), first.row(), first.column());
    }

    private void tell(List<BadCell> badCells, Counts counts, boolean saved) {
        if (json.asked()) {
            console.out().println(Json.object(fields -> write(fields, badCells, counts, saved)));
            console.out().flush();
            return;
        }
        BadCells.tell(console, badCells);
        var key = saved ? "command.import.saved" : "command.import.looked";
        console.say(key, counts.rows(), counts.added(), counts.replaced(), counts.present(), counts.badCells());
    }

    private static void write(JsonGenerator fields, List<BadCell> bad, Counts counts, boolean saved) {
        fields.writeBooleanProperty("saved", saved);
        fields.writeNumberProperty("rows", counts.rows());
        fields.writeNumberProperty("added", counts.added());
        fields.writeNumberProperty("replaced", counts.replaced());
        fields.writeNumberProperty("present", counts.present());
        BadCells.write(fields, bad);
    }
}
