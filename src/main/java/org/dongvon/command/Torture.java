package org.dongvon.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dongvon.command.bench.BenchFolder;
import org.dongvon.command.torture.LendingTorture;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code torture NAME}: random events against the rules of the books, in a database of its own; replayed by its seed. */
@Command(name = "torture", sortOptions = false)
final class Torture implements Callable<Integer> {

    /** What is tortured. */
    enum Name {
        lending
    }

    @Parameters(paramLabel = "NAME", descriptionKey = "torture-name")
    private Name name = Name.lending;

    @Option(names = "--events", paramLabel = "N", descriptionKey = "torture-events")
    private int events = 10_000;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "torture-seed")
    private long seed = 20_261_128;

    @Option(names = "--check-every", paramLabel = "N", descriptionKey = "torture-check")
    private int checkEvery = 200;

    @Option(names = "--shrinks", paramLabel = "N", descriptionKey = "torture-shrinks")
    private int shrinks = 16;

    // What it prints is JSON in any case; with the option on one line, as other commands print it.
    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "bench-data")
    private @Nullable Path folder;

    private final Console console;

    Torture(Console console) {
        this.console = console;
    }

    /**
     * Tortures.
     *
     * @throws Refused {@link CommandRefusal#TORTURE_BROKE_BOOKS} with the fewest events that do
     */
    @Override
    public Integer call() throws Exception {
        var torture = switch (name) {
            case lending ->
                new LendingTorture(
                        new BenchFolder(folder),
                        seed,
                        new LendingTorture.Pace(Math.max(1, checkEvery), shrinks),
                        this::progress);
        };
        try {
            var facts = torture.run(events);
            var mapper = JsonMapper.builder().build();
            var writer = json.asked() ? mapper.writer() : mapper.writerWithDefaultPrettyPrinter();
            console.out().println(writer.writeValueAsString(facts));
            console.out().flush();
            return ExitCode.OK;
        } catch (LendingTorture.Broken broken) {
            throw new Refused(CommandRefusal.TORTURE_BROKE_BOOKS, String.valueOf(broken.getMessage()));
        }
    }

    private void progress(String line) {
        console.err().println(line);
        console.err().flush();
    }
}
