package org.dongvon.session.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.dongvon.form.Letterhead;
import org.dongvon.form.paper.GroupLine;
import org.dongvon.group.GroupRefusal;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the groups that papers are printed of. */
@Repository
class PaperGroups {

    private static final String BY_CODE = """
            select g.id, g.code, g.name, g.hamlet, g.head, g.head_id, g.association_vi, g.point_id, p.name as point,
                   p.office_name, v.open_day
              from "group".v_group_card g
              join organisation.v_point_card p on p.id = g.point_id
              join organisation.v_point v on v.id = g.point_id
             where g.code = :code and g.point_id <@ (select shared.scope())
               and (not (select shared.narrowed())
                    or exists (select from "group".credit_group n
                                where n.id = g.id
                                  and ((select shared.scope_association()) is null or n.association = (select shared.scope_association()))
                                  and ((select shared.scope_group()) is null or n.id = (select shared.scope_group()))
                                  and ((select shared.scope_person()) is null
                                       or n.id in (select "group".groups_of_scope_person()))))
            """;

    private static final String OF_POINT = """
            select g.id, g.code, g.name, g.hamlet, g.head, g.head_id, g.association_vi, g.point_id, p.name as point,
                   p.office_name, v.open_day
              from "group".v_group_card g
              join organisation.v_point_card p on p.id = g.point_id
              join organisation.v_point v on v.id = g.point_id
             where g.point_id = :point and g.closed_on is null
             order by g.code
            """;

    private final JdbcClient db;

    PaperGroups(JdbcClient db) {
        this.db = db;
    }

    /**
     * The group of a code.
     *
     * @throws Refused {@link GroupRefusal#UNKNOWN_GROUP} when there is none in scope
     */
    PaperGroup get(String code) {
        return db.sql(BY_CODE)
                .param("code", code)
                .query((row, n) -> group(row))
                .optional()
                .orElseThrow(() -> new Refused(GroupRefusal.UNKNOWN_GROUP, code));
    }

    /** The working groups of a point by code. */
    List<PaperGroup> ofPoint(long pointId) {
        return db.sql(OF_POINT)
                .param("point", pointId)
                .query((row, n) -> group(row))
                .list();
    }

    private static PaperGroup group(ResultSet row) throws SQLException {
        var head = row.getString("head");
        return new PaperGroup(
                row.getLong("id"),
                row.getObject("head_id", Long.class),
                new GroupLine(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("hamlet"),
                        head == null ? "" : head,
                        row.getString("association_vi"),
                        row.getString("point")),
                row.getLong("point_id"),
                row.getString("office_name"),
                row.getObject("open_day", LocalDate.class));
    }

    /**
     * A group as its papers name it.
     *
     * @param openDay the open day of its office
     */
    record PaperGroup(long id, @Nullable Long headId, GroupLine line, long pointId, String office, LocalDate openDay) {

        Letterhead letterhead(LocalDate day) {
            return Letterhead.ofOffice(office, line.point(), day);
        }
    }
}
