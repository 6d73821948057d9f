package org.dongvon.audit;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.DateInput;
import org.dongvon.shared.text.LikeText;
import org.dongvon.shared.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of a log is asked for. Nothing of it names a person of the field but by an identifier, so it may stand in an
 * address.
 *
 * @param who part of the name of the person of the bank; empty for all
 * @param kind which use case, or which way of seeing; empty for all
 * @param point the code of a transaction point; empty for all
 * @param person the identifier of the person seen; 0 for all
 */
record LogFilter(
        String who,
        String kind,
        String point,
        long person,
        @Nullable LocalDate from,
        @Nullable LocalDate through) {

    /** Days looked at when none are named. */
    static final int USUAL_DAYS = 30;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final int LONGEST = 80;

    /** As the form says it; a day that cannot be read is marked in it. */
    static LogFilter of(Form form, LocalDate today) {
        return of(form, today.minusDays(USUAL_DAYS), today);
    }

    /** The same, of all days when none are named. */
    static LogFilter of(Form form) {
        return of(form, null, null);
    }

    private static LogFilter of(Form form, @Nullable LocalDate usualFrom, @Nullable LocalDate usualThrough) {
        var from = day(form, "from", usualFrom);
        var through = day(form, "through", usualThrough);
        return new LogFilter(
                text(form, "who"),
                text(form, "kind"),
                text(form, "point"),
                NUMBER.matcher(form.text("person")).matches() ? Long.parseLong(form.text("person")) : 0,
                from,
                through);
    }

    /** The same, of one person. */
    LogFilter of(long other) {
        return new LogFilter(who, kind, point, other, from, through);
    }

    /** The address of what was seen of one person. */
    public String ofAddress(long other) {
        return of(other).address("/audit/seen", "");
    }

    private static String text(Form form, String field) {
        var typed = form.text(field).replace("\0", "").strip();
        return typed.substring(0, Math.min(typed.length(), LONGEST));
    }

    private static @Nullable LocalDate day(Form form, String field, @Nullable LocalDate usual) {
        if (form.text(field).isBlank()) {
            return usual;
        }
        try {
            return DateInput.parse(form.text(field));
        } catch (Refused refused) {
            form.refuse(field, refused);
            return usual;
        }
    }

    /** The fields as an address or a form says them again. */
    public Map<String, String> fields() {
        return Map.of(
                "who",
                who,
                "kind",
                kind,
                "point",
                point,
                "person",
                person == 0 ? "" : Long.toString(person),
                "from",
                from == null ? "" : from.toString(),
                "through",
                through == null ? "" : through.toString());
    }

    /** The address of a page that goes on before a row. */
    String address(String path, String before) {
        var address = UriComponentsBuilder.fromPath(path);
        fields().entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> address.queryParam(each.getKey(), each.getValue()));
        if (!before.isEmpty()) {
            address.queryParam("before", before);
        }
        return address.encode().build().toUriString();
    }

    /** A text for a comparison that finds it anywhere; its own signs are taken as they stand. */
    static String anywhere(String text) {
        return "%" + LikeText.literal(text) + "%";
    }
}
