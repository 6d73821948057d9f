package org.dongvon.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: the pages on an own data folder. */
@Command(name = "serve", sortOptions = false)
final class Serve implements Callable<Integer> {

    @Mixin
    private final PortOption port = new PortOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOption data = new DataOption();

    private final Console console;

    Serve(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var free = WebServer.port(port.number());
        try (var things = new OpenThings()) {
            return new WebServer(console, things).serve(data.openDatabase(things), free, json.asked());
        }
    }
}
