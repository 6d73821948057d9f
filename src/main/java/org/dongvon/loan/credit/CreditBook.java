package org.dongvon.loan.credit;

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

/** The overpaid loan, the other loans of its borrower, and what became of its credit so far. */
@Repository
class CreditBook {

    private static final String LOAN = """
            select l.id, l.code, l.point_id, pt.office_id, d.day, l.stage, l.borrower_id, p.full_name, p.restricted
              from loan.loan l
              join household.person p on p.id = l.borrower_id
              join organisation.point pt on pt.id = l.point_id
              join organisation.business_day d on d.office_id = pt.office_id
             where l.code = :code and l.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or l.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or l.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or l.borrower_id = (select shared.scope_person()))
            """;

    private static final String OTHERS = """
            select l.id, l.code
              from loan.loan l
             where l.borrower_id = :borrower and l.id <> :loan and l.point_id = :point and l.stage = 'ACTIVE'
             order by l.code
            """;

    private static final String USES = """
            select u.id, u.kind, u.amount, u.booked_on, u.submission, o.code as other, u.holder, u.account, u.bank,
                   b.booked_on as taken_back
              from loan.credit_use u
              left join loan.loan o on o.id = u.other_loan_id
              left join loan.credit_use b on b.reverses = u.id
             where u.loan_id = :loan and u.kind <> 'BACK' and u.point_id <@ (select shared.scope())
             order by u.id desc
            """;

    private static final String ADD = """
            insert into loan.credit_use (loan_id, point_id, kind, amount, booked_on, other_loan_id, holder, account, bank, reverses,
                                         reverses_kind, change_id, submission)
            values (:loan, :point, :kind, :amount, :day, :other, :holder, :account, :bank, :reverses, :reverses_kind, :change,
                    :submission)
            """;

    private final JdbcClient db;

    CreditBook(JdbcClient db) {
        this.db = db;
    }

    /**
     * A loan of the scope.
     *
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN}
     */
    Overpaid get(String code) {
        return db.sql(LOAN)
                .param("code", code)
                .query(CreditBook::loan)
                .optional()
                .orElseThrow(() -> new Refused(LoanRefusal.UNKNOWN_LOAN, code));
    }

    private static Overpaid loan(ResultSet row, int n) throws SQLException {
        return new Overpaid(
                row.getLong("id"),
                row.getString("code"),
                new Place(row.getLong("point_id"), row.getLong("office_id"), row.getObject("day", LocalDate.class)),
                Stage.valueOf(row.getString("stage")),
                row.getLong("borrower_id"),
                row.getBoolean("restricted") ? null : row.getString("full_name"));
    }

    /** The running loans of the same borrower at the same point. */
    List<Other> others(Overpaid loan) {
        return db.sql(OTHERS)
                .param("borrower", loan.borrowerId())
                .param("loan", loan.id())
                .param("point", loan.place().pointId())
                .query((row, n) -> new Other(row.getLong("id"), row.getString("code")))
                .list();
    }

    /**
     * One of them.
     *
     * @throws Refused {@link LoanRefusal#CREDIT_OTHER_LOAN}
     */
    Other other(Overpaid loan, String code) {
        return others(loan).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused(LoanRefusal.CREDIT_OTHER_LOAN, code, loan.code()));
    }

    /** What became of the credit, the latest first. */
    List<Use> uses(long loanId) {
        return db.sql(USES)
                .param("loan", loanId)
                .query((row, n) -> new Use(
                        row.getLong("id"),
                        row.getString("kind"),
                        new Dong(row.getLong("amount")),
                        row.getObject("booked_on", LocalDate.class),
                        row.getObject("submission", UUID.class),
                        row.getString("other"),
                        new Account(row.getString("holder"), row.getString("account"), row.getString("bank")),
                        row.getObject("taken_back", LocalDate.class)))
                .list();
    }

    /** One of them. */
    Optional<Use> use(long loanId, long id) {
        return uses(loanId).stream().filter(each -> each.id() == id).findFirst();
    }

    void add(Overpaid loan, Entry entry) {
        db.sql(ADD)
                .param("loan", loan.id())
                .param("point", loan.place().pointId())
                .param("kind", entry.kind())
                .param("amount", entry.amount().amount())
                .param("day", loan.place().day())
                .param("other", entry.other())
                .param("holder", entry.account().holder())
                .param("account", entry.account().number())
                .param("bank", entry.account().bank())
                .param(
                        "reverses",
                        entry.reverses() == null ? null : entry.reverses().id())
                .param(
                        "reverses_kind",
                        entry.reverses() == null ? null : entry.reverses().kind())
                .param("change", entry.changeId())
                .param("submission", entry.submission())
                .update();
    }

    /** A loan and where it is served, on its office's open day; {@code name} is none where processing is restricted. */
    record Overpaid(
            long id,
            String code,
            Place place,
            Stage stage,
            long borrowerId,
            @Nullable String name) {

        String title() {
            return name == null ? code : code + " · " + name;
        }

        List<Long> people() {
            return name == null ? List.of() : List.of(borrowerId);
        }
    }

    record Place(long pointId, long officeId, LocalDate day) {}

    record Other(long id, String code) {}

    /** Whose account; all empty where there is none. */
    record Account(String holder, String number, String bank) {

        static final Account NONE = new Account("", "", "");
    }

    /** A use as it stands; {@code takenBack} is the day on which it was. */
    record Use(
            long id,
            String kind,
            Dong amount,
            LocalDate day,
            UUID submission,
            @Nullable String other,
            Account account,
            @Nullable LocalDate takenBack) {}

    /** A use to be written down. */
    record Entry(
            String kind,
            Dong amount,
            @Nullable Long other,
            Account account,
            @Nullable Use reverses,
            long changeId,
            UUID submission) {}
}
