package org.dongvon.command.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a benchmark makes its own database, which it throws away at its end.
 *
 * @param below the folder to make it in; none for the system's own of passing files
 */
public record BenchFolder(@Nullable Path below) {

    /** A new, empty folder. */
    Path make() throws IOException {
        if (below == null) {
            return Files.createTempDirectory("dongvon-bench");
        }
        return Files.createTempDirectory(Files.createDirectories(below.toAbsolutePath()), "bench-");
    }
}
