package org.dongvon.programme;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.springframework.stereotype.Component;

/** The value of a rule in the reader's words: {@code 60} persons is {@code 60 người}. */
@Component
public class RuleWords {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+([.][0-9]+)?");

    private final Messages messages;

    RuleWords(Messages messages) {
        this.messages = messages;
    }

    /** A value as its unit says. */
    public String of(Language language, ParameterUnit unit, String value) {
        var parts = switch (unit) {
            case LIST, SET, STEPS -> Arrays.asList(value.split(";"));
            default -> List.of(value);
        };
        var words = parts.stream()
                .map(part -> unit == ParameterUnit.STEPS ? step(language, part) : part(language, part))
                .collect(Collectors.joining(
                        switch (unit) {
                            case LIST -> " → ";
                            case SET -> ", ";
                            default -> "; ";
                        }));
        return messages.text(language, "parameterUnit." + unit, words);
    }

    private String step(Language language, String part) {
        var bounds = part.split(":", 2);
        return messages.text(language, "rule.step", part(language, bounds[0]), part(language, bounds[1]));
    }

    private String part(Language language, String part) {
        if (NAME.matcher(part).matches()) {
            return messages.text(language, "rule.value." + part);
        }
        return DECIMAL.matcher(part).matches() ? number(language, new BigDecimal(part)) : part;
    }

    private static String number(Language language, BigDecimal number) {
        return Formats.in(language).decimal(number.unscaledValue(), number.scale());
    }
}
