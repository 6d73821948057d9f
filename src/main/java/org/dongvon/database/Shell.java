package org.dongvon.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a program and waits for it. */
final class Shell {

    private Shell() {}

    /** What a program left: its exit code and all it wrote. */
    record Result(int code, String output) {

        boolean ok() {
            return code == 0;
        }
    }

    /**
     * Runs a program with its output in a file of that folder: a pipe would stay open in the server that it starts, and
     * its reader would wait for ever.
     */
    static Result run(Path folder, List<String> command) {
        try {
            var output = Files.createTempFile(folder, "run-", ".out");
            try {
                var builder = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()))
                        .directory(Path.of("/").toFile());
                builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
                builder.environment().put("LC_ALL", "C");
                var code = builder.start().waitFor();
                return new Result(code, Files.readString(output));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command, e);
        }
    }

    /** Whether a program exists and says yes. */
    static boolean says(Path folder, List<String> command) {
        try {
            return run(folder, command).ok();
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
