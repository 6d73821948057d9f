package org.dongvon.loan.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.Stage;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a page of loans and the totals of all that were filtered. */
@Repository
class LoanList {

    // Each point in scope gives its first rows by its own index; so a page costs the scope, not the country.
    // The case is for the planner, who else takes the narrowing for true in one of thousands of rows: see policies.sql.
    private static final String PAGE = """
            with page as (
                select l.id, l.code
                  from organisation.point pt
                  cross join lateral (
                       select x.id, x.code
                         from loan.loan x
                        where x.point_id = pt.id
                          and case when ((select shared.scope_association()) is null or x.association = (select shared.scope_association()))
                                    and ((select shared.scope_group()) is null or x.group_id = (select shared.scope_group()))
                                    and ((select shared.scope_person()) is null or x.borrower_id = (select shared.scope_person()))
                                   then true else false end
                          and x.code ~>~ :after and x.code ~>=~ :from and x.code ~<~ :to
                          and (cast(:programme as smallint) is null or x.programme_id = :programme)
                          and (cast(:group as bigint) is null or x.group_id = :group)
                          and (cast(:stage as text) is null or x.stage = :stage)
                          and (cast(:overdue as boolean) is null
                               or :overdue = exists (select from loan.part o
                                                      where o.loan_id = x.id and o.part = 'OVERDUE' and o.principal > 0))
                        order by x.code using ~<~
                        limit :most) l
                 where pt.id <@ (select shared.scope()) and (cast(:point as bigint) is null or pt.id = :point)
                 order by l.code using ~<~
                 limit :most)
            select l.code, p.id as borrower_id, p.restricted, p.full_name, g.code as group_code, l.programme_id, l.amount, l.stage, l.disbursed_on,
                   b.outstanding, b.overdue, i.due_date
              from page
              join loan.loan l on l.id = page.id
              join household.person p on p.id = l.borrower_id
              left join "group".credit_group g on g.id = l.group_id
              left join lateral (select coalesce(sum(t.principal) filter (where t.part <> 'WRITTEN_OFF'), 0)::bigint as outstanding,
                                        coalesce(sum(t.principal) filter (where t.part = 'OVERDUE'), 0)::bigint as overdue
                                   from loan.part t
                                  where t.loan_id = l.id) b on true
              left join lateral (select max(n.due_date) as due_date from loan.instalment n where n.loan_id = l.id) i on true
             order by page.code using ~<~
            """;

    private static final String FOUND = """
            select l.code, p.id as borrower_id, p.restricted, p.full_name, g.code as group_code, l.programme_id, l.amount, l.stage, l.disbursed_on,
                   b.outstanding, b.overdue, i.due_date
              from loan.loan l
              join household.person p on p.id = l.borrower_id
              left join "group".credit_group g on g.id = l.group_id
              left join lateral (select coalesce(sum(t.principal) filter (where t.part <> 'WRITTEN_OFF'), 0)::bigint as outstanding,
                                        coalesce(sum(t.principal) filter (where t.part = 'OVERDUE'), 0)::bigint as overdue
                                   from loan.part t
                                  where t.loan_id = l.id) b on true
              left join lateral (select max(n.due_date) as due_date from loan.instalment n where n.loan_id = l.id) i on true
             where l.borrower_id = any (:people) and l.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or l.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or l.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or l.borrower_id = (select shared.scope_person()))
               and l.code ~>~ :after
               and (cast(:programme as smallint) is null or l.programme_id = :programme)
               and (cast(:group as bigint) is null or l.group_id = :group)
               and (cast(:point as bigint) is null or l.point_id = :point)
               and (cast(:stage as text) is null or l.stage = :stage)
               and (cast(:overdue as boolean) is null or :overdue = (b.overdue > 0))
             order by l.code using ~<~
             limit :most
            """;

    // The planner takes a scope for a few hundred rows, and would look up the parts of 100 000 loans one by one.
    private static final String JOIN_BY_HASH = """
            select set_config('enable_nestloop', :on, true)
            """;

