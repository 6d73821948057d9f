package org.dongvon.loan.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.Stage;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which loans a change of source is about, the money they come to, and the decisions so far. */
@Repository
class SourceLoans {

    private static final String COLUMNS = """
            select l.id, l.code, l.point_id, u.name as point, pt.office_id, l.programme_id, l.contract_id, l.amount, l.undrawn, l.stage, o.outstanding
              from loan.loan l
              join organisation.point pt on pt.id = l.point_id
              join organisation.unit u on u.id = l.point_id
             cross join lateral (select coalesce(sum(p.principal), 0)::bigint as outstanding
                                   from loan.part p
                                  where p.loan_id = l.id and p.part <> 'WRITTEN_OFF') o
            """;

    private static final String WHOLE = COLUMNS + """
             where l.contract_id = :from and pt.office_id = :office and l.stage = 'ACTIVE' and o.outstanding > 0
               and (cast(:programme as integer) is null or l.programme_id = :programme)
               and (cast(:point as text) is null or u.code = :point)
               and (cast(:undoes as bigint) is null
                    or exists (select from loan.source_move s where s.loan_id = l.id and s.change_id = :undoes))
             order by l.code
             limit :most
            """;

    private static final String NAMED = COLUMNS + """
             where l.code = any (:codes)
             order by l.code
            """;

    private static final String MONEY = """
            select c.id, c.code, c.signed_on, a.id as allotment, coalesce(a.granted - a.lent, 0) as free, t.programmes, t.cap, t.area_id
              from capital.contract c
              join capital.v_term t on t.contract_id = c.id
              left join capital.allotment a on a.contract_id = c.id and a.office_id = :office
             where c.code = :code
            """;

    // In the order of their identifiers, as those who lend and repay hold them.
    private static final String HOLD = """
            select a.id
              from capital.allotment a
              join capital.contract c on c.id = a.contract_id
             where a.office_id = :office and c.code = any (:codes)
             order by a.id
               for no key update of a
            """;

    private static final String OUTSIDE = """
            select p.id
              from unnest(cast(:points as bigint[])) as p (id)
             where p.id not in (select below.id from organisation.points_under(:area, :day) as below (id))
             limit 1
            """;

    private static final String NEW_ID = "select shared.new_id('loan.source_change_id')";

    private static final String RECORD = """
            insert into loan.source_change
                   (id, point_id, office_id, from_contract, to_contract, document, booked_on, loans, principal, undoes, change_id, submission)
            select :id, :point, :office, f.id, t.id, :document, :day, :loans, :principal, cast(:undoes as bigint), :change, :submission
              from capital.contract f, capital.contract t
             where f.code = :from and t.code = :to
            """;

    private static final String DECIDED = """
            select s.id, f.code as from_code, t.code as to_code, s.office_id
              from loan.source_change s
              join capital.contract f on f.id = s.from_contract
              join capital.contract t on t.id = s.to_contract
             where s.id = :id
            """;

    private final JdbcClient db;

    SourceLoans(JdbcClient db) {
        this.db = db;
    }

    /** The loans with principal that are of the contract at an office now, by code; no more than so many. */
    List<Loan> whole(long from, long office, Selection which, int most) {
        return db.sql(WHOLE)
                .param("from", from)
                .param("office", office)
                .param("programme", which.programmeId())
                .param("point", which.point())
                .param("undoes", which.undoes())
                .param("most", most)
                .query((row, n) -> loan(row))
                .list();
    }

    /**
     * The loans of these codes, as they are.
     *
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN} when one is not in scope
     */
    List<Loan> named(List<String> codes) {
        var found = db.sql(NAMED)
                .param("codes", codes.toArray(String[]::new))
                .query((row, n) -> loan(row))
                .list();
        for (var code : codes) {
            if (found.stream().noneMatch(loan -> loan.code().equals(code))) {
                throw new Refused(LoanRefusal.UNKNOWN_LOAN, code);
            }
        }
        return found;
    }

