package org.dongvon.command;

import java.nio.file.Path;
import java.util.function.Function;
import org.dongvon.database.DataFolder;
import org.dongvon.database.Database;
import org.dongvon.programme.LoadReference;
import org.dongvon.programme.ReferenceBook;
import org.dongvon.programme.ShippedReference;
import org.dongvon.programme.StoredReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens a data folder for a command, with the schema and the reference data of this build. */
final class OpenFolder {

    private OpenFolder() {}

    /** The folder's database for as long as the work lasts. */
    static <T> T with(Path root, Function<Database, T> work) {
        try (var database = Database.open(root)) {
            LoadReference.run(database.owner());
            return work.apply(database);
        }
    }

    /** The reference data of the folder's database, or what is shipped when there is none. */
    static ReferenceBook reference(Path root) {
        return DataFolder.at(root).isInitialised()
                ? with(root, database -> StoredReference.read(JdbcClient.create(database.dataSource())))
                : ShippedReference.read();
    }
}
