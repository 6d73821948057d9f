package org.dongvon.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.dongvon.support.TestServer;

/** Data folders to break: the first is made, the others are copies of it while its server is stopped. */
final class Scratch {

    private Scratch() {}

    /** A folder with a stopped server, roles and an empty database. */
    static DataFolder folder(Path parent) {
        var folder = TestServer.folder(parent.resolve("data-folder"));
        copy(Original.FOLDER.root(), folder.root());
        return folder;
    }

    /** Runs one of this package's programs in a Java of its own. */
    static Process java(Class<?> program, DataFolder folder, String... arguments) {
        try {
            var command = new java.util.ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    program.getName(),
                    folder.root().toString()));
            command.addAll(List.of(arguments));
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Original {

        static final DataFolder FOLDER = make();

        private static DataFolder make() {
            try {
                var parent = Files.createTempDirectory("dongvon-scratch");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> TestServer.remove(parent)));
                var folder = TestServer.folder(parent.resolve("original"));
                EmbeddedPostgres.open(folder).close();
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
