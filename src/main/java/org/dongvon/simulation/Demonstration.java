package org.dongvon.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.dongvon.identity.Accounts;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.simulation.plan.HuongKhe;
import org.dongvon.simulation.plan.LeChan;
import org.dongvon.simulation.plan.OfficePlan;
import org.dongvon.simulation.plan.OfficePlanner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Fills a data folder with the demonstration: Lê Chân on 18/05/2024 and Hương Khê on 15/12/2025, each lived through the
 * same use cases as a user's. Interrupted at any point, it goes on where it was; done twice, it does nothing.
 */
@Service
public class Demonstration {

    /** The seed of the demonstration that everybody sees. */
    public static final long SEED = 20_240_518;

    private static final String STATE = """
            select coalesce(max(case when finished_at is null then 1 else 2 end), 0) from simulation.demonstration
            """;

    private static final String LACKS_PEOPLE = """
            select not exists (select from identity.role_grant where role = 'LOG_AUDITOR')
            """;

    private static final String FOUNDATION = "foundation";

    private final Made made;
    private final Foundation foundation;
    private final OfficeLife life;
    private final Cast cast;
    private final WaitingApplications applications;
    private final CreditPlan targets;
    private final Accounts accounts;
    private final Transactions transactions;

    Demonstration(
            Made made,
            Foundation foundation,
            OfficeLife life,
            Cast cast,
            WaitingApplications applications,
            CreditPlan targets,
            Accounts accounts,
            Transactions transactions) {
        this.made = made;
        this.cast = cast;
        this.applications = applications;
        this.targets = targets;
        this.foundation = foundation;
        this.life = life;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /** Whether the people of a database are invented, and all of them there. */
    public enum State {
        NONE,
        BEGUN,
        FINISHED
    }

    /** What a database holds. */
    public static State of(DataSource database) {
        return State.values()[
                JdbcClient.create(database).sql(STATE).query(Integer.class).single()];
    }

    /** Whether a finished demonstration is of a build that knew fewer roles; {@link #fill} completes it. */
    public static boolean lacksPeople(DataSource database) {
        return JdbcClient.create(database)
                .sql(LACKS_PEOPLE)
                .query(Boolean.class)
                .single();
    }

    /**
     * Fills the database, telling of each step.
     *
     * @param stopped asked before each step
     * @return whether it is finished; false when it was stopped
     * @throws Refused {@link SimulationRefusal#FOLDER_HOLDS_OTHER_DATA}, {@link
     *     SimulationRefusal#BEGUN_WITH_ANOTHER_PLAN}
     */
    public boolean fill(Consumer<Progress> told, BooleanSupplier stopped) {
        return fill(
                List.of(OfficePlanner.plan(LeChan.spec(), SEED), OfficePlanner.plan(HuongKhe.spec(), SEED)),
                SEED,
                told,
                stopped);
    }

    boolean fill(List<OfficePlan> plans, long seed, Consumer<Progress> told, BooleanSupplier stopped) {
        if (made.begun().filter(Made.Begun::finished).isPresent()) {
            cast.enter(plans, made.ids());
            applications.enterWhereNone(plans, made.ids(), new Keys(seed));
            targets.enterWhereNone(plans, made.ids(), new Keys(seed));
            return true;
        }
        var keys = new Keys(seed);
        begin(plans, keys);
        int total = plans.stream().mapToInt(OfficeLife::steps).sum();
        try {
            live(plans, keys, new Steps(total, told, stopped));
        } catch (Steps.Stopped e) {
            return false;
        }
        cast.enter(plans, made.ids());
        applications.enter(plans, made.ids(), keys);
        targets.enter(plans, made.ids(), keys);
        transactions.write(Actor.SYSTEM, () -> {
            made.finish();
            return true;
        });
        return true;
    }

    private void begin(List<OfficePlan> plans, Keys keys) {
        var plan = fingerprint(plans);
        var begun = made.begun();
        if (begun.isPresent()) {
            if (!begun.get().plan().equals(plan)) {
                throw new Refused(SimulationRefusal.BEGUN_WITH_ANOTHER_PLAN);
            }
            return;
        }
        if (!made.isEmpty()) {
            throw new Refused(SimulationRefusal.FOLDER_HOLDS_OTHER_DATA);
        }
        transactions.write(Actor.SYSTEM, () -> {
            made.begin(keys.seed(), plan);
            var ids = foundation.lay(plans, keys);
            made.done(FOUNDATION, 0, ids);
            return ids;
        });
    }

    /** Each office by a thread of its own: they share nothing. */
    private void live(List<OfficePlan> plans, Keys keys, Steps steps) {
        var done = made.steps();
        var ids = made.ids();
        var offices = plans.stream()
                .map(plan -> new Office(plan, keys, accounts, ids))
                .toList();
        try (var threads = Executors.newFixedThreadPool(offices.size())) {
            var lives = new ArrayList<Future<?>>();
            offices.forEach(office -> lives.add(threads.submit(() -> live(office, done, steps))));
            throwWorst(lives.stream()
                    .map(Demonstration::end)
                    .flatMap(Optional::stream)
                    .toList());
        }
    }

    private void live(Office office, Set<String> done, Steps steps) {
        try {
            life.live(office, done, steps);
        } catch (RuntimeException e) {
            steps.fail();
            throw e;
        }
    }

    private static Optional<RuntimeException> end(Future<?> life) {
        try {
            life.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(
                    e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new Steps.Stopped());
        }
    }

    /** An office that failed ends the others; what failed is told, and not that the others were ended. */
    private static void throwWorst(List<RuntimeException> ends) {
        var failure = ends.stream()
                .filter(end -> !(end instanceof Steps.Stopped))
                .findFirst()
                .or(() -> ends.stream().findFirst());
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private static String fingerprint(List<OfficePlan> plans) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(plans.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
