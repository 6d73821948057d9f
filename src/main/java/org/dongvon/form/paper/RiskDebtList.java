package org.dongvon.form.paper;

import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;

/**
 * 04/XLN, danh sách đề nghị khoanh nợ, or 05/XLN, danh sách đề nghị xóa nợ: the debts of one office, one source and one round.
 *
 * @param code {@link FormCode#FREEZE_LIST} or {@link FormCode#WRITE_OFF_LIST}
 */
public record RiskDebtList(Letterhead letterhead, FormCode code, Round round, List<Row> rows) implements FormDocument {

    public RiskDebtList {
        rows = List.copyOf(rows);
    }

    @Override
    public String subject() {
        return round.name() + "_" + round.contract();
    }

    public boolean isOfFreezes() {
        return code == FormCode.FREEZE_LIST;
    }

    public Dong principal() {
        return Dong.sum(rows.stream().map(row -> row.debt().principal()).toList());
    }

    public Dong interest() {
        return Dong.sum(rows.stream().map(row -> row.debt().interest()).toList());
    }

    public Dong all() {
        return principal().plus(interest());
    }

    /**
     * Of which round and which money the list is.
     *
     * @param name {@code 2026-1}
     * @param contract the source's code
     * @param owner whose money it is
     */
    public record Round(String name, int number, int year, String contract, String owner) {}

    /**
     * A debt.
     *
     * @param place hamlet and commune
     * @param months asked for; 0 where the measure has no time
     */
    public record Row(int ordinal, String borrower, String place, RiskDebt debt, int months) {}
}
