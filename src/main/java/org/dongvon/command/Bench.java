package org.dongvon.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.dongvon.command.bench.CloseBench;
import org.dongvon.command.bench.FiguresBench;
import org.dongvon.command.bench.SheetBenchRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench NAME}: measures, each time beside a baseline of the same run, and prints JSON with the ratio. */
@Command(name = "bench", sortOptions = false)
final class Bench implements Callable<Integer> {

    /** The benchmarks. */
    enum Name {
        sheet,
        close,
        figures
    }

    @Parameters(paramLabel = "NAME", descriptionKey = "bench-name")
    private Name name = Name.sheet;

    @Option(
            names = {"--groups"},
            paramLabel = "N",
            descriptionKey = "bench-groups")
    private int groups = 7000;

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

    private final Console console;

    Bench(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        var facts = switch (name) {
            case sheet -> new SheetBenchRun(groups, rounds, seconds).run(this::progress);
            case figures -> new FiguresBench(rounds).run(this::progress);
            case close -> new CloseBench(List.of(100_000, 1_000_000), rounds).run(this::progress);
        };
        console.err().flush();
        console.out()
                .println(JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(facts));
        console.out().flush();
        return 0;
    }

    private void progress(String line) {
        console.err().println(line);
        console.err().flush();
    }
}
