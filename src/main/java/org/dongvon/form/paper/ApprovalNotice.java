package org.dongvon.form.paper;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;

/**
 * 04/TD, thông báo kết quả phê duyệt cho vay: who was approved, and when and where the money is paid out.
 *
 * @param commune to which people's committee it goes
 * @param payment day and place of the payment
 * @param signer who signs for the bank; empty when written by hand
 */
public record ApprovalNotice(
        Letterhead letterhead, GroupLine group, List<Row> rows, String commune, Payment payment, String signer)
        implements FormDocument {

    public ApprovalNotice {
        rows = List.copyOf(rows);
    }

    @Override
    public FormCode code() {
        return FormCode.APPROVAL_NOTICE;
    }

    @Override
    public String subject() {
        return group.code();
    }

    /** The sum of what was approved. */
    public Dong total() {
        return Dong.sum(rows.stream().map(Row::amount).toList());
    }

    /** One borrower. */
    public record Row(int ordinal, String name, String programme, String purpose, Dong amount, int months) {}

    /** When and where the money is paid out. */
    public record Payment(LocalDate day, String place) {}
}
