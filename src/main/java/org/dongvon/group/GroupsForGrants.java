package org.dongvon.group;

import java.util.Optional;
import org.dongvon.shared.GroupsByCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the group that a grant names. */
@Repository
class GroupsForGrants implements GroupsByCode {

    private static final String FIND = """
            select id, point_id, name from "group".credit_group where code = :code and closed_on is null
            """;

    private final JdbcClient db;

    GroupsForGrants(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<Found> find(String code) {
        return db.sql(FIND)
                .param("code", code)
                .query((row, n) -> new Found(row.getLong("id"), row.getLong("point_id"), row.getString("name")))
                .optional();
    }
}
