package org.dongvon.form.paper;

import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;
import org.jspecify.annotations.Nullable;

/**
 * 15/TD, danh sách đối chiếu dư nợ, tiền gửi: what the books say of each member, beside what the member says, or a blank for it.
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
     * @param said nothing where it is still to be written in by hand
     */
    public record Row(
            int ordinal,
            String member,
            String programme,
            String loan,
            Book book,
            @Nullable Dong deposit,
            @Nullable Said said) {}

    /** Of how many rows something was said. */
    public long saidRows() {
        return rows.stream().filter(row -> row.said() != null).count();
    }

    /** How many of them differ from the books. */
    public long differingRows() {
        return rows.stream()
                .filter(row -> row.said() != null && !row.said().off().isZero())
                .count();
    }

    /** What a member said, the deposit on the first of their rows alone. */
    public record Said(Dong outstanding, @Nullable Dong deposit, Off off) {}

    /** What was said less what the books say. */
    public record Off(Dong principal, Dong interest, Dong deposit) {

        public boolean isZero() {
            return principal.isZero() && interest.isZero() && deposit.isZero();
        }
    }

    /** Principal in all, what of it is overdue, and interest owed on the day. */
    public record Book(Dong outstanding, Dong overdue, Dong interest) {}
}
