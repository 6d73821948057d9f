package org.dongvon.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreachedPasswordsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void refusesEachOfTheListAndNoOther(String end) throws IOException {
        var known = IntStream.range(0, 200).mapToObj(i -> "mưa rào tháng " + i).toList();
        var passwords = new BreachedPasswords(list(known, end).toString());

        assertThat(known)
                .allSatisfy(password -> assertThatThrownBy(() -> passwords.refuse(password))
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.refusal()).isEqualTo(IdentityRefusal.PASSWORD_BREACHED)));
        for (int i = 200; i < 400; i++) {
            var unknown = "mưa rào tháng " + i;
            assertThatCode(() -> passwords.refuse(unknown)).doesNotThrowAnyException();
        }
    }

    @Test
    void knowsThePasswordOfEveryKeyboard() throws IOException {
        var passwords =
                new BreachedPasswords(list(List.of("mưa rào tháng bảy"), "\n").toString());
        var decomposed = java.text.Normalizer.normalize("mưa rào tháng bảy", java.text.Normalizer.Form.NFD);

        assertThatThrownBy(() -> passwords.refuse(decomposed)).isInstanceOf(Refused.class);
    }

    @Test
    void findsNothingWithoutAListAndDoesNotStartWhenTheListIsMissing() throws IOException {
        var empty = Files.createFile(folder.resolve("empty.txt"));

        assertThatCode(() -> new BreachedPasswords("").refuse("password1234")).doesNotThrowAnyException();
        assertThatCode(() -> new BreachedPasswords(empty.toString()).refuse("password1234"))
                .doesNotThrowAnyException();
        assertThatThrownBy(
                        () -> new BreachedPasswords(folder.resolve("none.txt").toString()))
                .hasMessageContaining("none.txt");
    }

    private Path list(List<String> passwords, String end) throws IOException {
        var lines = passwords.stream()
                .map(BreachedPasswordsTest::sha1)
                .sorted()
                .map(hash -> hash + ":" + hash.charAt(0))
                .collect(Collectors.joining(end, "", end));
        return Files.writeString(folder.resolve("list.txt"), lines);
    }

    private static String sha1(String password) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
