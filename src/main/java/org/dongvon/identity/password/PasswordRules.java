package org.dongvon.identity.password;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.shared.Refused;

/**
 * Which passwords a person may choose: the rules of OWASP ASVS 5.0, chapter V6. Length is what counts: any characters,
 * spaces and Vietnamese letters among them, no mixture prescribed, no change after some time. Refused are passwords that
 * many people have, and those made of the house's own words or of the person's.
 *
 * <p>Example: for the login {@code ha} of Lê Thu Hà, {@code "mưa rào tháng bảy"} is taken, {@code "DongVon@2026!"} and
 * {@code "le-thu-ha 1990"} are not.
 */
public final class PasswordRules {

    /** In characters as people count them. */
    public static final int SHORTEST = 12;

    public static final int LONGEST = 128;

    /** Shorter words stand in too many others: Hà in "hàng". */
    private static final int SHORTEST_WORD = 4;

    /** What everybody around here thinks of first, without marks and spaces. */
    private static final List<String> WORDS_OF_THE_HOUSE = List.of(
            "dongvon",
            "nhchsxh",
            "nhcsxh",
            "vbsp",
            "nganhang",
            "chinhsach",
            "tindung",
            "phonggiaodich",
            "vayvon",
            "matkhau",
            "password");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PasswordRules() {}

    /** The form that is hashed: the same password from every keyboard and input method. */
    public static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    /**
     * Lets a password pass.
     *
     * @throws Refused {@link IdentityRefusal#PASSWORD_LENGTH}, {@link IdentityRefusal#PASSWORD_COMMON},
     *     {@link IdentityRefusal#PASSWORD_GUESSABLE} with the word
     */
    public static void check(String password, String login, String fullName) {
        var normal = normal(password);
        var length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new Refused(IdentityRefusal.PASSWORD_LENGTH, SHORTEST, LONGEST);
        }
        if (CommonPasswords.contain(normal)) {
            throw new Refused(IdentityRefusal.PASSWORD_COMMON);
        }
        wordIn(folded(normal), login, fullName).ifPresent(word -> {
            throw new Refused(IdentityRefusal.PASSWORD_GUESSABLE, word);
        });
    }

    private static Optional<String> wordIn(String password, String login, String fullName) {
        var name = List.of(NOT_LETTER_OR_DIGIT.split(fullName.strip()));
        var ofThePerson = Stream.concat(Stream.of(login, fullName), Stream.concat(name.stream(), pairs(name)));
        return Stream.concat(ofThePerson.map(PasswordRules::folded), WORDS_OF_THE_HOUSE.stream())
                .filter(word -> word.length() >= SHORTEST_WORD && password.contains(word))
                .findFirst();
    }

    /** "Thu Hà" of "Lê Thu Hà": short names are used in pairs. */
    private static Stream<String> pairs(List<String> name) {
        return Stream.iterate(1, i -> i < name.size(), i -> i + 1).map(i -> name.get(i - 1) + name.get(i));
    }

    /** Lower case without marks, spaces and signs: "Đồng-Vốn" is "dongvon". */
    static String folded(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return NOT_LETTER_OR_DIGIT
                .matcher(bare.toLowerCase(Locale.ROOT).replace('đ', 'd'))
                .replaceAll("");
    }
}
