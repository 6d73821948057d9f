package org.dongvon.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.shared.Refused;
import org.dongvon.support.TestServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each way in which a data folder cannot be opened, made on purpose. */
class DatabaseRefusalDbTest {

    private final Path parent;
    private final DataFolder folder;

    DatabaseRefusalDbTest(@TempDir Path parent) {
        this.parent = parent;
        this.folder = Scratch.folder(parent);
    }

    @Test
    void refusesASystemThatNoServerIsCarriedFor() {
        refuses(DatabaseRefusal.UNSUPPORTED_PLATFORM, () -> Binaries.requirePlatform("Windows 11", "amd64"));
        refuses(DatabaseRefusal.UNSUPPORTED_PLATFORM, () -> Binaries.requirePlatform("Linux", "aarch64"));
    }

    @Test
    void refusesAFolderThatCannotBeWrittenTo() {
        refuses(DatabaseRefusal.NOT_WRITABLE, () -> open(TestServer.folder(Path.of("/proc/dongvon"))));
    }

    @Test
    void refusesADiskWithoutRoom() {
        refuses(DatabaseRefusal.DISK_FULL, () -> FreeSpace.require(folder.root(), Long.MAX_VALUE));
    }

    @Test
    void refusesToStartOnASmallDiskAndLeavesNothingHalfDone() throws IOException {
        var disk = Files.createDirectory(parent.resolve("small"));
        Assumptions.assumeTrue(
                Shell.says(parent, List.of("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", disk.toString())),
                "only root mounts a small disk");
        try {
            refuses(DatabaseRefusal.DISK_FULL, () -> open(TestServer.folder(disk.resolve("data"))));
        } finally {
            Shell.run(parent, List.of("umount", disk.toString()));
        }
    }

    @Test
    void refusesDataOfANewerServer() throws IOException {
        Files.writeString(folder.data().resolve("PG_VERSION"), "19\n");

        refuses(DatabaseRefusal.DATA_OF_NEWER_POSTGRES, this::open);
    }

    @Test
    void refusesDataOfAnOlderServer() throws IOException {
        Files.writeString(folder.data().resolve("PG_VERSION"), "17\n");

        refuses(DatabaseRefusal.DATA_OF_OLDER_POSTGRES, this::open);
    }

    @Test
    void refusesDataWhosePasswordsAreLost() throws IOException {
        Files.delete(folder.secrets());

        refuses(DatabaseRefusal.SECRETS_MISSING, this::open);
    }

    @Test
    void refusesAFolderThatAnotherProgramHolds() throws IOException {
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    folder.data().resolve("postmaster.pid"),
                    stranger.pid() + "\n" + folder.data() + "\n" + Instant.now().getEpochSecond() + "\n5432\n");

            refuses(DatabaseRefusal.FOREIGN_HOLDER, this::open);
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void refusesAServerThatSomebodyStartedByHand() {
        pgCtl("start", "--wait", "--log=" + folder.log(), "--options=-p " + freePort());
        try {
            refuses(DatabaseRefusal.FOREIGN_HOLDER, this::open);
        } finally {
            pgCtl("stop", "--mode=immediate");
        }
    }

    @Test
    void refusesAServerThatDoesNotStartAndNamesItsLog() throws IOException {
        Files.writeString(folder.data().resolve("postgresql.auto.conf"), "no_such_setting = 1\n");

        refuses(DatabaseRefusal.DID_NOT_START, this::open);
        Assertions.assertThat(Files.readString(folder.log(), StandardCharsets.UTF_8))
                .contains("no_such_setting");
    }

    @Test
    void refusesSettingsThatLoseAcknowledgedWork() throws IOException {
        Files.writeString(folder.data().resolve("postgresql.auto.conf"), "fsync = off\n");

        refuses(DatabaseRefusal.NOT_DURABLE, this::openForWork);
        Assertions.assertThat(Postmaster.find(folder.data()))
                .as("nothing stays running")
                .isEmpty();
    }

    @Test
    void refusesALaxSettingOfTheRoleAlone() {
        asSuperuser("alter role dongvon_app set synchronous_commit = off");

        refuses(DatabaseRefusal.NOT_DURABLE, this::openForWork);
    }

    @Test
    void refusesDataThatANewerBuildHasWritten() {
        openForWork();
        asSuperuser("""
                insert into shared.flyway_schema_history
                select installed_rank + 1000, '9999', 'later', type, 'V9999__later.sql', 1, installed_by,
                       installed_on, 1, true from shared.flyway_schema_history where installed_rank = 1
                """);

        refuses(DatabaseRefusal.DATA_OF_NEWER_BUILD, this::openForWorkOfOtherFiles);
    }

    @Test
    void refusesDataWithAModuleThatThisBuildDoesNotKnow() {
        openForWork();
        asSuperuser("create schema tomorrow");
        asSuperuser("create table tomorrow.flyway_schema_history (installed_rank int)");

        refuses(DatabaseRefusal.DATA_OF_NEWER_BUILD, this::openForWorkOfOtherFiles);
    }

    @Test
    void refusesDataThatWasMadeFromOtherTexts() {
        openForWork();
        asSuperuser("update shared.flyway_schema_history set checksum = checksum + 1 where version = '1'");

        refuses(DatabaseRefusal.DATA_OF_OTHER_BUILD, this::openForWorkOfOtherFiles);
    }

    @Test
    void refusesToChangeTheSchemaUnderAnotherBuild() throws Exception {
        openForWork();
        var visitor = Scratch.java(Visitor.class, folder);
        var ready = visitor.inputReader(StandardCharsets.UTF_8).readLine();
        try {
            refuses(DatabaseRefusal.IN_USE_BY_OTHER_BUILD, this::openForWorkOfOtherFiles);
        } finally {
            Assertions.assertThat(ready).startsWith("jdbc:");
            visitor.destroyForcibly().waitFor();
            EmbeddedPostgres.open(folder).close();
        }
    }

    private void open() {
        open(folder);
    }

    private static void open(DataFolder folder) {
        EmbeddedPostgres.open(folder).close();
    }

    private void openForWork() {
        Database.open(folder, owner -> {}).close();
    }

    /** As a build does whose files differ from those that the database last saw. */
    private void openForWorkOfOtherFiles() {
        asSuperuser("update database.migrated set fingerprint = ''");
        openForWork();
    }

    private void asSuperuser(String sql) {
        try (var postgres = EmbeddedPostgres.open(folder)) {
            JdbcClient.create(postgres.superuser(EmbeddedPostgres.DATABASE))
                    .sql(sql)
                    .update();
        }
    }

    private void pgCtl(String... arguments) {
        var command = new java.util.ArrayList<>(List.of(arguments));
        command.add("--pgdata=" + folder.data());
        var result = Shell.run(
                folder.root(), ServerUser.of(folder).command(folder.program("pg_ctl"), command.toArray(String[]::new)));
        Assertions.assertThat(result.ok()).as(result.output()).isTrue();
    }

    private static int freePort() {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void refuses(DatabaseRefusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, e -> Assertions.assertThat(e.refusal()).isEqualTo(refusal));
    }
}
