package org.dongvon.command;

import java.nio.file.Path;
import org.dongvon.database.DataFolder;
import picocli.CommandLine.Option;

/** {@code --data DIR}, the data folder of every command. */
final class DataOption {

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    private Path root = DataFolder.defaultRoot();

    Path root() {
        return root;
    }
}
