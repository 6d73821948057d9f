package org.dongvon.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.dongvon.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {

    @TempDir
    private Path place;

    @Test
    void isTheDataFolderWhereNoneIsNamed() {
        var data = DataFolder.at(place);

        assertThat(KeyFolder.of(data, null)).isEqualTo(data.root());
        assertThat(KeyFolder.of(data, " ")).isEqualTo(data.root());
    }

    @Test
    void isTheOneThatIsNamedAndClosedToOthers() throws IOException {
        var keys = folder("keys", "rwx------");

        assertThat(KeyFolder.of(data(false), keys.toString())).isEqualTo(keys);
        Files.writeString(keys.resolve(KeyFolder.FIRST), "00");
        assertThat(KeyFolder.of(data(true), keys.toString())).isEqualTo(keys);
    }

    @Test
    void neverLetsADatabaseGetNewKeysBecauseTheOldOnesDidNotCome() throws IOException {
        var empty = folder("empty", "rwx------");

        refuses(DatabaseRefusal.KEYS_NOT_THERE, data(true), empty);
        refuses(DatabaseRefusal.KEYS_NOT_THERE, data(true), place.resolve("nowhere"));
        refuses(DatabaseRefusal.KEYS_NOT_THERE, data(false), place.resolve("nowhere"));
    }

    @Test
    void isNotOneThatOthersMayLookInto() throws IOException {
        refuses(DatabaseRefusal.KEYS_OPEN_TO_OTHERS, data(false), folder("open", "rwxr-x---"));
        refuses(DatabaseRefusal.KEYS_OPEN_TO_OTHERS, data(false), folder("wide", "rwx---r--"));
    }

    private static void refuses(DatabaseRefusal refusal, DataFolder data, Path keys) {
        assertThatThrownBy(() -> KeyFolder.of(data, keys.toString()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private DataFolder data(boolean initialised) throws IOException {
        var data = DataFolder.at(place.resolve("data-" + initialised));
        if (initialised) {
            Files.createDirectories(data.ready().getParent());
            Files.writeString(data.ready(), "");
        }
        return data;
    }

    private Path folder(String name, String mode) throws IOException {
        var folder = Files.createDirectory(place.resolve(name));
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
    }
}
