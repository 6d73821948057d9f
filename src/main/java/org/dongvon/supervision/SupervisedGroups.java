package org.dongvon.supervision;

import java.time.LocalDate;
import org.dongvon.form.paper.GroupLine;
import org.dongvon.group.GroupRefusal;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the groups that are looked after, in the reader's scope. */
@Repository
public class SupervisedGroups {

    private static final String GROUP = """
            select g.id, g.code, g.name, g.hamlet, g.head, g.head_id, g.association_vi, g.association, g.point_id, p.name as point,
                   v.open_day
              from "group".v_group_card g
              join organisation.v_point_card p on p.id = g.point_id
              join organisation.v_point v on v.id = g.point_id
             where g.code = :code and g.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or g.id in (select "group".groups_of_scope_person()))
            """;

    private final JdbcClient db;

    SupervisedGroups(JdbcClient db) {
        this.db = db;
    }

    /**
     * The group of a code.
     *
     * @throws Refused {@link GroupRefusal#UNKNOWN_GROUP} when there is none in scope
     */
    public SupervisedGroup get(String code) {
        return db.sql(GROUP)
                .param("code", code)
                .query((row, n) -> {
                    var head = row.getString("head");
                    return new SupervisedGroup(
                            row.getLong("id"),
                            row.getObject("head_id", Long.class),
                            new GroupLine(
                                    row.getString("code"),
                                    row.getString("name"),
                                    row.getString("hamlet"),
                                    head == null ? "" : head,
                                    row.getString("association_vi"),
                                    row.getString("point")),
                            row.getString("association"),
                            row.getLong("point_id"),
                            row.getObject("open_day", LocalDate.class));
                })
                .optional()
                .orElseThrow(() -> new Refused(GroupRefusal.UNKNOWN_GROUP, code));
    }

    /** A group as pages and papers name it, with the open day of its office. */
    public record SupervisedGroup(
            long id, @Nullable Long headId, GroupLine line, String association, long pointId, LocalDate openDay) {}
}
