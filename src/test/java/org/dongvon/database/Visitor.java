package org.dongvon.database;

import java.io.IOException;
import java.nio.file.Path;
import org.dongvon.support.TestServer;

/**
 * A process that uses a server: says the port, waits for a line, and then leaves, or, when told {@code die}, ends as if
 * killed.
 */
final class Visitor {

    private Visitor() {}

    public static void main(String[] arguments) throws IOException {
        var postgres = EmbeddedPostgres.open(TestServer.folder(Path.of(arguments[0])));
        System.out.println(postgres.url(""));
        if (new java.io.BufferedReader(
                        new java.io.InputStreamReader(System.in, java.nio.charset.StandardCharsets.UTF_8))
                .readLine()
                .equals("die")) {
            Runtime.getRuntime().halt(9);
        }
        postgres.close();
    }
}
