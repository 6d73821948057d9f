package org.dongvon.fee.month;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what a computed month is made of: associations, groups, programmes, lines. */
@Repository
class MonthFiles {

    private static final String ASSOCIATIONS = """
            select f.point_id, u.code as point_code, u.name as point, f.association, a.name_vi, a.name_en, f.outstanding, f.overdue, f.share,
                   coalesce(sum(p.computed), 0)::bigint as computed,
                   coalesce(sum(p.computed + p.carried) filter (where p.beneficiary = 'CENTRAL'), 0)::bigint as central,
                   coalesce(sum(p.computed + p.carried) filter (where p.beneficiary = 'PROVINCE'), 0)::bigint as province,
                   coalesce(sum(p.computed + p.carried) filter (where p.beneficiary = 'DISTRICT'), 0)::bigint as district,
                   coalesce(sum(p.computed + p.carried) filter (where p.beneficiary = 'COMMUNE'), 0)::bigint as commune,
                   coalesce(sum(p.carried), 0)::bigint as carried, coalesce(sum(p.paid), 0)::bigint as paid
              from fee.portfolio f
              join organisation.unit u on u.id = f.point_id
              join organisation.association a on a.code = f.association
              left join fee.payable p on p.computation_id = f.computation_id and p.point_id = f.point_id and p.association = f.association
                                     and p.beneficiary <> 'GROUP'
             where f.computation_id = :id
             group by f.point_id, u.code, u.name, f.association, a.name_vi, a.name_en, f.outstanding, f.overdue, f.share
             order by f.association, u.code
            """;

    private static final String GROUPS = """
            select g.code, g.name, g.name_vi, g.name_en, g.point, r.class as rating,
                   coalesce((select sum(l.amount) from fee.line l
                              where l.computation_id = p.computation_id and l.group_id = p.group_id and l.target = 'COMMISSION'), 0)::bigint
                       as on_interest,
                   coalesce((select sum(l.amount) from fee.line l
                              where l.computation_id = p.computation_id and l.group_id = p.group_id and l.target = 'DEPOSIT'), 0)::bigint
                       as on_deposits,
                   p.carried, p.computed + p.carried as due, p.paid
              from fee.payable p
              join "group".v_group_file g on g.id = p.group_id
              left join supervision.v_rating r on r.group_id = p.group_id and r.as_of = :last
             where p.computation_id = :id and p.beneficiary = 'GROUP'
             order by g.point_code, g.code
             limit 2000
            """;

    private static final String PROGRAMMES = """
            select l.target, l.programme_id, r.name_vi, r.name_en, sum(l.interest)::bigint as interest,
                   sum(fee.half_up(case l.base when 'INTEREST' then 1200000000 * l.interest::numeric else l.balance_days end,
                                   case l.base when 'INTEREST' then l.yearly else l.days end))::bigint as balance,
                   sum(l.amount)::bigint as amount
              from fee.line l
              left join programme.v_programme r on r.id = l.programme_id
             where l.computation_id = :id
             group by l.target, l.programme_id, r.name_vi, r.name_en
             order by array_position(array['ENTRUSTMENT', 'COMMISSION', 'DEPOSIT'], l.target), l.programme_id
            """;

    private static final String LINES = """
            select l.target, g.code, g.name, r.name_vi, r.name_en, l.base, l.yearly, l.interest, l.balance_days, l.days, l.rate, l.share,
                   l.amount,
                   fee.half_up(case l.base when 'INTEREST' then 1200000000 * l.interest::numeric else l.balance_days end,
                               case l.base when 'INTEREST' then l.yearly else l.days end) as balance,
                   fee.numerator(l.base, l.interest, l.balance_days, l.rate, l.share) as numerator,
                   fee.denominator(l.base, l.yearly, l.days) as denominator
              from fee.line l
              join "group".v_credit_group g on g.id = l.group_id
              join organisation.unit u on u.id = l.point_id
              left join programme.v_programme r on r.id = l.programme_id
             where l.computation_id = :id
               and (cast(:group as text) is null or g.code = :group)
               and (cast(:point as text) is null or u.code = :point)
               and (cast(:association as text) is null or l.association = :association and l.target = 'ENTRUSTMENT')
               and ((select shared.scope_association()) is null or l.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or l.group_id = (select shared.scope_group()))
             order by array_position(array['ENTRUSTMENT', 'COMMISSION', 'DEPOSIT'], l.target), g.code, l.programme_id, l.yearly
             limit 5000
            """;

    private final JdbcClient db;

    MonthFiles(JdbcClient db) {
        this.db = db;
    }

