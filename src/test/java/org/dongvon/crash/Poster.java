package org.dongvon.crash;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.dongvon.shared.Refused;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Clients that post without pause; each keeps its key until that one is acknowledged. */
final class Poster {

    private static final int CLIENTS = 4;

    private final CrashWork work;
    private final BeanFactory beans;
    private final Consumer<UUID> acknowledged;
    private final AtomicLong numbers;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Set<Throwable> surprises = ConcurrentHashMap.newKeySet();
    private final Thread[] clients = new Thread[CLIENTS];

    /** Starts the clients, at the post after this number. */
    Poster(CrashWork work, BeanFactory beans, long first, Consumer<UUID> acknowledged) {
        this.work = work;
        this.beans = beans;
        this.acknowledged = acknowledged;
        this.numbers = new AtomicLong(first);
        for (int i = 0; i < CLIENTS; i++) {
            clients[i] = Thread.ofPlatform().name("client-" + i).start(this::postOn);
        }
    }

    /** The key of a post, the same in every Java. */
    static UUID key(long number) {
        return new UUID(0x6372_6173_6800_4000L, 0x8000_0000_0000_0000L | number);
    }

    /**
     * Lets each client finish the post that it is at.
     *
     * @return what was neither an acknowledgement nor a broken connection
     */
    Set<Throwable> stop() throws InterruptedException {
        ended.set(true);
        for (var client : clients) {
            client.join();
        }
        return surprises;
    }

    private void postOn() {
        while (!ended.get() && surprises.isEmpty()) {
            postUntilAcknowledged(numbers.incrementAndGet());
        }
    }

    private void postUntilAcknowledged(long number) {
        var key = key(number);
        while (true) {
            try {
                work.post(beans, key, number);
                acknowledged.accept(key);
                return;
            } catch (DataAccessException | TransactionException e) {
                // The server is gone, or going: whether it was recorded is not known, so the same key again.
                Thread.onSpinWait();
            } catch (Refused | AssertionError | IllegalStateException e) {
                surprises.add(e);
                return;
            }
        }
    }
}
