package org.dongvon.form.paper;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;

/**
 * Danh sách nợ đến hạn: instalments of a group's loans that fall due in a month, given to it at least thirty days ahead.
 *
 * @param month the first day of the month
 * @param signer who signs for the bank; empty when written by hand
 */
public record DueList(Letterhead letterhead, GroupLine group, LocalDate month, List<Row> rows, String signer)
        implements FormDocument {

    public DueList {
        rows = List.copyOf(rows);
    }

    @Override
    public FormCode code() {
        return FormCode.DUE_LIST;
    }

    @Override
    public String subject() {
        return group.code();
    }

    public Dong due() {
        return Dong.sum(rows.stream().map(Row::due).toList());
    }

    public Dong outstanding() {
        return Dong.sum(rows.stream().map(Row::outstanding).toList());
    }

    /**
     * One instalment.
     *
     * @param days by contract, and the session on which it is to be paid
     * @param due what is still to be paid of it
     * @param last whether it is the loan's last
     */
    public record Row(
            int ordinal,
            String borrower,
            String programme,
            String loan,
            Days days,
            Dong due,
            Dong outstanding,
            boolean last) {}

    /** By contract, and by the session. */
    public record Days(LocalDate contractDate, LocalDate dueOn) {}
}
