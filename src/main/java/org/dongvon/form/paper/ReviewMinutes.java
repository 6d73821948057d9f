package org.dongvon.form.paper;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;
import org.jspecify.annotations.Nullable;

/**
 * 10C/TD, biên bản họp Tổ TK&VV: admissions, exits, the review of applications (bình xét) and the level of deposits.
 *
 * @param people who took part, who came and who left
 * @param deposit what each member pays in a month; none when it was not spoken of
 */
public record ReviewMinutes(
        Letterhead letterhead,
        GroupLine group,
        Meeting meeting,
        People people,
        List<Row> rows,
        @Nullable Dong deposit,
        Signers signers)
        implements FormDocument {

    public ReviewMinutes {
        rows = List.copyOf(rows);
    }

    @Override
    public FormCode code() {
        return FormCode.REVIEW_MINUTES;
    }

    @Override
    public String subject() {
        return group.code();
    }

    /** The applications that a majority was for. */
    public List<Row> accepted() {
        return rows.stream().filter(Row::accepted).toList();
    }

    /** What the accepted ones ask for. */
    public Dong proposed() {
        return Dong.sum(accepted().stream().map(Row::amount).toList());
    }

    /**
     * When and where the group met.
     *
     * @param hour as said: {@code 14 giờ 00}; empty when written by hand
     */
    public record Meeting(LocalDate heldOn, String hour, String place, int members, int present) {}

    /** Guests by role, members who came, members who left. */
    public record People(List<Guest> guests, List<String> admitted, List<String> leaving) {

        public People {
            guests = List.copyOf(guests);
            admitted = List.copyOf(admitted);
            leaving = List.copyOf(leaving);
        }
    }

    /** Who was there besides the members. */
    public record Guest(String name, String role) {}

    /** One application and the votes on it. */
    public record Row(
            int ordinal,
            String name,
            String programme,
            String purpose,
            Dong amount,
            int months,
            Votes votes,
            boolean accepted) {}

    /** How the members present voted. */
    public record Votes(int inFavour, int against) {}

    /** Who signs. */
    public record Signers(String secretary, String chair, String association, String hamletHead) {}
}
