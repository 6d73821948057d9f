package org.dongvon.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: the same pages on invented people. */
@Command(name = "demo", sortOptions = false)
final class Demo implements Callable<Integer> {

    @Mixin
    private final PortOption port = new PortOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = {"--no-serve"},
            descriptionKey = "no-serve")
    private boolean dataOnly;

    private final Console console;

    Demo(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var free = dataOnly ? 0 : WebServer.port(port.number());
        try (var things = new OpenThings()) {
            var database = data.openDatabase(things);
            if (!Filling.run(console, things, database)) {
                return ExitCode.SOFTWARE;
            }
            return dataOnly ? ExitCode.OK : new WebServer(console, things).serve(database, free, json.asked());
        }
    }
}
