package org.dongvon.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.dongvon.command.bench.BenchFolder;
import org.dongvon.command.torture.DaysTorture;
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
        lending,
        days
    }

    @Parameters(paramLabel = "NAME", descriptionKey = "torture-name")
    private Name name = Name.lending;

    @Option(names = "--events", paramLabel = "N", descriptionKey = "torture-events")
    private int events = 10_000;

    @Option(names = "--days", paramLabel = "N", descriptionKey = "torture-days")
    private int days = 10_000;

    @Option(names = "--only", paramLabel = "NUMBERS", descriptionKey = "torture-only")
    private @Nullable String only;

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
        try {
            var facts = switch (name) {
                case lending ->
                    new LendingTorture(
                                    new BenchFolder(folder),
                                    seed,
                                    new LendingTorture.Pace(Math.max(1, checkEvery), shrinks),
                                    this::progress)
                            .run(events);
                case days -> {
                    var torture = new DaysTorture(new BenchFolder(folder), shrinks, this::progress);
                    yield only == null ? torture.run(seed, days) : torture.only(seed, numbers(only));
                }
            };
            var mapper = JsonMapper.builder().build();
            var writer = json.asked() ? mapper.writer() : mapper.writerWithDefaultPrettyPrinter();
            console.out().println(writer.writeValueAsString(facts));
            console.out().flush();
            return ExitCode.OK;
        } catch (LendingTorture.Broken broken) {
            throw new Refused(CommandRefusal.TORTURE_BROKE_BOOKS, String.valueOf(broken.getMessage()));
        }
    }

    /** As a failure tells them: 0–41 44 46–59. */
    private static List<Integer> numbers(String ranges) {
        return Arrays.stream(ranges.strip().split("[ ,]+", -1))
                .flatMapToInt(range -> {
                    var ends = range.split("[–-]", -1);
                    return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
                })
                .boxed()
                .toList();
    }

    private void progress(String line) {
        console.err().println(line);
        console.err().flush();
    }
}
