package org.dongvon.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealKeysTest {

    @TempDir
    private Path folder;

    @Test
    void areMadeOnceInAFileOfTheOwnerAlone() throws IOException {
        var file = folder.resolve("seal.key");

        var keys = SealKeys.in(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SealKeys.in(file).newest()).isEqualTo(keys.newest());
        assertThat(SealKeys.in(file).keyed("text", "a")).isEqualTo(keys.keyed("text", "a"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void signWhatTheirPublicHalfVerifiesAndNothingElse() {
        var keys = SealKeys.random();
        var signed = keys.sign(keys.newest(), "day LECHAN");

        assertThat(SealKeys.verifies(keys.newest(), "day LECHAN", signed)).isTrue();
        assertThat(SealKeys.verifies(keys.newest(), "day LECHAM", signed)).isFalse();
        assertThat(SealKeys.verifies(SealKeys.random().newest(), "day LECHAN", signed))
                .isFalse();
        assertThat(SealKeys.verifies(new byte[] {1, 2}, "day LECHAN", signed)).isFalse();
        assertThat(SealKeys.verifies(keys.newest(), "day LECHAN", new byte[] {1}))
                .isFalse();
    }

    @Test
    void keepTheOldPairWhenANewOneIsMadeAlsoInAnotherProcess() throws IOException {
        var file = folder.resolve("seal.key");
        var server = SealKeys.in(file);
        var old = server.newest();

        var fresh = SealKeys.in(file).add();

        assertThat(fresh).isNotEqualTo(old);
        assertThat(server.holds(fresh)).isTrue();
        assertThat(server.holds(old)).isTrue();
        assertThat(server.holds(SealKeys.random().newest())).isFalse();
        assertThat(SealKeys.in(file).keyed("text", "a")).isEqualTo(server.keyed("text", "a"));
    }

    @Test
    void doNotStartFromADamagedFile() throws IOException {
        var file = folder.resolve("seal.key");
        Files.writeString(file, "secret AAAA\n");

        assertThatThrownBy(() -> SealKeys.in(file)).hasMessageContaining("damaged");
    }
}
