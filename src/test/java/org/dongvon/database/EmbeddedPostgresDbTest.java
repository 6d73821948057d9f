package org.dongvon.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedPostgresDbTest {

    private final DataFolder folder;

    EmbeddedPostgresDbTest(@TempDir Path parent) {
        this.folder = Scratch.folder(parent);
    }

    @Test
    void keepsItsRowsWhileStopped() {
        try (var postgres = EmbeddedPostgres.open(folder)) {
            write(postgres, 1);
        }

        assertThat(Postmaster.find(folder.data())).isEmpty();
        try (var postgres = EmbeddedPostgres.open(folder)) {
            assertThat(count(postgres)).isEqualTo(1);
        }
    }

    @Test
    void tellsTheOwnersAddressToTheOwnerOfTheFolderOnly() throws IOException {
        try (var postgres = EmbeddedPostgres.open(folder)) {
            var properties = new Properties();
            try (var in = Files.newBufferedReader(folder.properties(), StandardCharsets.UTF_8)) {
                properties.load(in);
            }

            assertThat(properties)
                    .containsOnlyKeys("url", "user", "password")
                    .containsEntry("url", postgres.url("dongvon"))
                    .containsEntry("user", "dongvon_owner");
            assertThat(permissions(folder.properties())).isEqualTo("rw-------");
            assertThat(permissions(folder.secrets())).isEqualTo("rw-------");
            assertThat(permissions(folder.root())).isEqualTo("rwx------");
        }
    }

    @Test
    void adoptsTheServerOfAProgramThatWasKilled() throws Exception {
        var visitor = Scratch.java(Visitor.class, folder);
        var url = line(visitor);
        tell(visitor, "die");
        visitor.waitFor();

        assertThat(Postmaster.isServing(folder.data())).isTrue();
        try (var postgres = EmbeddedPostgres.open(folder)) {
            assertThat(postgres.url("")).isEqualTo(url);
            write(postgres, 1);
        }
        assertThat(Postmaster.find(folder.data()))
                .as("the last one out stops it")
                .isEmpty();
    }

    @Test
    void isSharedAndStoppedByTheLastWhoLeaves() throws Exception {
        var visitor = Scratch.java(Visitor.class, folder);
        var url = line(visitor);
        try (var postgres = EmbeddedPostgres.open(folder)) {
            assertThat(postgres.url("")).isEqualTo(url);
            assertThat(postgres.alone()).isFalse();
        }

        assertThat(Postmaster.isServing(folder.data()))
                .as("the other still uses it")
                .isTrue();
        tell(visitor, "leave");
        assertThat(visitor.waitFor()).isZero();
        assertThat(Postmaster.find(folder.data())).isEmpty();
    }

    @Test
    void startsOnceWhenTwoComeAtTheSameTime() throws Exception {
        var one = Scratch.java(Visitor.class, folder);
        var two = Scratch.java(Visitor.class, folder);

        assertThat(line(one)).isEqualTo(line(two));
        tell(one, "leave");
        tell(two, "leave");
        assertThat(one.waitFor() + two.waitFor()).isZero();
        assertThat(Postmaster.find(folder.data())).isEmpty();
    }

    @Test
    void recoversWhatWasCommittedBeforeTheServerWasKilled() {
        var postgres = EmbeddedPostgres.open(folder);
        write(postgres, 3);
        kill();
        postgres.close();

        try (var again = EmbeddedPostgres.open(folder)) {
            assertThat(count(again)).isEqualTo(3);
        }
    }

    @Test
    void startsAKilledServerAgainOnTheSamePortWhileItIsGuarded() {
        try (var postgres = EmbeddedPostgres.open(folder)) {
            write(postgres, 2);
            postgres.guard();
            kill();

            Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> count(postgres) == 2);
        }
        assertThat(Postmaster.find(folder.data())).isEmpty();
    }

    @Test
    void startsAlthoughTheOldProcessNumberIsUsedAgain() throws Exception {
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    folder.data().resolve("postmaster.pid"),
                    stranger.pid() + "\n" + folder.data() + "\n1000000000\n1\n");

            EmbeddedPostgres.open(folder).close();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void carriesTheVersionThatItNames() {
        assertThat(Shell.run(
                                folder.root(),
                                java.util.List.of(folder.program("pg_ctl").toString(), "--version"))
                        .output())
                .contains(DataFolder.VERSION);
    }

    /** Each statement has a connection of its own, and with it a log-in. */
    @Test
    void hashesItsRandomPasswordsInFewRounds() {
        try (var postgres = EmbeddedPostgres.open(folder)) {
            var hashes = JdbcClient.create(postgres.superuser("postgres"))
                    .sql("select rolpassword from pg_authid where rolcanlogin order by rolname")
                    .query(String.class)
                    .list();

            assertThat(hashes).hasSize(3).allSatisfy(hash -> assertThat(hash).startsWith("SCRAM-SHA-256$64:"));
        }
    }

    private void kill() {
        var server = Postmaster.find(folder.data()).orElseThrow().process();
        var children = server.children().toList();
        server.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static void write(EmbeddedPostgres postgres, int rows) {
        var owner = JdbcClient.create(postgres.owner(EmbeddedPostgres.DATABASE));
        owner.sql("create table kept (n int)").update();
        owner.sql("insert into kept select generate_series(1, :rows)")
                .param("rows", rows)
                .update();
    }

    private static long count(EmbeddedPostgres postgres) {
        return JdbcClient.create(postgres.owner(EmbeddedPostgres.DATABASE))
                .sql("select count(*) from kept")
                .query(Long.class)
                .single();
    }

    private static String line(Process process) throws IOException {
        var reader = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        return reader.readLine();
    }

    private static void tell(Process process, String word) throws IOException {
        try (var writer = process.outputWriter(StandardCharsets.UTF_8)) {
            writer.write(word + "\n");
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
