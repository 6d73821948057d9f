package org.dongvon.form.paper;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;
import org.jspecify.annotations.Nullable;

/**
 * 13/TD, bảng kê lãi phải thu – lãi thực thu – tiền gửi: what a group's members are asked for at a session, and what was paid.
 *
 * @param session the day of the session
 * @param teller who takes it in; empty before the session has a team
 */
public record CollectionSheet(Letterhead letterhead, GroupLine group, LocalDate session, List<Row> rows, String teller)
        implements FormDocument {

    public CollectionSheet {
        rows = List.copyOf(rows);
    }

    @Override
    public FormCode code() {
        return FormCode.COLLECTION_SHEET;
    }

    @Override
    public String subject() {
        return group.code();
    }

    public Dong outstanding() {
        return Dong.sum(rows.stream().map(row -> row.asked().outstanding()).toList());
    }

    public Dong arrears() {
        return Dong.sum(rows.stream().map(row -> row.asked().arrears()).toList());
    }

    public Dong interest() {
        return Dong.sum(rows.stream().map(row -> row.asked().interest()).toList());
    }

    public Dong interestInAll() {
        return arrears().plus(interest());
    }

    public Dong deposits() {
        return Dong.sum(rows.stream().map(row -> row.asked().deposit()).toList());
    }

    /** Whether anything was handed in yet; before that the columns are left to be written on. */
    public boolean isHandedIn() {
        return rows.stream().anyMatch(row -> row.taken() != null);
    }

    public Dong interestTaken() {
        return Dong.sum(rows.stream().map(Row::interestTaken).toList());
    }

    public Dong depositsTaken() {
        return Dong.sum(rows.stream().map(Row::depositTaken).toList());
    }

    /**
     * A member with one loan, or with a deposit alone.
     *
     * @param ordinal the member's number in the group
     * @param loan the loan's code; empty without a loan
     * @param taken what was paid; none when nothing was handed in for this line
     */
    public record Row(
            int ordinal,
            String member,
            String programme,
            String loan,
            Asked asked,
            @Nullable Taken taken) {

        Dong interestTaken() {
            return taken == null ? Dong.ZERO : taken.interest();
        }

        Dong depositTaken() {
            return taken == null ? Dong.ZERO : taken.deposit();
        }
    }

    /**
     * What the books ask for.
     *
     * @param arrears interest owed by the session before and not paid
     * @param interest what was added since
     * @param deposit what the member pays in a month
     */
    public record Asked(Dong outstanding, Dong arrears, Dong interest, Dong deposit) {

        public Dong interestInAll() {
            return arrears.plus(interest);
        }
    }

    /** What was paid. */
    public record Taken(Dong interest, Dong deposit) {}
}
