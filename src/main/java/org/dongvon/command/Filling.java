package org.dongvon.command;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dongvon.database.Database;
import org.dongvon.simulation.Demonstration;
import org.dongvon.simulation.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills a folder with the demonstration and shows how far it is on one line. When the terminal ends the program it stops
 * after the step that it is in, and goes on from there the next time.
 */
final class Filling implements AutoCloseable {

    private static final long TERMINAL_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LOG_PAUSE = TimeUnit.SECONDS.toNanos(5);

    /** Back to the beginning of the line, and clear it. */
    private static final String AGAIN = "\r\u001b[K";

    private final Console console;
    private final boolean terminal = isTerminal();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final long start = System.nanoTime();
    private volatile boolean stopped;
    private long shown;

    private Filling(Console console) {
        this.console = console;
    }

    /** Fills the folder unless it is filled; false when the program is being ended meanwhile. */
    static boolean run(Console console, OpenThings things, Database database) {
        if (Demonstration.of(database.dataSource()) == Demonstration.State.FINISHED
                && !Demonstration.lacksPeople(database.dataSource())) {
            return true;
        }
        var context = new CommandContext(things, database);
        var filling = things.open(() -> new Filling(console));
        var finished = filling.run(context.get(Demonstration.class));
        if (finished) {
            // The first page is not to wait until the server has counted its new tables by itself.
            JdbcClient.create(database.owner()).sql("analyze").update();
        }
        return finished;
    }

    private boolean run(Demonstration demonstration) {
        console.tell("command.demo.BEGINNING");
        try {
            var finished = demonstration.fill(this::show, () -> stopped);
            leaveLine();
            console.tell(finished ? "command.demo.FILLED" : "command.demo.STOPPED", seconds());
            return finished;
        } catch (RuntimeException e) {
            leaveLine();
            throw e;
        } finally {
            ended.countDown();
        }
    }

    private synchronized void show(Progress progress) {
        long now = System.nanoTime();
        if (now - shown < (terminal ? TERMINAL_PAUSE : LOG_PAUSE) && shown != 0) {
            return;
        }
        shown = now;
        var step = console.text(progress.step(), progress.facts().toArray());
        var line = console.text("command.demo.FILLING", progress.done(), progress.total(), seconds(), step);
        if (terminal) {
            console.err().print(AGAIN + line);
        } else {
            console.err().println(line);
        }
        console.err().flush();
    }

    private void leaveLine() {
        if (terminal) {
            console.err().print(AGAIN);
            console.err().flush();
        }
    }

    private long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console())
                .map(java.io.Console::isTerminal)
                .orElse(false);
    }

    /** Waits until the step that is being done is written whole. */
    @Override
    public void close() {
        stopped = true;
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
