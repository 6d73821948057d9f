package org.dongvon.database;

import java.util.Map;
import java.util.TreeMap;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the server whether what it acknowledges stays, and refuses to work with it otherwise. */
final class Durability {

    private static final String SHOW = """
            select current_setting('fsync') fsync, current_setting('full_page_writes') full_page_writes,
                   current_setting('synchronous_commit') synchronous_commit,
                   current_setting('data_checksums') data_checksums
            """;

    private static final Map<String, String> NEEDED = new TreeMap<>(ServerSettings.DURABLE);

    private Durability() {}

    /**
     * Looks at the settings as the given role sees them: a role's own setting counts too.
     *
     * @throws Refused {@link DatabaseRefusal#NOT_DURABLE}
     */
    static void require(JdbcClient db) {
        var found = db.sql(SHOW).query().singleRow();
        NEEDED.forEach((setting, needed) -> {
            var value = String.valueOf(found.get(setting));
            if (!value.equals(needed)) {
                throw new Refused(DatabaseRefusal.NOT_DURABLE, setting, value, needed);
            }
        });
    }
}
