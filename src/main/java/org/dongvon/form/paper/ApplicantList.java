package org.dongvon.form.paper;

import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;

/**
 * 03/TD, danh sách hộ gia đình đề nghị vay vốn: what the group proposes, the commune confirms and the bank approves.
 *
 * @param programme the programme of all rows
 * @param commune the people's committee that confirms
 */
public record ApplicantList(
        Letterhead letterhead, String programme, GroupLine group, List<Row> rows, String commune, String director)
        implements FormDocument {

    public ApplicantList {
        rows = List.copyOf(rows);
    }

    @Override
    public FormCode code() {
        return FormCode.APPLICANT_LIST;
    }

    @Override
    public String subject() {
        return group.code();
    }

    /** The sum of the group's proposal. */
    public Dong asked() {
        return Dong.sum(rows.stream().map(Row::amount).toList());
    }

    /** The sum of the bank's approval. */
    public Dong approved() {
        return Dong.sum(
                accepted().stream().map(Row::approval).map(Approval::amount).toList());
    }

    /** The rows that the bank approved. */
    public List<Row> accepted() {
        return rows.stream().filter(row -> row.approval().amount().isPositive()).toList();
    }

    /** The rows that were not approved, with their reason. */
    public List<Row> refused() {
        return rows.stream().filter(row -> !row.approval().reason().isEmpty()).toList();
    }

    /** Whether the bank has decided. */
    public boolean isDecided() {
        return !accepted().isEmpty() || !refused().isEmpty();
    }

    /**
     * One household.
     *
     * @param beneficiary its class: {@code Hộ nghèo}
     */
    public record Row(
            int ordinal, String name, String beneficiary, Dong amount, String purpose, int months, Approval approval) {}

    /** What the bank says of a row: nothing yet, an amount and a term, or why not. */
    public record Approval(Dong amount, int months, String reason) {

        /** Not yet decided. */
        public static final Approval OPEN = new Approval(Dong.ZERO, 0, "");
    }
}
