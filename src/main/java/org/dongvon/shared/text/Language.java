package org.dongvon.shared.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of the product: Vietnamese, and English at full parity. */
public enum Language {
    VI(Locale.of("vi")),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The tag of HTML's {@code lang} and of the address's {@code ?lang=}. */
    public String tag() {
        return locale.getLanguage();
    }

    /** The other one, for the switch on each page. */
    public Language other() {
        return this == VI ? EN : VI;
    }

    /** English when asked for by tag, else Vietnamese. */
    public static Language of(@Nullable String tag) {
        return EN.tag().equals(tag) ? EN : VI;
    }

    public static Language of(Locale locale) {
        return of(locale.getLanguage());
    }
}
