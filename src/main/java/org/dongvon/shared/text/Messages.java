package org.dongvon.shared.text;

import java.util.Locale;
import org.dongvon.shared.Refused;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sentences in the reader's language, from {@code messages/<module>_vi.properties} and {@code _en.properties}. */
@Component
public class Messages {

    private final MessageSource source;

    Messages(MessageSource source) {
        this.source = source;
    }

    /** The same where no context has started yet: commands. */
    public static Messages ofFiles() {
        return OfFiles.MESSAGES;
    }

    /** The text of a key; its facts {0}, {1}, … are written in the same language. */
    public String text(Language language, String key, Object... facts) {
        return source.getMessage(key, facts(language, facts), language.locale());
    }

    /** The sentence of a refusal: what was asked, which rule forbids it, what to do next. */
    public String sentence(Language language, Refused refused) {
        return text(language, refused.refusal().messageKey(), refused.facts().toArray());
    }

    private Object[] facts(Language language, Object[] facts) {
        var written = new Object[facts.length];
        for (int i = 0; i < facts.length; i++) {
            written[i] = switch (facts[i]) {
                case Enum<?> constant -> constant(language, constant);
                case MessageKey key -> source.getMessage(key.key(), null, language.locale());
                case Object fact -> Formats.in(language).fact(fact);
            };
        }
        return written;
    }

    /** The name of a constant for people is the message {@code <type>.<CONSTANT>}, such as {@code role.TELLER}. */
    private String constant(Language language, Enum<?> constant) {
        var type = constant.getDeclaringClass().getSimpleName();
        var key = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1) + "." + constant.name();
        return source.getMessage(key, null, language.locale());
    }

    private static final class OfFiles {

        static final Messages MESSAGES = new Messages(MessageFiles.messageSource());
    }
}
