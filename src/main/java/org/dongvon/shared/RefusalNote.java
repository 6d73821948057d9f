package org.dongvon.shared;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;

/**
 * A refusal kept as data: the refused lines of a sheet, in its stored answer. Facts keep their kind, so that the
 * sentence can be made later in any language.
 *
 * @param key the message's key, such as {@code refusal.loan.LOAN_NOT_ACTIVE}
 * @param facts each with its kind before a colon: {@code d:256438} đồng, {@code t:2024-05-18} day, {@code n:7} number,
 *     {@code s:…} text
 */
public record RefusalNote(String key, List<String> facts) {

    public RefusalNote {
        facts = List.copyOf(facts);
    }

    /** The note of a refusal. */
    public static RefusalNote of(Refused refused) {
        return new RefusalNote(
                refused.refusal().messageKey(),
                refused.facts().stream().map(RefusalNote::write).toList());
    }

    /** The stable name of the rule, the last part of the key. */
    public String code() {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** The facts as values again. */
    public List<Object> values() {
        return facts.stream().map(RefusalNote::read).toList();
    }

    private static String write(Object fact) {
        return switch (fact) {
            case Dong dong -> "d:" + dong.amount();
            case LocalDate day -> "t:" + day;
            case Number number -> "n:" + number;
            default -> "s:" + fact;
        };
    }

    private static Object read(String fact) {
        var value = fact.substring(2);
        return switch (fact.charAt(0)) {
            case 'd' -> new Dong(Long.parseLong(value));
            case 't' -> LocalDate.parse(value);
            case 'n' -> Long.valueOf(value);
            default -> value;
        };
    }
}
