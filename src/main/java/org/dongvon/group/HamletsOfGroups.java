package org.dongvon.group;

import java.util.Collection;
import java.util.List;
import org.dongvon.shared.HamletNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names the hamlets in which groups work. */
@Repository
class HamletsOfGroups implements HamletNames {

    private static final String NAMES = """
            select distinct g.hamlet collate public.vi as hamlet
              from "group".credit_group g
             where g.point_id = any (:points) and g.closed_on is null
             order by 1
            """;

    private final JdbcClient db;

    HamletsOfGroups(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<String> of(Collection<Long> points) {
        return db.sql(NAMES)
                .param("points", points.toArray(Long[]::new))
                .query((row, n) -> row.getString("hamlet"))
                .list();
    }
}