    // Loans and parts are each read once; nothing is grouped by loan. The case keeps the planner from guessing twice
    // that
    // a point is in scope in one of two hundred cases.
    private static final String TOTALS = """
            with chosen as materialized (
                select l.id, l.amount
                  from loan.loan l
                 where l.code ~>=~ :from and l.code ~<~ :to
                   and case when l.point_id <@ (select shared.scope()) then true else false end
                   and ((select shared.scope_association()) is null or l.association = (select shared.scope_association()))
                   and ((select shared.scope_group()) is null or l.group_id = (select shared.scope_group()))
                   and ((select shared.scope_person()) is null or l.borrower_id = (select shared.scope_person()))
                   and (cast(:programme as smallint) is null or l.programme_id = :programme)
                   and (cast(:group as bigint) is null or l.group_id = :group)
                   and (cast(:point as bigint) is null or l.point_id = :point)
                   and (cast(:stage as text) is null or l.stage = :stage)
                   and (cast(:overdue as boolean) is null
                        or :overdue = (l.id in (select o.loan_id from loan.part o
                                                 where o.part = 'OVERDUE' and o.principal > 0))))
            select c.loans, c.amount, b.outstanding, b.overdue
              from (select count(*) as loans, coalesce(sum(amount), 0)::bigint as amount from chosen) c,
                   (select coalesce(sum(t.principal) filter (where t.part <> 'WRITTEN_OFF'), 0)::bigint as outstanding,
                           coalesce(sum(t.principal) filter (where t.part = 'OVERDUE'), 0)::bigint as overdue
                      from loan.part t
                      join chosen on chosen.id = t.loan_id) b
            """;

    private static final String FOUND_TOTALS = """
            select count(*) as loans, coalesce(sum(l.amount), 0)::bigint as amount,
                   coalesce(sum(b.outstanding), 0)::bigint as outstanding, coalesce(sum(b.overdue), 0)::bigint as overdue
              from loan.loan l
              left join lateral (select sum(t.principal) filter (where t.part <> 'WRITTEN_OFF') as outstanding,
                                        sum(t.principal) filter (where t.part = 'OVERDUE') as overdue
                                   from loan.part t
                                  where t.loan_id = l.id) b on true
             where l.borrower_id = any (:people) and l.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or l.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or l.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or l.borrower_id = (select shared.scope_person()))
               and (cast(:programme as smallint) is null or l.programme_id = :programme)
               and (cast(:group as bigint) is null or l.group_id = :group)
               and (cast(:point as bigint) is null or l.point_id = :point)
               and (cast(:stage as text) is null or l.stage = :stage)
               and (cast(:overdue as boolean) is null or :overdue = (coalesce(b.overdue, 0) > 0))
            """;

    // Two are enough to know whether a typed beginning names one loan.
    private static final String STARTING_WITH = """
            select l.code
              from organisation.point pt
              cross join lateral (
                   select x.code from loan.loan x
                    where x.point_id = pt.id and x.code ~>=~ :from and x.code ~<~ :to
                     and ((select shared.scope_association()) is null or x.association = (select shared.scope_association()))
                     and ((select shared.scope_group()) is null or x.group_id = (select shared.scope_group()))
                     and ((select shared.scope_person()) is null or x.borrower_id = (select shared.scope_person()))
                    order by x.code using ~<~
                    limit 2) l
             where pt.id <@ (select shared.scope())
             order by l.code using ~<~
             limit 2
            """;

    private static final String GROUP = """
            select g.id
              from "group".credit_group g
             where g.code = :code and g.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or g.id in (select "group".groups_of_scope_person()))
            """;

    private static final String POINTS = """
            select u.id, u.code, u.name
              from organisation.unit u
             where u.kind = 'POINT' and u.id <@ (select shared.scope())
             order by u.code
             limit 500
            """;

    /** Sorts after every character that a code may have. */
    private static final String LAST = "\uFFFD";

    private final JdbcClient db;

    LoanList(JdbcClient db) {
        this.db = db;
    }

    List<Row> page(Condition condition, String prefix, String after, int most) {
        return between(bound(PAGE, condition), prefix)
                .param("after", after)
                .param("most", most)
                .query((row, n) -> row(row))
                .list();
    }

