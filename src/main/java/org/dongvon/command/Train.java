package org.dongvon.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dongvon.shared.text.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code train DIR}, which the build calls: goes through what every start goes through, so that Java can keep it loaded
 * and linked in a file beside the program. Starts take half the time with it.
 */
@Command(name = "train", hidden = true)
final class Train implements Callable<Integer> {

    private static final List<String> PAGES = List.of("", "?lang=en", "login", "login?lang=en");

    @Parameters(paramLabel = "DIR")
    private @Nullable Path folder;

    @Override
    public Integer call() throws InterruptedException {
        var silent = new PrintWriter(Writer.nullWriter());
        for (var language : List.of("vi", "en")) {
            Main.run(silent, silent, Map.of(), "--help", "--lang", language);
            Main.run(silent, silent, Map.of(), "no-such-command", "--lang", language);
        }
        var console = new Console(silent, silent, Language.VI);
        try (var things = new OpenThings()) {
            var database = new DataOption(folder).openDatabase(things);
            new CommandContext(things, database);
            var address = new WebServer(console, things).start(database, 0);
            for (var page : PAGES) {
                read(address.resolve(page));
            }
        }
        return 0;
    }

    private static void read(URI page) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
