package org.dongvon.report.figures;

import java.util.UUID;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.table.TableFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files that somebody looks through before loading them. Each is seen by who brought it alone. */
@Repository
class FigureUploads {

    private static final String FORGET_OLD = """
            delete from report.figure_upload where recorded_at < transaction_timestamp() - interval '1 day'
            """;

    private static final String KEEP = """
            insert into report.figure_upload (key, point_id, actor_id, file_name, content)
            values (:key, :point, :actor, :name, :content)
            """;

    private static final String FIND = """
            select file_name, content from report.figure_upload where key = :key and actor_id = :actor
            """;

    private final JdbcClient db;

    FigureUploads(JdbcClient db) {
        this.db = db;
    }

    void keep(Actor actor, long point, UUID key, TableFile file) {
        db.sql(FORGET_OLD).update();
        db.sql(KEEP)
                .param("key", key)
                .param("point", point)
                .param("actor", actor.id())
                .param("name", file.name())
                .param("content", file.content())
                .update();
    }

    /** @throws Refused {@link FigureRefusal#NO_SUCH_UPLOAD} */
    TableFile get(Actor actor, UUID key) {
        return db.sql(FIND)
                .param("key", key)
                .param("actor", actor.id())
                .query((row, n) -> new TableFile(row.getString("file_name"), row.getBytes("content")))
                .optional()
                .orElseThrow(() -> new Refused(FigureRefusal.NO_SUCH_UPLOAD));
    }
}
