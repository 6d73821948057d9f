package org.dongvon.supervision.classification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds up the debts of a year by ability, cause, programme and point. */
@Repository
class DebtSums {

    private static final String YEARS = """
            select r.year
              from supervision.debt_round r
             where r.point_id <@ (select shared.scope())
             group by r.year
             order by r.year desc
             limit 30
            """;

    private static final String CELLS = """
            select c.code as point, c.name as point_name, d.taken_on, t.code as programme, t.name_vi, t.name_en, d.cause, d.ability,
                   bool_and(d.closed_on is not null) as closed, count(*) as debts, sum(d.principal)::bigint as principal,
                   sum(d.overdue)::bigint as overdue, sum(d.frozen)::bigint as frozen, sum(d.interest)::bigint as interest
              from supervision.v_debt d
              join loan.v_balance b on b.loan_id = d.loan_id
              join programme.v_programme t on t.id = d.programme_id
              join organisation.v_point_card c on c.id = d.point_id
             where case when d.point_id <@ (select shared.scope()) then true else false end
               and ((select shared.scope_association()) is null or b.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or d.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or b.borrower_id = (select shared.scope_person()))
               and d.year = :year
               and (cast(:point as text) is null or c.code = :point)
             group by c.code, c.name, d.taken_on, t.code, t.name_vi, t.name_en, d.cause, d.ability
             order by c.code, t.code, d.cause, d.ability
            """;

    private static final String LAST_DAY = """
            select max(v.open_day) as last from organisation.v_point v where v.id <@ (select shared.scope())
            """;

    private final JdbcClient db;
    private final ClassRules rules;

    DebtSums(JdbcClient db, ClassRules rules) {
        this.db = db;
        this.rules = rules;
    }

    /** The years that have a round, the last one first. */
    List<Integer> years() {
        return db.sql(YEARS).query((row, n) -> row.getInt("year")).list();
    }

    /** The latest open day of the scope. */
    LocalDate today() {
        return db.sql(LAST_DAY).query((row, n) -> row.getObject("last", LocalDate.class)).stream()
                .findFirst()
                .orElse(LocalDate.EPOCH);
    }

    /** A year in its scope, or one of its points. */
    Summed of(int year, @Nullable String point) {
        var cells = db.sql(CELLS)
                .param("year", year)
                .param("point", point)
                .query((row, n) -> new Cell(
                        row.getString("point"),
                        row.getString("point_name"),
                        row.getObject("taken_on", LocalDate.class),
                        new Label(row.getString("name_vi"), row.getString("name_en")),
                        row.getString("cause"),
                        row.getString("ability"),
                        row.getBoolean("closed"),
                        new Amounts(
                                row.getLong("debts"),
                                new Dong(row.getLong("principal")),
                                new Dong(row.getLong("overdue")),
                                new Dong(row.getLong("frozen")),
                                new Dong(row.getLong("interest")))))
                .list();
        return new Summed(
                year,
                sums(cells, Cell::ability),
                sums(cells, Cell::cause),
                sums(cells, each -> each.programme().vi()),
                sums(cells, Cell::point));
    }

    private List<Sum> sums(List<Cell> cells, Function<Cell, @Nullable String> key) {
        var byKey = new LinkedHashMap<@Nullable String, List<Cell>>();
        for (var cell : cells) {
            byKey.computeIfAbsent(key.apply(cell), one -> new ArrayList<>()).add(cell);
        }
        return byKey.entrySet().stream()
                .map(each -> sum(each.getKey(), each.getValue()))
                .toList();
    }

    private Sum sum(@Nullable String key, List<Cell> cells) {
        var all = Amounts.NOTHING;
        var classified = Amounts.NOTHING;
        var lost = Amounts.NOTHING;
        for (var cell : cells) {
            all = all.plus(cell.amounts());
            if (cell.ability() != null) {
                classified = classified.plus(cell.amounts());
                if (rules.on(cell.takenOn()).unrecoverable().contains(cell.ability())) {
                    lost = lost.plus(cell.amounts());
                }
            }
        }
        var first = cells.getFirst();
        return new Sum(
                key,
                new Label(first.programme().vi(), first.programme().en()),
                first.pointName(),
                new Parts(all, classified, lost),
                cells.stream().allMatch(Cell::closed));
    }

    private record Cell(
            String point,
            String pointName,
            LocalDate takenOn,
            Label programme,
            @Nullable String cause,
            @Nullable String ability,
            boolean closed,
            Amounts amounts) {}

    /** All debts, those that are classified, and those that are unrecoverable. */
    record Parts(Amounts all, Amounts classified, Amounts lost) {}

    /** A row; {@code key} is none for what nobody classified. */
    record Sum(@Nullable String key, Label programme, String pointName, Parts parts, boolean closed) {}

    /** A year. */
    record Summed(int year, List<Sum> byAbility, List<Sum> byCause, List<Sum> byProgramme, List<Sum> byPoint) {

        public Parts total() {
            var total = new Parts(Amounts.NOTHING, Amounts.NOTHING, Amounts.NOTHING);
            for (var each : byPoint) {
                var parts = each.parts();
                total = new Parts(
                        total.all().plus(parts.all()),
                        total.classified().plus(parts.classified()),
                        total.lost().plus(parts.lost()));
            }
            return total;
        }

        /** The causes of what is unrecoverable, the most principal first. */
        public List<Sum> lostByCause() {
            return byCause.stream()
                    .filter(each -> each.parts().lost().debts() > 0)
                    .sorted((a, b) -> Long.compare(
                            b.parts().lost().principal().amount(),
                            a.parts().lost().principal().amount()))
                    .toList();
        }
    }
}
