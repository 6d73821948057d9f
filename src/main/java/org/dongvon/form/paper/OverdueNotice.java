package org.dongvon.form.paper;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;

/**
 * 14/TD, thông báo chuyển nợ quá hạn: which principal of a group's loans became overdue, and since when.
 *
 * @param signer who signs for the bank; empty when written by hand
 */
public record OverdueNotice(Letterhead letterhead, GroupLine group, List<Row> rows, String signer)
        implements FormDocument {

    public OverdueNotice {
        rows = List.copyOf(rows);
    }

    @Override
    public FormCode code() {
        return FormCode.OVERDUE_NOTICE;
    }

    @Override
    public String subject() {
        return group.code();
    }

    /** What is overdue in all. */
    public Dong overdue() {
        return Dong.sum(rows.stream().map(Row::overdue).toList());
    }

    /** Whether a row tells of an instalment, not of a whole loan: only then the rule of instalments is cited. */
    public boolean isOfInstalments() {
        return rows.stream().anyMatch(Row::instalment);
    }

    /**
     * One loan.
     *
     * @param since the day since which it is overdue
     * @param balance principal of the loan in all, and what of it is overdue
     * @param rate the rate of the overdue part
     * @param instalment whether it is an instalment before the loan's last
     */
    public record Row(
            int ordinal,
            String borrower,
            String programme,
            String loan,
            LocalDate since,
            Balance balance,
            AnnualRate rate,
            boolean instalment) {

        public Dong overdue() {
            return balance.overdue();
        }
    }

    /** Principal in all, and what of it is overdue. */
    public record Balance(Dong outstanding, Dong overdue) {}
}
