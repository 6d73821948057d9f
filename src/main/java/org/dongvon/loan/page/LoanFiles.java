package org.dongvon.loan.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.calendar.SessionDay;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.engine.schedule.Instalment;
import org.dongvon.household.IdentityNumber;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.loan.LoanMovement;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.Stage;
import org.dongvon.loan.explanation.Moved;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads one loan with everything its pages show. */
@Repository
class LoanFiles {

    // The contract may be another office's, and then out of the reader's scope.
    private static final String FILE = """
            select l.id, l.code, l.amount, l.undrawn, l.source_moves, l.programme_id, l.series_id, l.stage, l.approved_on, l.disbursed_on,
                   l.interest_due_from, l.closed_on, l.member_id,
                   p.id as borrower_id, p.full_name, p.identity_last4, p.restricted, h.hamlet,
                   g.code as group_code, g.name as group_name, headed.id as head_id, headed.full_name as head,
                   a.name_vi as association_vi, a.name_en as association_en,
                   c.code as contract, coalesce(s.name_vi, '') as source_vi, coalesce(s.name_en, '') as source_en,
                   u.name as point, o.name as office, pt.session_day, d.day as open_day
              from loan.loan l
              join household.person p on p.id = l.borrower_id
              join household.household h on h.id = l.household_id
              join organisation.association a on a.code = l.association
              join organisation.unit u on u.id = l.point_id
              join organisation.point pt on pt.id = l.point_id
              join organisation.unit o on o.id = pt.office_id
              join organisation.business_day d on d.office_id = pt.office_id
              left join capital.contract c on c.id = l.contract_id
              left join capital.source s on s.code = c.source
              left join "group".credit_group g on g.id = l.group_id
              left join "group".member m on m.group_id = g.id and m.office_held = 'HEAD' and m.left_on is null
              left join household.person headed on headed.id = m.person_id
             where l.code = :code and l.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or l.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or l.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or l.borrower_id = (select shared.scope_person()))
            """;

    private static final String FORMER = """
            select c.code, s.booked_on, s.document
              from loan.source_move m
              join loan.source_change s on s.id = m.change_id
              left join capital.contract c on c.id = m.from_contract
             where m.loan_id = :loan
             order by m.journal_id
            """;

    // A change of source moves nothing that the borrower owes; the page tells of it by itself.
    private static final String MOVEMENTS = """
            select m.journal_id, m.line_no, m.line_id, m.series_id, m.part, m.kind, m.value_date, m.principal, m.interest,
                   m.constant, m.reverses, j.voucher, j.business_date, u.code as voucher_point,
                   exists (select from loan.movement r
                            where r.reverses = m.line_id and r.series_id = m.series_id and r.part = m.part) as undone
              from loan.movement m
              join ledger.v_journal j on j.id = m.journal_id
              join organisation.unit u on u.id = j.point_id
             where m.loan_id = :loan and m.kind not in ('FROM_SOURCE', 'TO_SOURCE')
             order by m.journal_id, m.line_no, m.kind = 'ROUNDING', m.part
            """;

    private static final String INSTALMENTS = """
            select seq, contract_date, due_date, amount from loan.instalment where loan_id = :loan order by seq
            """;

    private final JdbcClient db;

    LoanFiles(JdbcClient db) {
        this.db = db;
    }

    /**
     * The loan of a code.
     *
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN} when there is none in scope
     */
    LoanFile get(String code) {
        return db.sql(FILE)
                .param("code", code)
                .query((row, n) -> file(row))
                .optional()
                .orElseThrow(() -> new Refused(LoanRefusal.UNKNOWN_LOAN, code));
    }

    /** Its movements in the order of posting. */
    List<PostedPart> movements(long loanId) {
        return db.sql(MOVEMENTS)
                .param("loan", loanId)
                .query((row, n) -> movement(row))
                .list();
    }

    /** Its instalments; none before it is paid out. */
    List<Instalment> instalments(long loanId) {
        return db.sql(INSTALMENTS)
                .param("loan", loanId)
                .query((row, n) -> new Instalment(
                        row.getInt("seq"),
                        row.getObject("contract_date", LocalDate.class),
                        row.getObject("due_date", LocalDate.class),
                        new Dong(row.getLong("amount"))))
                .list();
    }

    private List<LoanFile.FormerMoney> former(ResultSet row) throws SQLException {
        return row.getInt("source_moves") == 0
                ? List.of()
                : db.sql(FORMER)
                        .param("loan", row.getLong("id"))
                        .query((move, n) -> new LoanFile.FormerMoney(
                                move.getString("code"),
                                move.getObject("booked_on", LocalDate.class),
                                move.getString("document")))
                        .list();
    }

    private LoanFile file(ResultSet row) throws SQLException {
        int sessionDay = row.getInt("session_day");
        return new LoanFile(
                row.getLong("id"),
                row.getString("code"),
                new Dong(row.getLong("amount")),
                new Dong(row.getLong("undrawn")),
                new LoanFile.Borrower(
                        row.getLong("borrower_id"),
                        row.getString("full_name"),
                        IdentityNumber.masked(row.getString("identity_last4")),
                        row.getString("hamlet"),
                        row.getBoolean("restricted")),
                group(row),
                new LoanFile.Money(
                        row.getInt("programme_id"),
                        row.getInt("series_id"),
                        new Label(row.getString("source_vi"), row.getString("source_en")),
                        row.getString("contract"),
                        former(row)),
                new LoanFile.Life(
                        Stage.valueOf(row.getString("stage")),
                        row.getObject("approved_on", LocalDate.class),
                        row.getObject("disbursed_on", LocalDate.class),
                        row.getObject("interest_due_from", LocalDate.class),
                        row.getObject("closed_on", LocalDate.class)),
                new LoanFile.Place(
                        row.getString("point"),
                        row.getString("office"),
                        sessionDay == 0 ? null : new SessionDay(sessionDay),
                        row.getObject("open_day", LocalDate.class)));
    }

    private static LoanFile.@Nullable Carrier group(ResultSet row) throws SQLException {
        var code = row.getString("group_code");
        return code == null
                ? null
                : new LoanFile.Carrier(
                        row.getLong("member_id"),
                        code,
                        row.getString("group_name"),
                        head(row),
                        new Label(row.getString("association_vi"), row.getString("association_en")));
    }

    private static LoanFile.@Nullable Head head(ResultSet row) throws SQLException {
        var name = row.getString("head");
        return name == null ? null : new LoanFile.Head(row.getLong("head_id"), name);
    }

    private static PostedPart movement(ResultSet row) throws SQLException {
        var position = new Moved.Position(row.getInt("series_id"), Part.valueOf(row.getString("part")));
        var delta = new InterestLine(
                row.getLong("principal"), row.getBigDecimal("constant").toBigIntegerExact());
        var moved = new Moved(
                row.getObject("line_id", UUID.class),
                row.getObject("value_date", LocalDate.class),
                position,
                delta,
                new Dong(row.getLong("interest")));
        var year = row.getObject("business_date", LocalDate.class).getYear();
        var number = new VoucherNumber(row.getString("voucher_point"), year, row.getInt("voucher"));
        return new PostedPart(
                new PostedPart.Voucher(row.getLong("journal_id"), number.toString()),
                row.getInt("line_no"),
                LoanMovement.Kind.valueOf(row.getString("kind")),
                row.getObject("reverses", UUID.class),
                row.getBoolean("undone"),
                moved);
    }
}
