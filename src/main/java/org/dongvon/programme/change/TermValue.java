package org.dongvon.programme.change;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dongvon.programme.ProgrammeRefusal;
import org.dongvon.programme.ReferenceBook;
import org.dongvon.programme.TermCode;
import org.dongvon.programme.TermShape;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.CountInput;
import org.dongvon.shared.text.MoneyInput;

/**
 * How the value of a programme's rule is typed and what it may be.
 *
 * @param code the rule
 * @param book which knows the programmes
 */
record TermValue(TermCode code, ReferenceBook book) {

    private static final Pattern MONTHS = Pattern.compile("0|[1-9]\\d{0,2}");
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,2}");
    private static final Pattern DONG = Pattern.compile("[1-9]\\d{0,14}");
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\d/.-]{1,20}");

    /** What may be ticked or chosen; empty where the value is typed. */
    public List<String> choices() {
        return switch (code.shape()) {
            case PROGRAMMES ->
                book.programmes().stream().map(each -> each.code()).toList();
            default -> code.names();
        };
    }

    /** Whether several may be ticked. */
    public boolean isSeveral() {
        return switch (code.shape()) {
            case NAMES, PROGRAMMES -> true;
            default -> false;
        };
    }

    /** Whether nothing ticked is an answer too: no programme. */
    public boolean isOfProgrammes() {
        return code.shape() == TermShape.PROGRAMMES;
    }

    /** Whether something may be typed. */
    public boolean isTyped() {
        return switch (code.shape()) {
            case NAME, NAMES, PROGRAMMES -> false;
            default -> true;
        };
    }

    /**
     * What was typed, as it is kept.
     *
     * @throws Refused {@link ProgrammeRefusal#TERM_VALUE_UNREADABLE}, or what the reading of money and counts refuses
     */
    String parse(String typed) {
        var text = typed.strip();
        if (choices().contains(text)) {
            return text;
        }
        return switch (code.shape()) {
            case DONG, DONG_OR_NAME -> Long.toString(MoneyInput.parse(text).amount());
            case MONTHS, MONTHS_OR_NAME, YEARS, PERCENT ->
                text.equals("0") ? text : Integer.toString(CountInput.parse(text));
            case MONTHS_EACH, FORMS ->
                Arrays.stream(text.split("[;,]"))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(";"));
            case NAME, NAMES, PROGRAMMES -> text;
        };
    }

    /** Refuses a value that the rule cannot be. */
    void require(String programme, String value) {
        var parts = List.of(value.split(";", -1));
        boolean right = switch (code.shape()) {
            case NAME -> code.names().contains(value);
            case NAMES -> code.names().containsAll(parts) && isOnce(parts);
            case PROGRAMMES ->
                value.equals("NONE")
                        || (isOnce(parts)
                                && parts.stream()
                                        .allMatch(each -> book.find(each).isPresent())
                                && !parts.contains(programme));
            case FORMS ->
                isOnce(parts)
                        && parts.stream().allMatch(each -> FORM.matcher(each).matches());
            case MONTHS -> MONTHS.matcher(value).matches();
            case MONTHS_OR_NAME ->
                code.names().contains(value) || COUNT.matcher(value).matches();
            case MONTHS_EACH ->
                isOnce(parts)
                        && parts.stream().allMatch(each -> COUNT.matcher(each).matches());
            case DONG -> DONG.matcher(value).matches();
            case DONG_OR_NAME ->
                code.names().contains(value) || DONG.matcher(value).matches();
            case YEARS -> COUNT.matcher(value).matches();
            case PERCENT -> COUNT.matcher(value).matches() && Integer.parseInt(value) <= 100;
        };
        if (!right) {
            throw new Refused(
                    ProgrammeRefusal.TERM_VALUE_UNREADABLE,
                    value.length() > 40 ? value.substring(0, 40) + "…" : value,
                    code);
        }
    }

    private static boolean isOnce(List<String> parts) {
        return parts.stream().distinct().count() == parts.size() && !parts.contains("");
    }
}
