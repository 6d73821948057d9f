package org.dongvon.form.paper;

import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;
import org.jspecify.annotations.Nullable;

/**
 * 15/TD, danh sách đối chiếu dư nợ, tiền gửi: what the books say of each member, beside what the member says.
 */
public record ReconciliationList(Letterhead letterhead, GroupLine group, List<Row> rows) implements FormDocument {

    public ReconciliationList {
        rows = List.copyOf(rows);
    }

    @Override
    public FormCode code() {
        return FormCode.RECONCILIATION;
    }

    @Override
    public String subject() {
        return group.code();
    }

    public Dong outstanding() {
        return Dong.sum(rows.stream().map(row -> row.book().outstanding()).toList());
    }

    public Dong overdue() {
        return Dong.sum(rows.stream().map(row -> row.book().overdue()).toList());
    }

    public Dong interest() {
        return Dong.sum(rows.stream().map(row -> row.book().interest()).toList());
    }

    public Dong deposits() {
        return Dong.sum(rows.stream()
                .map(row -> row.deposit() == null ? Dong.ZERO : row.deposit())
                .toList());
    }

    /**
     * A member with one loan, or with a deposit alone.
     *
     * @param deposit the member's deposit, on the first of their rows alone
     */
    public record Row(
            int ordinal,
            String member,
            String programme,
            String loan,
            Book book,
            @Nullable Dong deposit) {}

    /** Principal in all, what of it is overdue, and interest owed on the day. */
    public record Book(Dong outstanding, Dong overdue, Dong interest) {}
}
