package org.dongvon.form.paper;

import java.time.LocalDate;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;
import org.jspecify.annotations.Nullable;

/**
 * 08/TD, giấy đề nghị điều chỉnh kỳ hạn trả nợ: one instalment is asked to move, at most to the next; the final day stays.
 *
 * @param office to whom it is written
 * @param group none of a loan made directly
 * @param director who signs for the bank; empty when written by hand
 */
public record InstalmentRequest(
        Letterhead letterhead,
        String office,
        Applicant borrower,
        @Nullable GroupLine group,
        LoanLine loan,
        Instalment instalment,
        String reason,
        String director)
        implements FormDocument {

    @Override
    public FormCode code() {
        return FormCode.INSTALMENT_REQUEST;
    }

    @Override
    public String subject() {
        return loan.code();
    }

    /** The instalment: how much of it, from when to when. */
    public record Instalment(int seq, Dong amount, LocalDate due, LocalDate asked) {}
}