    /** A contract as an office may lend of it on its open day. */
    Optional<Money> money(String code, long office) {
        return db.sql(MONEY)
                .param("code", code)
                .param("office", office)
                .query((row, n) -> new Money(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getObject("signed_on", LocalDate.class),
                        new Allotted(row.getObject("allotment", Long.class), new Dong(row.getLong("free"))),
                        new Limits(
                                List.of((Short[]) row.getArray("programmes").getArray()),
                                row.getObject("cap") == null ? null : new Dong(row.getLong("cap")),
                                row.getObject("area_id", Long.class))))
                .optional();
    }

    /** Nobody lends or promises of the office's parts of these contracts until the transaction ends. */
    void hold(long office, List<String> codes) {
        db.sql(HOLD)
                .param("office", office)
                .param("codes", codes.toArray(String[]::new))
                .query(row -> {});
    }

    /** The first of these points that does not lie in an area. */
    Optional<Long> outside(long area, List<Long> points, LocalDate day) {
        return db.sql(OUTSIDE)
                .param("area", area)
                .param("points", points.toArray(Long[]::new))
                .param("day", day)
                .query(Long.class)
                .optional();
    }

    long newId() {
        return db.sql(NEW_ID).query(Long.class).single();
    }

    void record(Decision decision) {
        db.sql(RECORD)
                .param("id", decision.id())
                .param("point", decision.pointId())
                .param("office", decision.officeId())
                .param("from", decision.from())
                .param("to", decision.to())
                .param("document", decision.approval().document())
                .param("day", decision.approval().day())
                .param("loans", decision.loans())
                .param("principal", decision.principal().amount())
                .param("undoes", decision.undoes())
                .param("change", decision.approval().changeId())
                .param("submission", decision.approval().submission())
                .update();
    }

    /** An earlier decision, if it is in scope. */
    Optional<Decided> decided(long id) {
        return db.sql(DECIDED)
                .param("id", id)
                .query((row, n) -> new Decided(
                        row.getLong("id"),
                        row.getString("from_code"),
                        row.getString("to_code"),
                        row.getLong("office_id")))
                .optional();
    }

    private static Loan loan(ResultSet row) throws SQLException {
        return new Loan(
                row.getLong("id"),
                row.getString("code"),
                new Place(row.getLong("point_id"), row.getString("point"), row.getLong("office_id")),
                row.getInt("programme_id"),
                row.getLong("contract_id"),
                new Sums(
                        new Dong(row.getLong("amount")),
                        new Dong(row.getLong("undrawn")),
                        new Dong(row.getLong("outstanding"))),
                Stage.valueOf(row.getString("stage")));
    }

    /**
     * Which loans of a contract.
     *
     * @param programmeId all programmes if none
     * @param point all points of the office if none
     * @param undoes those of an earlier decision
     */
    record Selection(
            @Nullable Integer programmeId,
            @Nullable String point,
            @Nullable Long undoes) {}

    /** A loan with the money it is of. */
    record Loan(long id, String code, Place place, int programmeId, long contractId, Sums sums, Stage stage) {

        boolean isOpen() {
            return stage == Stage.ACTIVE && sums.outstanding.isPositive();
        }
    }

    record Place(long id, String name, long officeId) {}

    /** Approved, not paid out of it yet, and outstanding. */
    record Sums(Dong amount, Dong undrawn, Dong outstanding) {

        /** What the loan takes of an allotment, lent and promised. */
        Dong taken() {
            return outstanding.plus(undrawn);
        }
    }

    /** The contract that loans come to. */
    record Money(long contractId, String code, LocalDate signedOn, Allotted allotted, Limits limits) {}

    /** What an office has of it; none when nothing was granted. */
    record Allotted(@Nullable Long id, Dong free) {}

    /** What its terms allow. */
    record Limits(
            List<Short> programmes,
            @Nullable Dong cap,
            @Nullable Long areaId) {

        Limits {
            programmes = List.copyOf(programmes);
        }

        boolean allows(int programmeId) {
            return programmes.isEmpty() || programmes.contains((short) programmeId);
        }
    }

    /** A decision as it is recorded. */
    record Decision(
            long id,
            long pointId,
            long officeId,
            String from,
            String to,
            int loans,
            Dong principal,
            @Nullable Long undoes,
            Approval approval) {}

    record Approval(long changeId, UUID submission, String document, LocalDate day) {}

    record Decided(long id, String from, String to, long officeId) {}
}
