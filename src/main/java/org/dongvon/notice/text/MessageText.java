package org.dongvon.notice.text;

import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dongvon.notice.MessageKind;
import org.dongvon.notice.NoticeRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Spelling;

/**
 * The text of a kind of message, with places in braces.
 *
 * <p>Example: "Tiền gửi {balance}đ của {name} đến hạn" filled with 10.000.000 and Lê Thị Hoa is "Tiền gửi 10.000.000đ của Lê
 * Thị Hoa đến hạn".
 */
public record MessageText(MessageKind kind, String text) {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 400;
    private static final int MOST_PARTS = 4;
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern LINK = Pattern.compile(
            "https?:|www[.]|[a-z0-9-]+[.](vn|com|net|org|gov|edu|info|biz|io|me|ly|cc|app|link|xyz|site|online|top|shop|club)([^a-z]|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\d{9}");

    /** A long name, a long place, and amounts of nine digits: what a text is measured by. */
    private static final Map<String, String> LONG =
            Map.of("name", "Nguyễn Thị Thanh Huyền", "point", "Điểm giao dịch xã Hương Khê");

    private static final String AMOUNT = "100.000.000";

    /**
     * The text as typed.
     *
     * @throws Refused {@link NoticeRefusal#TEXT_LENGTH}, {@link NoticeRefusal#TEXT_HOLDS_LINK}, {@link
     *     NoticeRefusal#TEXT_HOLDS_NUMBER}, {@link NoticeRefusal#TEXT_PLACE_UNKNOWN}, {@link NoticeRefusal#TEXT_TOO_MANY_PARTS}
     */
    public static MessageText typed(MessageKind kind, String typed) {
        var text = Spelling.ofLine(typed);
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            throw new Refused(NoticeRefusal.TEXT_LENGTH, SHORTEST, LONGEST);
        }
        if (holdsLink(text)) {
            throw new Refused(NoticeRefusal.TEXT_HOLDS_LINK);
        }
        if (NUMBER.matcher(text).find()) {
            throw new Refused(NoticeRefusal.TEXT_HOLDS_NUMBER);
        }
        PLACE.matcher(text).results().map(found -> found.group(1)).forEach(place -> {
            if (!kind.places().contains(place)) {
                throw new Refused(
                        NoticeRefusal.TEXT_PLACE_UNKNOWN, place, String.join(", ", new TreeSet<>(kind.places())));
            }
        });
        var result = new MessageText(kind, text);
        var parts = ShortMessage.of(result.example()).parts();
        if (parts > MOST_PARTS) {
            throw new Refused(NoticeRefusal.TEXT_TOO_MANY_PARTS, parts, MOST_PARTS);
        }
        return result;
    }

    /** Whether a text leads somewhere: an address of the web. */
    public static boolean holdsLink(String text) {
        return LINK.matcher(text).find();
    }

    /** With the places filled in. */
    public String filled(Map<String, String> facts) {
        return PLACE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(facts.getOrDefault(found.group(1), "")));
    }

    /** The text with long facts, by which its parts are counted. */
    public String example() {
        return PLACE.matcher(text).replaceAll(found -> switch (found.group(1)) {
            case "day", "session", "nominal", "due" -> "18/05/2024";
            case "days" -> "5";
            case "programme" -> "Hộ nghèo";
            default -> LONG.getOrDefault(found.group(1), AMOUNT);
        });
    }
}
