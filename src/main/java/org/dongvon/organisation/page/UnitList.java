package org.dongvon.organisation.page;

import java.util.List;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The transaction points in scope with their offices. */
@Repository
class UnitList {

    static final int PAGE = 300;

    private static final String POINTS = """
            select c.code, c.name, c.address, c.direct, c.office_code, c.office_name, p.session_day
              from organisation.v_point_card c
              join organisation.point p on p.id = c.id
             where c.id <@ (select shared.scope()) and not (select shared.narrowed())
             order by c.office_code, c.direct desc, c.code
             limit :most
            """;

    private static final String SEES = """
            select coalesce(bool_and(c.id <@ (select shared.scope())), false) and not (select shared.narrowed())
              from organisation.v_point_card c
             where c.code = :code or c.office_code = :code
            """;

    private final JdbcClient db;
    private final Transactions transactions;

    UnitList(JdbcClient db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    List<Row> of(Actor reader) {
        return transactions.read(
                reader,
                () -> db.sql(POINTS)
                        .param("most", PAGE)
                        .query((row, n) -> new Row(
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("address"),
                                row.getBoolean("direct"),
                                row.getString("office_code"),
                                row.getString("office_name"),
                                row.getObject("session_day", Integer.class)))
                        .list());
    }

    /** Whether a point is in scope, or every point of an office. */
    boolean sees(Actor reader, String code) {
        return transactions.read(
                reader,
                () -> db.sql(SEES).param("code", code).query(Boolean.class).single());
    }

    /** A point with its office. */
    record Row(
            String code,
            String name,
            String address,
            boolean direct,
            String officeCode,
            String officeName,
            @Nullable Integer sessionDay) {}
}
