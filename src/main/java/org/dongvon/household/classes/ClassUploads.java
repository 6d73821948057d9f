package org.dongvon.household.classes;

import java.util.UUID;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.table.TableFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files that somebody looks through before asking for their approval. */
@Repository
class ClassUploads {

    private static final String FORGET_OLD = """
            delete from household.class_upload
             where not requested and recorded_at < transaction_timestamp() - interval '1 day'
            """;

    private static final String KEEP = """
            insert into household.class_upload (key, point_id, actor_id, file_name, content)
            values (:key, :point, :actor, :name, :content)
            """;

    // Each sees the own file until a second person is asked, who then sees it too.
    private static final String FIND = """
            select file_name, content from household.class_upload where key = :key and (requested or actor_id = :actor)
            """;

    private static final String REQUESTED = """
            update household.class_upload set requested = true where key = :key
            """;

    private final JdbcClient db;

    ClassUploads(JdbcClient db) {
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

    /** @throws Refused {@link ClassRefusal#NO_SUCH_UPLOAD} */
    TableFile get(Actor actor, UUID key) {
        return db.sql(FIND)
                .param("key", key)
                .param("actor", actor.id())
                .query((row, n) -> new TableFile(row.getString("file_name"), row.getBytes("content")))
                .optional()
                .orElseThrow(() -> new Refused(ClassRefusal.NO_SUCH_UPLOAD));
    }

    void requested(UUID key) {
        db.sql(REQUESTED).param("key", key).update();
    }
}
