package org.dongvon.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
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
            var hostile = ImportFigures.hostile(table);
            if (hostile.isPresent()) {
                return refuse(hostile.get());
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
        name(badCells);
        var key = saved ? "command.import.saved" : "command.import.looked";
        console.say(key, counts.rows(), counts.added(), counts.replaced(), counts.present(), counts.badCells());
    }

    /** A line for each; there may be a million of them, so the line's words are looked up once. */
    private void name(List<BadCell> badCells) {
        var line = console.text("command.import.bad", "{0}", "{1}", "{2}") + System.lineSeparator();
        var formats = Formats.in(console.language());
        var sentences = new Sentences(console.language());
        for (var bad : badCells) {
            console.out()
                    .write(line.replace("{0}", formats.number(bad.row()))
                            .replace("{1}", bad.column())
                            .replace("{2}", sentences.of(bad)));
        }
        console.out().flush();
    }

    private static void write(JsonGenerator fields, List<BadCell> bad, Counts counts, boolean saved) {
        fields.writeBooleanProperty("saved", saved);
        fields.writeNumberProperty("rows", counts.rows());
        fields.writeNumberProperty("added", counts.added());
        fields.writeNumberProperty("replaced", counts.replaced());
        fields.writeNumberProperty("present", counts.present());
        fields.writeArrayPropertyStart("bad");
        var vietnamese = new Sentences(Language.VI);
        var english = new Sentences(Language.EN);
        for (var cell : bad) {
            fields.writeStartObject();
            fields.writeNumberProperty("row", cell.row());
            fields.writeStringProperty("column", cell.column());
            fields.writeStringProperty("code", cell.why().refusal().name());
            fields.writeStringProperty("vi", vietnamese.of(cell));
            fields.writeStringProperty("en", english.of(cell));
            fields.writeEndObject();
        }
        fields.writeEndArray();
    }

    static void write(JsonGenerator fields, BadCell cell) {
        fields.writeStartObject();
        fields.writeNumberProperty("row", cell.row());
        fields.writeStringProperty("column", cell.column());
        fields.writeStringProperty("code", cell.why().refusal().name());
        fields.writeStringProperty("vi", sentence(Language.VI, cell));
        fields.writeStringProperty("en", sentence(Language.EN, cell));
        fields.writeEndObject();
    }

    static String sentence(Language language, BadCell bad) {
        return Messages.ofFiles().sentence(language, bad.why());
    }

    /** Sentences in one language; what is wrong in the same way is put into words once. */
    private static final class Sentences {

        private static final int MOST = 10_000;

        private final Language language;
        private final Map<List<Object>, String> known = new HashMap<>();

        Sentences(Language language) {
            this.language = language;
        }

        String of(BadCell bad) {
            var key = List.of(bad.why().refusal(), bad.why().facts());
            if (known.size() >= MOST && !known.containsKey(key)) {
                return Messages.ofFiles().sentence(language, bad.why());
            }
            return known.computeIfAbsent(key, each -> Messages.ofFiles().sentence(language, bad.why()));
        }
    }
}
