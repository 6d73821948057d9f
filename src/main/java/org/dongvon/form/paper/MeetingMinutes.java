package org.dongvon.form.paper;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;

/**
 * Biên bản họp giao ban: the meeting after a session, with who was there and the figures of each group that were kept when it was
 * signed.
 *
 * @param root the root of the sealed day; empty while the day is open
 */
public record MeetingMinutes(
        Letterhead letterhead, Held held, List<Attendee> attendees, List<Row> rows, Texts texts, String root)
        implements FormDocument {

    public MeetingMinutes {
        attendees = List.copyOf(attendees);
        rows = List.copyOf(rows);
    }

    @Override
    public FormCode code() {
        return FormCode.MEETING_MINUTES;
    }

    @Override
    public String subject() {
        return held.code();
    }

    public long there() {
        return attendees.stream().filter(Attendee::there).count();
    }

    /** The groups that handed in no sheet, by name. */
    public String absent() {
        return String.join(
                ", ",
                rows.stream().filter(row -> !row.handedIn()).map(Row::name).toList());
    }

    public long unchecked() {
        return rows.stream().mapToLong(Row::unchecked).sum();
    }

    public Dong outstanding() {
        return Dong.sum(rows.stream().map(row -> row.debt().outstanding()).toList());
    }

    public Dong overdue() {
        return Dong.sum(rows.stream().map(row -> row.debt().overdue()).toList());
    }

    public Dong arrears() {
        return Dong.sum(rows.stream().map(row -> row.debt().arrears()).toList());
    }

    public Dong due() {
        return Dong.sum(rows.stream().map(Row::due).toList());
    }

    /**
     * The meeting.
     *
     * @param chair the session's leader
     */
    public record Held(
            String code, String point, String address, LocalDate session, String chair, LocalDate signedOn) {}

    /** Who sat there, by seat; the name is empty when nobody wrote one. */
    public record Attendee(String seat, String name, String presence, boolean there) {}

    /**
     * A group's figures.
     *
     * @param unchecked loans without 06/TD
     * @param due principal of the next month
     * @param rating its class; empty before the first
     */
    public record Row(String code, String name, boolean handedIn, Debt debt, long unchecked, Dong due, String rating) {}

    /** Principal, of it overdue, and interest still owed. */
    public record Debt(Dong outstanding, Dong overdue, Dong arrears) {}

    /** In people's own words, line by line; no line where nothing was said. */
    public record Texts(List<String> news, List<String> opinions, List<String> conclusion) {

        public Texts {
            news = List.copyOf(news);
            opinions = List.copyOf(opinions);
            conclusion = List.copyOf(conclusion);
        }
    }
}
