package org.dongvon.command;

import java.nio.file.Path;
import java.util.Optional;
import org.dongvon.database.DataFolder;
import org.dongvon.database.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --data DIR}, which every command that needs the books takes. */
final class DataOption {

    @Option(
            names = {"--data"},
            paramLabel = "DIR",
            descriptionKey = "data")
    private @Nullable Path folder;

    /** To be filled by the parser. */
    DataOption() {}

    DataOption(@Nullable Path folder) {
        this.folder = folder;
    }

    /** The folder named, if one was. */
    Optional<Path> named() {
        return Optional.ofNullable(folder);
    }

    /** The folder named, or {@code ~/.dongvon}. */
    Path folder() {
        return folder == null ? DataFolder.defaultRoot() : folder;
    }

    /** Opens the folder and the modules' beans on it; close it to leave. */
    CommandContext open() {
        var things = new OpenThings();
        return things.guarded(() -> new CommandContext(things, openDatabase(things)));
    }

    /** Opens the folder alone. */
    Database openDatabase(OpenThings things) {
        LogFile.in(folder());
        return things.open(() -> Database.open(folder(), ShippedData::load));
    }
}
