package org.dongvon.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.dongvon.command.ShippedData;
import org.dongvon.database.DataFolder;
import org.dongvon.database.Database;
import org.dongvon.support.TestServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The server is killed with all its processes, and the application is, in the middle of posting. Afterwards every
 * acknowledged key is in the books exactly once, and the books hold. Durable settings, a server of its own; a killed
 * process is no power cut: the system's memory survives it.
 */
class CrashDbTest {

    private static final int KILLS_OF_THE_SERVER = 20;
    private static final int KILLS_OF_THE_PROGRAM = 5;

    private final DataFolder folder;
    private final Random random = new Random(Long.getLong("seed", 20241123L));
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private long killed;

    CrashDbTest(@TempDir Path parent) {
        this.folder = TestServer.folder(parent.resolve("data-folder"));
    }

    @ParameterizedTest
    @ValueSource(classes = SheetCrashWork.class)
    void losesNoAcknowledgedPostWhenTheServerIsKilled(Class<? extends CrashWork> type) throws Exception {
        var work = type.getDeclaredConstructor().newInstance();
        try (var database = Database.open(folder, ShippedData::load);
                var beans = CrashProgram.beans(database)) {
            var owner = JdbcClient.create(database.owner());
            work.prepare(beans, owner);
            database.guard();
            var poster = new Poster(work, beans, 0, acknowledged::add);
            for (int kill = 0; kill < KILLS_OF_THE_SERVER; kill++) {
                awaitPostsAfter(acknowledged.size());
                Thread.sleep(random.nextInt(400));
                killServer();
            }
            awaitPostsAfter(acknowledged.size());
            assertThat(poster.stop()).isEmpty();
            verify(work, beans, owner);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = SheetCrashWork.class)
    void losesNoAcknowledgedPostWhenTheProgramIsKilled(Class<? extends CrashWork> type) throws Exception {
        var work = type.getDeclaredConstructor().newInstance();
        try (var database = Database.open(folder, ShippedData::load);
                var beans = CrashProgram.beans(database)) {
            work.prepare(beans, JdbcClient.create(database.owner()));
        }
        for (int kill = 0; kill < KILLS_OF_THE_PROGRAM; kill++) {
            runAndKillProgram(type);
        }
        try (var database = Database.open(folder, ShippedData::load);
                var beans = CrashProgram.beans(database)) {
            verify(work, beans, JdbcClient.create(database.owner()));
        }
    }

    private void verify(CrashWork work, BeanFactory beans, JdbcClient owner) {
        var times = work.stored(owner).stream().collect(Collectors.groupingBy(key -> key, Collectors.counting()));

        assertThat(acknowledged)
                .as("posts, whatever the machine has to do besides")
                .hasSizeGreaterThan(2 * KILLS_OF_THE_SERVER);
        assertThat(times.keySet()).as("every acknowledged post is there").containsAll(acknowledged);
        assertThat(times.values()).as("each once").containsOnly(1L);
        work.verify(beans, owner);
    }

    /** The next program begins where the last acknowledgement was, so it repeats what the killed one was at. */
    private void runAndKillProgram(Class<? extends CrashWork> type) throws IOException, InterruptedException {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashProgram.class.getName(),
                        folder.root().toString(),
                        type.getName(),
                        Long.toString(Math.max(0, acknowledged.size() - 50)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var posts = 100 + random.nextInt(400);
        try (var lines = program.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < posts; i++) {
                acknowledge(lines.readLine());
            }
            program.toHandle().destroyForcibly();
            lines.lines().forEach(this::acknowledge);
        }
        program.waitFor();
    }

    /** A line is an acknowledgement once it is whole; the last one may be cut. */
    private void acknowledge(String line) {
        if (line.length() == 36) {
            acknowledged.add(UUID.fromString(line));
        }
    }

    private void awaitPostsAfter(int count) throws InterruptedException {
        var deadline = System.nanoTime() + 60_000_000_000L;
        while (acknowledged.size() <= count) {
            assertThat(System.nanoTime()).as("no post for a minute").isLessThan(deadline);
            Thread.sleep(5);
        }
    }

    /** Kills the one that is there, or that comes after the one killed before. */
    private void killServer() throws InterruptedException {
        var server = server();
        while (server.isEmpty()) {
            Thread.sleep(5);
            server = server();
        }
        killed = server.get().pid();
        List<ProcessHandle> children = server.get().children().toList();
        server.get().destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private Optional<ProcessHandle> server() {
        try {
            var pid = Long.parseLong(Files.readAllLines(folder.root().resolve("data/postmaster.pid"))
                    .getFirst());
            return pid == killed ? Optional.empty() : ProcessHandle.of(pid);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
