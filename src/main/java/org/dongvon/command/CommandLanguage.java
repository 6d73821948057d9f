package org.dongvon.command;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.dongvon.shared.text.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which language the terminal reads: {@code --lang}, else the locale of the shell, else Vietnamese. */
final class CommandLanguage {

    static final String OPTION = "--lang";

    private CommandLanguage() {}

    static Language of(Map<String, String> environment, String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
                return Language.of(arguments[i + 1]);
            }
            if (arguments[i].startsWith(OPTION + "=")) {
                return Language.of(arguments[i].substring(OPTION.length() + 1));
            }
        }
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(value -> Language.of(value.split("[_.@]", 2)[0]))
                .orElse(Language.VI);
    }

    /** Takes the languages that there are. */
    static final class Known implements ITypeConverter<Language> {

        @Override
        public Language convert(String tag) {
            return Arrays.stream(Language.values())
                    .filter(language -> language.tag().equals(tag))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(tag));
        }
    }
}
