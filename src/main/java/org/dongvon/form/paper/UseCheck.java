package org.dongvon.form.paper;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;

/**
 * 06/TD, phiếu kiểm tra sử dụng vốn vay: what the books say and what was found, fifteen columns in two blocks, in million đồng.
 *
 * @param unit who checks
 * @param checkers the people who check
 * @param checkedOn the day of the visits
 */
public record UseCheck(
        Letterhead letterhead,
        String unit,
        List<String> checkers,
        LocalDate checkedOn,
        GroupLine group,
        List<Row> rows,
        String remarks)
        implements FormDocument {

    public UseCheck {
        checkers = List.copyOf(checkers);
        rows = List.copyOf(rows);
    }

    @Override
    public FormCode code() {
        return FormCode.USE_CHECK;
    }

    @Override
    public String subject() {
        return group.code();
    }

    public Dong disbursed() {
        return Dong.sum(rows.stream().map(row -> row.book().disbursed()).toList());
    }

    public Dong outstanding() {
        return Dong.sum(rows.stream().map(row -> row.book().outstanding()).toList());
    }

    public Dong right() {
        return Dong.sum(rows.stream().map(row -> row.found().right()).toList());
    }

    public Dong wrong() {
        return Dong.sum(rows.stream().map(row -> row.found().wrong()).toList());
    }

    /** How many borrowers used all of it for what they asked. */
    public long countRight() {
        return rows.stream()
                .filter(row -> row.found().isSeen() && !row.found().wrong().isPositive())
                .count();
    }

    /** How many did not. */
    public long countWrong() {
        return rows.stream().filter(row -> row.found().wrong().isPositive()).count();
    }

    /** Whether anything was found yet; before that the sheet is printed to be filled in by hand. */
    public boolean isFilled() {
        return rows.stream().anyMatch(row -> row.found().isSeen());
    }

    /** One loan. */
    public record Row(int ordinal, String borrower, String programme, Book book, Found found) {}

    /** What the books say. */
    public record Book(Dong disbursed, Dong outstanding) {}

    /**
     * What was found.
     *
     * @param arrears interest in arrears of the part in term
     * @param overdueArrears interest in arrears of the part that is overdue
     * @param use what the money was used for; empty when nobody was there yet
     * @param effect {@code Có} or {@code Không}
     * @param cause why it was used wrongly or without effect
     */
    public record Found(
            Dong outstanding,
            Dong arrears,
            Dong overdueArrears,
            String use,
            Dong right,
            Dong wrong,
            String effect,
            String cause) {

        /** Nobody was there yet. */
        public static final Found OPEN = new Found(Dong.ZERO, Dong.ZERO, Dong.ZERO, "", Dong.ZERO, Dong.ZERO, "", "");

        public boolean isSeen() {
            return !use.isEmpty();
        }
    }
}
