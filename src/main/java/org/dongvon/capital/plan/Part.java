package org.dongvon.capital.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Shortened;
import org.dongvon.shared.text.Spelling;

/**
 * What one of those below is given: a unit by its code, or a hamlet by its name. Requests keep them as one text, {@code
 * LC-ANBIEN=600000000; LC-CATDAI=300000000}, in the order of the keys.
 */
record Part(String key, Dong amount) {

    private static final Pattern SEPARATORS = Pattern.compile("[=;]");
    private static final int LONGEST_NAME = 60;
    private static final String NOTHING = "-";

    /**
     * The name of a hamlet as it was typed.
     *
     * @throws Refused {@link CapitalRefusal#PLAN_HAMLET_UNREADABLE}
     */
    static String hamlet(String typed) {
        var name = Spelling.of(typed);
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || SEPARATORS.matcher(name).find()) {
            throw new Refused(CapitalRefusal.PLAN_HAMLET_UNREADABLE, Shortened.text(name, LONGEST_NAME));
        }
        return name;
    }

    /** The text of parts. */
    static String write(Map<String, Dong> parts) {
        return new TreeMap<>(parts)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue().amount())
                        .collect(Collectors.joining("; "));
    }

    /**
     * The text of what there is under the same keys: a dash where there is no target, {@code 300/900} where months differ.
     *
     * @param now the different amounts of the months by key, none for a month without target
     */
    static String found(List<Part> wanted, Map<String, List<Optional<Dong>>> now) {
        return wanted.stream()
                .map(part -> part.key + "="
                        + now.getOrDefault(part.key, List.of(Optional.empty())).stream()
                                .map(amount -> amount.map(each -> Long.toString(each.amount()))
                                        .orElse(NOTHING))
                                .collect(Collectors.joining("/")))
                .collect(Collectors.joining("; "));
    }

    /** Either text in words: names for keys, amounts as the reader writes them. */
    static String words(String text, UnaryOperator<String> name, Function<Dong, String> amount) {
        return Arrays.stream(text.split("; "))
                .map(each -> each.split("=", 2))
                .filter(each -> each.length == 2)
                .map(each -> name.apply(each[0]) + ": "
                        + Arrays.stream(each[1].split("/"))
                                .map(one -> one.equals(NOTHING) ? "–" : amount.apply(new Dong(Long.parseLong(one))))
                                .collect(Collectors.joining(" / ")))
                .collect(Collectors.joining("; "));
    }

    /** The parts of a text that was wanted, in the order of their keys. */
    static List<Part> read(String text) {
        return Arrays.stream(text.split("; "))
                .map(each -> each.split("=", 2))
                .filter(each -> each.length == 2)
                .map(each -> new Part(each[0], new Dong(Long.parseLong(each[1]))))
                .toList();
    }
}
