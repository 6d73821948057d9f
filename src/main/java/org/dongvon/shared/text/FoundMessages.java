package org.dongvon.shared.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Looks for a message in all files once, then remembers which it is: a page asks for hundreds, of some sixty files. */
final class FoundMessages extends ResourceBundleMessageSource {

    private final Map<Locale, Map<String, String>> texts = new ConcurrentHashMap<>();
    private final Map<Locale, Map<String, MessageFormat>> formats = new ConcurrentHashMap<>();

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return found(texts, locale, code, key -> super.resolveCodeWithoutArguments(key, locale));
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        return found(formats, locale, code, key -> super.resolveCode(key, locale));
    }

    private static <T> @Nullable T found(
            Map<Locale, Map<String, T>> kept, Locale locale, String code, Function<String, @Nullable T> search) {
        return kept.computeIfAbsent(locale, key -> new ConcurrentHashMap<>()).computeIfAbsent(code, search);
    }
}
