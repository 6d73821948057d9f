package org.dongvon.shared.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the message files of all modules. A key that is missing is an error, never shown as itself. */
@Configuration
class MessageFiles {

    private static final String ENDING = "_vi.properties";

    @Bean
    static MessageSource messageSource() {
        var source = new FoundMessages();
        source.setBasenames(basenames().toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        // A browser of another language finds what libraries say in Vietnamese; our pages choose by themselves.
        source.setDefaultLocale(Language.VI.locale());
        return source;
    }

    private static Stream<String> basenames() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*" + ENDING);
            return Arrays.stream(files)
                    .map(file -> Objects.requireNonNull(file.getFilename()))
                    .map(name -> "messages/" + name.substring(0, name.length() - ENDING.length()))
                    .sorted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
