package org.dongvon.command;

import javax.sql.DataSource;
import org.dongvon.programme.LoadReference;
import org.dongvon.report.LoadFigures;

/** The data that this build ships, which a database is brought to after its schema. */
public final class ShippedData {

    private ShippedData() {}

    /** Loads all of it as the owner of the tables; writes nothing that is there already. */
    public static void load(DataSource owner) {
        LoadReference.run(owner);
        LoadFigures.run(owner);
    }
}
