package org.dongvon.command;

import org.dongvon.database.DataFolder;
import org.dongvon.programme.ReferenceBook;
import org.dongvon.programme.ShippedReference;
import org.dongvon.programme.StoredReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The programmes and rates that a command computes with. */
final class ReferenceSource {

    private ReferenceSource() {}

    /** Those of the folder's database, or the shipped ones where no database was made yet. */
    static ReferenceBook of(DataOption data) {
        if (!DataFolder.at(data.folder()).isInitialised()) {
            return ShippedReference.read();
        }
        try (var things = new OpenThings()) {
            var database = data.openDatabase(things);
            return StoredReference.read(JdbcClient.create(database.dataSource()));
        }
    }
}
