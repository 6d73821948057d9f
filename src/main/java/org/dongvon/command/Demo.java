package org.dongvon.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: the same pages on invented people. */
@Command(name = "demo", sortOptions = false)
final class Demo implements Callable<Integer> {

    /** Whether every page says that its people are invented. */
    private static final String FLAG = "dongvon.demo";

    @Mixin
    private final PortOption port = new PortOption();

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
        var free = WebServer.port(port.number());
        try (var things = new OpenThings()) {
            var database = data.openDatabase(things);
            if (dataOnly) {
                return 0;
            }
            return new WebServer(console, things).serve(database, free, Map.of(FLAG, "true"));
        }
    }
}
