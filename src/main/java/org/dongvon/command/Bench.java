package org.dongvon.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dongvon.command.bench.BenchFolder;
import org.dongvon.command.bench.CapitalBench;
import org.dongvon.command.bench.CloseBench;
import org.dongvon.command.bench.FiguresBench;
import org.dongvon.command.bench.MorningBench;
import org.dongvon.command.bench.RatesBench;
import org.dongvon.command.bench.ScopeBench;
import org.dongvon.command.bench.SheetBenchRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench NAME}: measures, each time beside a baseline of the same run, and prints JSON with the ratio. */
@Command(name = "bench", sortOptions = false)
final class Bench implements Callable<Integer> {

    /** The benchmarks. */
    enum Name {
        sheet,
        morning,
        close,
        scope,
        figures,
        rates,
        capital
    }

    private static final int GROUPS = 7000;

    @Parameters(paramLabel = "NAME", descriptionKey = "bench-name")
    private Name name = Name.sheet;

    @Option(
            names = {"--groups"},
            paramLabel = "N",
            descriptionKey = "bench-groups")
    private int groups = GROUPS;

    @Option(
            names = {"--rounds"},
            paramLabel = "N",
            descriptionKey = "bench-rounds")
    private int rounds = 3;

    @Option(
            names = {"--seconds"},
            paramLabel = "N",
            descriptionKey = "bench-seconds")
    private int seconds = 10;

    // What it prints is JSON in any case; with the option on one line, as other commands print it.
    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(
            names = {"--data"},
            paramLabel = "DIR",
            descriptionKey = "bench-data")
    private @Nullable Path folder;

    private final Console console;

    Bench(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        var below = new BenchFolder(folder);
        var facts = switch (name) {
            case sheet -> new SheetBenchRun(groups, rounds, seconds).run(below, this::progress);
            case morning ->
                new MorningBench(groups == GROUPS ? MorningBench.NATIONAL : groups, seconds).run(below, this::progress);
            case close -> new CloseBench(List.of(100_000, 1_000_000), rounds).run(below, this::progress);
            case scope ->
                new ScopeBench(groups == GROUPS ? 1_000_000 : groups * 40, 10 * rounds).run(below, this::progress);
            case rates -> new RatesBench(groups * 40).run(below, this::progress);
            case capital -> new CapitalBench(groups * 40, rounds).run(below, this::progress);
            case figures -> new FiguresBench(rounds).run(below, this::progress);
        };
        console.err().flush();
        var mapper = JsonMapper.builder().build();
        var writer = json.asked() ? mapper.writer() : mapper.writerWithDefaultPrettyPrinter();
        console.out().println(writer.writeValueAsString(facts));
        console.out().flush();
        return 0;
    }

    private void progress(String line) {
        console.err().println(line);
        console.err().flush();
    }
}