    List<AssociationLine> associations(long computation) {
        return db.sql(ASSOCIATIONS)
                .param("id", computation)
                .query((row, n) -> new AssociationLine(
                        new Place(row.getString("point_code"), row.getString("point")),
                        row.getString("association"),
                        label(row),
                        new Portfolio(
                                new Dong(row.getLong("outstanding")),
                                new Dong(row.getLong("overdue")),
                                row.getInt("share")),
                        new Levels(
                                new Dong(row.getLong("central")),
                                new Dong(row.getLong("province")),
                                new Dong(row.getLong("district")),
                                new Dong(row.getLong("commune"))),
                        due(row)))
                .list();
    }

    private static Due due(ResultSet row) throws SQLException {
        var computed = new Dong(row.getLong("computed"));
        var carried = new Dong(row.getLong("carried"));
        return new Due(computed, carried, computed.plus(carried), new Dong(row.getLong("paid")));
    }

    List<GroupLine> groups(Months.Month month) {
        return db.sql(GROUPS)
                .param("id", month.id())
                .param("last", month.first().plusMonths(1).minusDays(1))
                .query((row, n) -> new GroupLine(
                        row.getString("code"),
                        row.getString("name"),
                        label(row),
                        row.getString("point"),
                        row.getString("rating"),
                        new Commission(
                                new Dong(row.getLong("on_interest")),
                                new Dong(row.getLong("on_deposits")),
                                new Dong(row.getLong("carried")),
                                new Dong(row.getLong("due")),
                                new Dong(row.getLong("paid")))))
                .list();
    }

    List<ProgrammeLine> programmes(long computation) {
        return db.sql(PROGRAMMES)
                .param("id", computation)
                .query((row, n) -> new ProgrammeLine(
                        row.getString("target"),
                        programme(row),
                        new Dong(row.getLong("interest")),
                        new Dong(row.getLong("balance")),
                        new Dong(row.getLong("amount"))))
                .list();
    }

    /** The lines of a group, or of the fee of an association at a point; all when none is named. */
    List<Line> lines(long computation, Named of) {
        return db.sql(LINES)
                .param("id", computation)
                .param("group", of.group())
                .param("point", of.point())
                .param("association", of.association())
                .query((row, n) -> new Line(
                        row.getString("target"),
                        new Place(row.getString("code"), row.getString("name")),
                        programme(row),
                        new Counted(
                                row.getString("base"),
                                new Dong(row.getLong("interest")),
                                row.getBigDecimal("balance_days").toBigIntegerExact(),
                                row.getLong("yearly"),
                                row.getInt("days")),
                        new Result(
                                new Dong(row.getLong("balance")),
                                row.getLong("rate"),
                                row.getInt("share"),
                                new Fraction(
                                        row.getBigDecimal("numerator").toBigIntegerExact(),
                                        row.getBigDecimal("denominator").toBigIntegerExact()),
                                new Dong(row.getLong("amount")))))
                .list();
    }

    private static Label label(ResultSet row) throws SQLException {
        return new Label(row.getString("name_vi"), row.getString("name_en"));
    }

    private static @Nullable Label programme(ResultSet row) throws SQLException {
        return row.getString("name_vi") == null ? null : label(row);
    }

    /** Whose lines: a group's, or those of an association at a point. */
    record Named(
            @Nullable String group,
            @Nullable String point,
            @Nullable String association) {

        static final Named ALL = new Named(null, null, null);
    }

    /** A point or a group by code and name. */
    record Place(String code, String name) {}

    /** The loans that the percent follows from. */
    record Portfolio(Dong outstanding, Dong overdue, int share) {}

    /** What each level gets. */
    record Levels(Dong central, Dong province, Dong district, Dong commune) {}

    /** What is due, and what of it is paid. */
    record Due(Dong computed, Dong carried, Dong all, Dong paid) {

        public Dong open() {
            return all.minus(paid);
        }
    }

    /** An association at a point. */
    record AssociationLine(Place point, String association, Label name, Portfolio portfolio, Levels levels, Due due) {}

    /** A group's commission. */
    record GroupLine(
            String code,
            String name,
            Label association,
            String point,
            @Nullable String rating,
            Commission commission) {}

    /** What a commission is made of. */
    record Commission(Dong onInterest, Dong onDeposits, Dong carried, Dong due, Dong paid) {}

    /** A programme's part. */
    record ProgrammeLine(String target, @Nullable Label programme, Dong interest, Dong balance, Dong amount) {}

    /** One line, from what was counted to its đồng. */
    record Line(String target, Place group, @Nullable Label programme, Counted counted, Result result) {}
}
