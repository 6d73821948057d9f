package org.dongvon.identity.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords that are tried first, because so many people chose them. Read when first asked for. */
final class CommonPasswords {

    private static final String FILE = "/identity/common-passwords.txt";

    private CommonPasswords() {}

    static boolean contain(String password) {
        return Loaded.WORDS.contains(password.toLowerCase(Locale.ROOT));
    }

    static int count() {
        return Loaded.WORDS.size();
    }

    private static final class Loaded {

        static final Set<String> WORDS = read();

        private static Set<String> read() {
            var file = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(FILE), FILE);
            try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
                return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
