package org.dongvon.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a command line answered.
 *
 * @param exit 0 done, 1 refused, 2 wrong usage
 * @param out facts
 * @param err complaints
 */
record Terminal(int exit, String out, String err) {

    /** Runs a command line in English. */
    static Terminal run(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = Main.run(new PrintWriter(out), new PrintWriter(err), Map.of("LANG", "en_US.UTF-8"), words);
        return new Terminal(exit, out.toString(), err.toString());
    }

    /** The same, its first words between spaces. */
    static Terminal with(String line, String... more) {
        return run(Stream.concat(Arrays.stream(line.split(" ")), Arrays.stream(more))
                .toArray(String[]::new));
    }
}
