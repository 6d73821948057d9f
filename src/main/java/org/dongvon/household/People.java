package org.dongvon.household;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People of the reader's scope by name or identifier, for pages that must first find out of whom they are. */
@Repository
public class People {

    /** More people of one name than this are not listed: the reader types more of it. */
    public static final int MOST = 50;

    private static final String NAMED = """
            select p.id, p.full_name, p.identity_last4, p.hamlet, u.name as point
              from household.v_person p
              join organisation.unit u on u.id = p.point_id
             where p.id = any (:ids) and not p.restricted
             order by p.full_name collate public.vi, p.id
             limit :most
            """;

    private final SearchPeople search;
    private final JdbcClient db;

    People(SearchPeople search, JdbcClient db) {
        this.search = search;
        this.db = db;
    }

    /** The people of a name, at most {@link #MOST}. */
    public List<Named> byName(String typed) {
        return named(search.byName(typed));
    }

    /** The names of these people; those out of scope are missing, and those whose processing is restricted. */
    public Map<Long, String> names(Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        named(ids).forEach(each -> names.put(each.id(), each.name()));
        return names;
    }

    private List<Named> named(Collection<Long> ids) {
        return db.sql(NAMED)
                .param("ids", ids.toArray(Long[]::new))
                .param("most", MOST)
                .query((row, n) -> new Named(
                        row.getLong("id"),
                        row.getString("full_name"),
                        IdentityNumber.masked(row.getString("identity_last4")),
                        row.getString("hamlet") + " · " + row.getString("point")))
                .list();
    }

    /** A person as a list names them. */
    public record Named(long id, String name, String identity, String place) {}
}
