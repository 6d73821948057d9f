package org.dongvon.supervision.meeting;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dongvon.shared.Refused;

/**
 * What the minutes say in people's own words, and who was there.
 *
 * @param seats those of which something is said; the others stay open
 */
public record WrittenMinutes(Texts texts, List<Seat> seats) {

    static final int LONGEST_TEXT = 4_000;
    static final int LONGEST_NAME = 100;

    /** An identity or telephone number has no place in minutes that hang on a wall. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{9}");

    public WrittenMinutes {
        seats = List.copyOf(seats);
    }

    /**
     * The texts around the figures, each in one spelling.
     *
     * @param news what the bank made known
     * @param opinions what was said at the meeting
     * @param conclusion what was agreed
     */
    public record Texts(String news, String opinions, String conclusion) {

        /**
         * The texts as written.
         *
         * @throws Refused {@link MeetingRefusal#MEETING_TEXT_LONG}, {@link MeetingRefusal#MEETING_HOLDS_NUMBER}
         */
        public Texts {
            news = spelled(news, LONGEST_TEXT);
            opinions = spelled(opinions, LONGEST_TEXT);
            conclusion = spelled(conclusion, LONGEST_TEXT);
        }
    }

    /**
     * A seat with who sat there.
     *
     * @param seat {@code GROUP-12}, {@code ASSOCIATION-HPN} or {@code COMMUNE}
     * @param name where it is not the head by the register
     */
    public record Seat(String seat, Presence presence, String name) {

        /**
         * The seat as marked.
         *
         * @throws Refused {@link MeetingRefusal#MEETING_TEXT_LONG}, {@link MeetingRefusal#MEETING_HOLDS_NUMBER}
         */
        public Seat {
            name = spelled(name, LONGEST_NAME).replaceAll("\\s+", " ");
        }
    }

    String content() {
        return seats.stream()
                .map(each -> each.seat() + "\t" + each.presence() + "\t" + each.name())
                .collect(Collectors.joining("\n", texts + "\n", ""));
    }

    /** Lines of a text stay lines. */
    private static String spelled(String text, int longest) {
        var tidy = Normalizer.normalize(text.strip().replace("\r\n", "\n"), Normalizer.Form.NFC);
        if (tidy.length() > longest) {
            throw new Refused(MeetingRefusal.MEETING_TEXT_LONG, longest);
        }
        if (NUMBER.matcher(tidy).find()) {
            throw new Refused(MeetingRefusal.MEETING_HOLDS_NUMBER);
        }
        return tidy;
    }
}
