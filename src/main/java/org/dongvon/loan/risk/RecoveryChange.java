package org.dongvon.loan.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Journal;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.WrittenOffDebt;
import org.dongvon.loan.WrittenOffDebt.Claimed;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Money that comes in by transfer of a loan written off (thu hồi nợ đã xóa). The subject is the loan's code. */
@Component
public class RecoveryChange implements ChangeKind {

    public static final String NAME = "loan.recovery";

    private static final String LOAN = """
            select l.id, l.point_id, pt.office_id, l.borrower_id, p.full_name, p.restricted
              from loan.loan l
              join household.person p on p.id = l.borrower_id
              join organisation.point pt on pt.id = l.point_id
             where l.code = :code and l.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or l.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or l.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or l.borrower_id = (select shared.scope_person()))
            """;

    private final WrittenOffDebt debt;
    private final BusinessDays days;
    private final JdbcClient db;

    RecoveryChange(WrittenOffDebt debt, BusinessDays days, JdbcClient db) {
        this.debt = debt;
        this.days = days;
        this.db = db;
    }

    /** What is asked for: principal and interest that came in. */
    public static Facts received(Claimed received) {
        return Facts.none().dong("principal", received.principal()).dong("interest", received.interest());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return Set.of(Role.ACCOUNTANT);
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.DIRECTOR);
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public Label describe(String subject) {
        return Label.same(loan(subject).title(subject));
    }

    @Override
    public List<Long> people(String subject) {
        return loan(subject).people();
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return loan(subject).pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var loan = loan(subject);
        days.hold(loan.officeId());
        var claimed = debt.claimed(loan.id());
        return Facts.none()
                .dong("principal", null)
                .dong("interest", null)
                .dong("claimed-principal", claimed.principal())
                .dong("claimed-interest", claimed.interest());
    }

    @Override
    public Dong amount(Facts current, Facts wanted) {
        return of(wanted).principal().plus(of(wanted).interest());
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        of(wanted)
                .requireWithin(
                        new Claimed(current.dongOf("claimed-principal"), current.dongOf("claimed-interest")), subject);
    }

    private static Claimed of(Facts wanted) {
        return new Claimed(wanted.dongOf("principal"), wanted.dongOf("interest"));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var loan = loan(approved.subject());
        LocalDate day = days.hold(loan.officeId());
        var header =
                new Journal.Header(approved.submission(), loan.pointId(), loan.officeId(), day, day, "RECOVERY", null);
        debt.recover(header, loan.id(), of(approved.wanted()));
    }

    @Override
    public String form(String subject) {
        return "/loans/" + subject + "/recovery";
    }

    private Loan loan(String code) {
        return db.sql(LOAN)
                .param("code", code)
                .query((row, n) -> new Loan(
                        row.getLong("id"),
                        row.getLong("point_id"),
                        row.getLong("office_id"),
                        row.getLong("borrower_id"),
                        row.getBoolean("restricted") ? null : row.getString("full_name")))
                .optional()
                .orElseThrow(() -> new Refused(LoanRefusal.UNKNOWN_LOAN, code));
    }

    private record Loan(
            long id,
            long pointId,
            long officeId,
            long borrowerId,
            @Nullable String name) {

        String title(String code) {
            return name == null ? code : code + " · " + name;
        }

        List<Long> people() {
            return name == null ? List.of() : List.of(borrowerId);
        }
    }
}
