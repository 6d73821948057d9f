package org.dongvon.report.loans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.dongvon.engine.interest.LoanInterest;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.interest.PartInterest;
import org.dongvon.report.ListingRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Streams the loans that stand at the end of a day. */
@Repository
class LoanRows {

    /** Rows that travel, and are kept, at a time. */
    static final int FETCHED = 2000;

    // A balance is the sum of all its movements; less those of later business days it is the balance of the day. Later
    // days are few, so the list reads each part once and not its history.
    private static final String STANDING = """
            with place as materialized (
                select p.id, p.office_id, u.code
                  from organisation.points_under(:unit, :day) as below (id)
                  join organisation.v_point p on p.id = below.id
                  join organisation.unit u on u.id = p.id
                 where :point = '' or u.code = :point),
            rate as materialized (
                select s.id, programme.in_term_index(s.id, :day, :day) as in_term, programme.overdue_index(s.id, :day, :day) as overdue
                  from programme.rate_series s),
            later as (
                select m.loan_id, m.series_id, m.part, sum(m.principal) as principal, sum(m.constant) as constant
                  from loan.v_movement m
                 where m.office_id in (select office_id from place) and m.business_date > :day
                 group by m.loan_id, m.series_id, m.part),
            part as (
                select p.loan_id, p.part, p.principal - coalesce(l.principal, 0) as principal,
                       p.constant - coalesce(l.constant, 0)
                           + (p.principal - coalesce(l.principal, 0))
                             * case p.part when 'IN_TERM' then r.in_term when 'OVERDUE' then r.overdue else 0 end as numerator
                  from loan.v_part p
                  join rate r on r.id = p.series_id
                  left join later l on l.loan_id = p.loan_id and l.series_id = p.series_id and l.part = p.part
                 where p.point_id in (select id from place)),
            standing as (
                select p.loan_id,
                       coalesce(sum(p.principal) filter (where p.part = 'IN_TERM'), 0)::bigint as in_term,
                       coalesce(sum(p.principal) filter (where p.part = 'OVERDUE'), 0)::bigint as overdue,
                       coalesce(sum(p.principal) filter (where p.part = 'FROZEN'), 0)::bigint as frozen,
                       coalesce(sum(p.numerator) filter (where p.part = 'IN_TERM'), 0) as in_term_owed,
                       coalesce(sum(p.numerator) filter (where p.part = 'OVERDUE'), 0) as overdue_owed,
                       coalesce(sum(p.numerator) filter (where p.part = 'FROZEN'), 0) as frozen_owed
                  from part p
                 where p.part <> 'WRITTEN_OFF'
                 group by p.loan_id
                having sum(p.principal) <> 0 or sum(p.numerator) <> 0)
            select l.code, place.code as point, g.code as group_code, l.association, m.code as programme, c.code as contract,
                   l.disbursed_on, l.last_due_on, l.amount, s.in_term, s.overdue, s.frozen, s.in_term_owed, s.overdue_owed,
                   s.frozen_owed
              from standing s
              join loan.v_listed l on l.id = s.loan_id
              join place on place.id = l.point_id
              join programme.v_programme m on m.id = l.programme_id
              join capital.v_contract c on c.id = l.contract_id
              left join "group".v_credit_group g on g.id = l.group_id
             where (:prefix = '' or l.code ~>=~ :prefix and l.code ~<~ (:prefix || chr(65533)))
               and (:programme = '' or m.code = :programme)
               and (:group = '' or g.code = :group)
               and (cast(:overdue as boolean) is null or :overdue = (s.overdue > 0))
             order by place.code collate "C", l.code collate "C"
            """;

    // The planner takes a scope for a few hundred rows, and would look up the parts of a million loans one by one.
    private static final String JOIN_BY_HASH = """
            select set_config('enable_nestloop', 'off', true)
            """;

    private final JdbcClient db;

    LoanRows(JdbcClient db) {
        this.db = db;
    }

    /** Gives each loan, inside the caller's transaction: outside of one the driver would fetch all rows at once. */
    void each(ListingRequest request, Consumer<LoanRow> rows) {
        db.sql(JOIN_BY_HASH).query((row, n) -> "").single();
        var filter = request.filter();
        db.sql(STANDING)
                .withFetchSize(FETCHED)
                .param("unit", request.unit().id())
                .param("day", request.asOf())
                .param("point", filter.point())
                .param("prefix", filter.prefix())
                .param("programme", filter.programme())
                .param("group", filter.group())
                .param("overdue", filter.overdue())
                .query(row -> {
                    rows.accept(row(row));
                });
    }

    private static LoanRow row(ResultSet row) throws SQLException {
        var owed = LoanInterest.of(List.of(
                owed(row, "in_term_owed", Part.IN_TERM),
                owed(row, "overdue_owed", Part.OVERDUE),
                owed(row, "frozen_owed", Part.FROZEN)));
        return new LoanRow(
                new Codes(
                        row.getString("code"),
                        row.getString("point"),
                        row.getString("group_code"),
                        row.getString("association"),
                        row.getString("programme"),
                        row.getString("contract")),
                row.getObject("disbursed_on", LocalDate.class),
                row.getObject("last_due_on", LocalDate.class),
                row.getLong("amount"),
                new Principal(row.getLong("in_term"), row.getLong("overdue"), row.getLong("frozen")),
                owed);
    }

    private static PartInterest owed(ResultSet row, String column, Part part) throws SQLException {
        return new PartInterest(part, row.getBigDecimal(column).toBigIntegerExact());
    }

    /** A loan that stands at the end of the day. */
    record LoanRow(
            Codes codes,
            @Nullable LocalDate disbursedOn,
            @Nullable LocalDate lastDueOn,
            long amount,
            Principal principal,
            LoanInterest interest) {}

    /** What it is known by, and belongs to. */
    record Codes(
            String loan, String point, @Nullable String group, String association, String programme, String contract) {}

    /** Whole đồng by state. */
    record Principal(long inTerm, long overdue, long frozen) {

        long outstanding() {
            return inTerm + overdue + frozen;
        }
    }
}
