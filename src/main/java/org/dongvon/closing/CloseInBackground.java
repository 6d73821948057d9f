package org.dongvon.closing;

import java.time.LocalDate;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dongvon.organisation.Unit;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.WebOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Closes a day without keeping the reader waiting: a short close, and a refusal, is answered at once; a long one goes on
 * while the page tells how far it is. Nothing is kept in memory: what a close has done stands in its record.
 */
@Component
@WebOnly
class CloseInBackground implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CloseInBackground.class);

    private static final long PATIENCE_MILLIS = 1500;

    private final CloseDay closeDay;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    CloseInBackground(CloseDay closeDay) {
        this.closeDay = closeDay;
    }

    /**
     * Begins to close the day; a second click on a day that is already closed changes nothing.
     *
     * @throws Refused what {@link CloseDay#through} refuses, when it comes soon; later it comes at the next click
     */
    void start(Actor actor, Unit office, LocalDate day) {
        if (day.isBefore(closeDay.openDay(actor, office))) {
            return;
        }
        waitAWhile(threads.submit(() -> close(actor, office, day)));
    }

    private LocalDate close(Actor actor, Unit office, LocalDate day) {
        try {
            return closeDay.through(actor, office, day, step -> {});
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException e) {
            LOG.error("close of {} on {}", office.code(), day, e);
            throw e;
        }
    }

    private static void waitAWhile(Future<LocalDate> work) {
        try {
            work.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It goes on; the page shows how far.
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for closes that are at work: a step is short, and the next run goes on after it. */
    @Override
    public void close() {
        threads.close();
    }
}
