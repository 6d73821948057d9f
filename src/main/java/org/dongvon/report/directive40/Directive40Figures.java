package org.dongvon.report.directive40;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.organisation.Unit;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names, groups and local contracts, which positions do not hold. */
@Repository
class Directive40Figures {

    private static final String PROGRAMMES = """
            select id, code, name_vi, name_en from programme.v_programme order by id
            """;

    private static final String ASSOCIATIONS = """
            select code, name_vi, name_en from organisation.association order by bank_code
            """;

    private static final String GROUPS = """
            select g.association, count(*) as groups
              from "group".v_credit_group g
             where g.point_id in (select organisation.points_under(:unit, :day))
               and g.formed_on <= :day and (g.closed_on is null or g.closed_on > :day)
             group by g.association
            """;

    private static final String LOCAL_CONTRACTS = """
            select id from capital.v_contract where local
            """;

    private final JdbcClient db;

    Directive40Figures(JdbcClient db) {
        this.db = db;
    }

    /** All programmes in the order of the national list. */
    List<Programme> programmes() {
        return db.sql(PROGRAMMES)
                .query((row, n) -> new Programme(
                        row.getInt("id"),
                        row.getString("code"),
                        new Label(row.getString("name_vi"), row.getString("name_en"))))
                .list();
    }

    /** All associations in the order of the bank's codes, direct lending last. */
    Map<String, Label> associations() {
        Map<String, Label> names = new LinkedHashMap<>();
        db.sql(ASSOCIATIONS).query(row -> {
            names.put(row.getString("code"), new Label(row.getString("name_vi"), row.getString("name_en")));
        });
        return names;
    }

    /** How many groups each association had on a day. */
    Map<String, Long> groups(Unit unit, LocalDate day) {
        Map<String, Long> groups = new HashMap<>();
        db.sql(GROUPS).param("unit", unit.id()).param("day", day).query(row -> {
            groups.put(row.getString("association"), row.getLong("groups"));
        });
        return groups;
    }

    /** The contracts by which local budgets entrusted capital. */
    List<Long> localContracts() {
        return db.sql(LOCAL_CONTRACTS).query((row, n) -> row.getLong("id")).list();
    }

    /** A programme by its number, with its name. */
    record Programme(int id, String code, Label name) {}
}
