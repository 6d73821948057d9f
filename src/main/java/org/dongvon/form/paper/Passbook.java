package org.dongvon.form.paper;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;
import org.jspecify.annotations.Nullable;

/**
 * Sổ vay vốn: who borrowed, under which terms, with which rights and duties, and each payment out and in.
 *
 * @param holder who borrowed
 * @param loan the loan
 * @param plan the instalments
 * @param log payments, oldest first
 */
public record Passbook(Letterhead letterhead, Holder holder, Loan loan, List<Planned> plan, List<Line> log)
        implements FormDocument {

    public Passbook {
        plan = List.copyOf(plan);
        log = List.copyOf(log);
    }

    @Override
    public FormCode code() {
        return FormCode.LOAN_BOOK;
    }

    @Override
    public String subject() {
        return loan.code();
    }

    /**
     * Who borrowed.
     *
     * @param customer the household's code
     * @param group the group that carries the loan; none for a loan made directly
     */
    public record Holder(
            String customer,
            String name,
            LocalDate bornOn,
            String sex,
            String identity,
            String address,
            @Nullable GroupLine group) {}

    /** The loan. */
    public record Loan(
            String code,
            String programme,
            Dong amount,
            AnnualRate rate,
            AnnualRate overdueRate,
            LocalDate disbursedOn,
            LocalDate finalDue,
            Balance balance) {}

    /** What is left on the day of the letterhead. */
    public record Balance(Dong outstanding, Dong overdue, Dong interest) {}

    /** An instalment. */
    public record Planned(int seq, LocalDate contractDate, LocalDate dueOn, Dong amount) {}

    /**
     * A payment.
     *
     * @param what what it was, in words
     * @param remaining principal left after it
     */
    public record Line(LocalDate day, String what, String voucher, Dong principal, Dong interest, Dong remaining) {}
}