    List<Row> found(Condition condition, List<Long> people, String after, int most) {
        return bound(FOUND, condition)
                .param("people", people.toArray(Long[]::new))
                .param("after", after)
                .param("most", most)
                .query((row, n) -> row(row))
                .list();
    }

    Totals totals(Condition condition, String prefix) {
        nestedLoops("off");
        var totals = between(bound(TOTALS, condition), prefix)
                .query((row, n) -> totals(row))
                .single();
        nestedLoops("on");
        return totals;
    }

    /** For the rest of this transaction. */
    private void nestedLoops(String setting) {
        db.sql(JOIN_BY_HASH).param("on", setting).query((row, n) -> setting).single();
    }

    Totals totals(Condition condition, List<Long> people) {
        return bound(FOUND_TOTALS, condition)
                .param("people", people.toArray(Long[]::new))
                .query((row, n) -> totals(row))
                .single();
    }

    /** Up to two loan codes that begin so. */
    List<String> codesStartingWith(String prefix) {
        return db.sql(STARTING_WITH)
                .param("from", prefix)
                .param("to", prefix + LAST)
                .query((row, n) -> row.getString("code"))
                .list();
    }

    Optional<Long> group(String code) {
        return db.sql(GROUP)
                .param("code", code)
                .query((row, n) -> row.getLong("id"))
                .optional();
    }

    /** The points that a reader may filter by. */
    List<PointChoice> points() {
        return db.sql(POINTS)
                .query((row, n) -> new PointChoice(row.getLong("id"), row.getString("code"), row.getString("name")))
                .list();
    }

    private static JdbcClient.StatementSpec between(JdbcClient.StatementSpec statement, String prefix) {
        return statement.param("from", prefix).param("to", prefix + LAST);
    }

    private JdbcClient.StatementSpec bound(String sql, Condition condition) {
        return db.sql(sql)
                .param("programme", condition.programmeId())
                .param("group", condition.groupId())
                .param("point", condition.pointId())
                .param(
                        "stage",
                        condition.stage() == null ? null : condition.stage().name())
                .param("overdue", condition.overdue());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("code"),
                new Borrower(row.getLong("borrower_id"), row.getString("full_name"), row.getBoolean("restricted")),
                row.getString("group_code"),
                row.getInt("programme_id"),
                new Dong(row.getLong("amount")),
                Stage.valueOf(row.getString("stage")),
                new Days(row.getObject("disbursed_on", LocalDate.class), row.getObject("due_date", LocalDate.class)),
                new Balance(new Dong(row.getLong("outstanding")), new Dong(row.getLong("overdue"))));
    }

    private static Totals totals(ResultSet row) throws SQLException {
        return new Totals(
                row.getLong("loans"),
                new Dong(row.getLong("amount")),
                new Balance(new Dong(row.getLong("outstanding")), new Dong(row.getLong("overdue"))));
    }

    /** What the database filters by; nothing means all. */
    record Condition(
            @Nullable Integer programmeId,
            @Nullable Long groupId,
            @Nullable Long pointId,
            @Nullable Stage stage,
            @Nullable Boolean overdue) {}

    /** A loan of the list. */
    record Row(
            String code,
            Borrower borrower,
            @Nullable String group,
            int programmeId,
            Dong amount,
            Stage stage,
            Days days,
            Balance balance) {}

    /** Who borrowed; where processing is restricted a list does not say the name. */
    record Borrower(long id, String fullName, boolean restricted) {

        public @Nullable String name() {
            return restricted ? null : fullName;
        }
    }

    /** Paid out, and finally due. */
    record Days(@Nullable LocalDate disbursed, @Nullable LocalDate last) {}

    /** Principal outstanding, and what of it is overdue. */
    record Balance(Dong outstanding, Dong overdue) {}

    /** The sums of all loans filtered, on whatever page. */
    record Totals(long loans, Dong amount, Balance balance) {

        static final Totals NONE = new Totals(0, Dong.ZERO, new Balance(Dong.ZERO, Dong.ZERO));
    }

    /** A point to filter by. */
    record PointChoice(long id, String code, String name) {

        Label label() {
            return Label.same(name);
        }
    }
}
