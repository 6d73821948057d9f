package org.dongvon.shared;

import java.sql.ResultSet;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only door to the database: a transaction with its actor's scope. A statement outside of it sees no row of any
 * table that has row-level security. A reading transaction is read-only twice: it is declared so, and its database role,
 * {@code app_ro}, has no right to write anything. A narrowed actor takes a role for narrowed scopes, which adds the
 * policies that narrow.
 */
@Component
public class Transactions {

    /** Deadlocks and serialisation failures are tried again this often; locks taken in order make them rare. */
    private static final int TRIES = 5;

    private static final String SET_SCOPE = """
            select set_config('dongvon.scope', :scope, true), set_config('dongvon.actor', :actor, true)""";

    private static final String TAKE_ROLE = """
            , set_config('role', :role, true)""";

    // The policies that narrow are given to the roles for narrowed scopes alone; nobody else's statements carry them.
    private static final String SET_NARROWING = TAKE_ROLE + """
            , set_config('dongvon.association', :association, true), set_config('dongvon.group', :group, true),
              set_config('dongvon.person', :person, true)""";

    // A posting finds its rows by their keys, one by one. A plan made while the journal was a page long would read it
    // whole for as long as the connection lives, and so would the checks of foreign keys.
    private static final String PLAN_BY_KEYS = """
            , set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
              set_config('enable_mergejoin', 'off', true)""";

    private static final String BECOME = """
            select set_config('role', :role, true)
            """;

    /** Gives back what {@link #BECOME} took: the login, with what it holds. */
    private static final String LOGIN = "none";

    private final RoundTrips trips;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final TransactionTemplate part;

    Transactions(PlatformTransactionManager manager, RoundTrips trips) {
        this.trips = trips;
        this.writing = new TransactionTemplate(manager);
        var snapshot = new DefaultTransactionDefinition();
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.reading = new TransactionTemplate(manager, snapshot);
        this.part = new TransactionTemplate(manager);
        part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Runs at READ COMMITTED with row locks; joins a transaction that is already open. */
    public <T> T write(Actor actor, Supplier<T> work) {
        return write(Way.WRITE, actor, trip -> {}, work);
    }

    /**
     * Like {@link #write}, for work that finds every row by a key: its plans never scan a table.
     *
     * @param first adds what is asked first, which travels with the scope
     */
    <T> T writeByKeys(Actor actor, Consumer<RoundTrip> first, Supplier<T> work) {
        return write(Way.WRITE_BY_KEYS, actor, first, work);
    }

    private <T> T write(Way way, Actor actor, Consumer<RoundTrip> first, Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return inScope(writing, way, actor, first, work);
            } catch (PessimisticLockingFailureException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Reads one snapshot, REPEATABLE READ READ ONLY: all figures of a page or report belong together. */
    public <T> T read(Actor actor, Supplier<T> work) {
        return inScope(reading, Way.READ, actor, trip -> {}, work);
    }

    /**
     * Does a part of an open writing transaction that may be refused by itself: what it wrote goes with the refusal, all
     * before it stays. The refusal is thrown on.
     */
    public <T> T part(Supplier<T> work) {
        return Objects.requireNonNull(part.execute(status -> new Result<>(work.get())))
                .value();
    }

    /**
     * Does a part of an open writing transaction as the role that seals. It reads what seals stand on, alone may write
     * seals, and may write nothing else; it dies with the transaction when the work fails.
     */
    public <T> T asSealer(Supplier<T> work) {
        become("sealer");
        var result = work.get();
        become(LOGIN);
        return result;
    }

    private void become(String role) {
        var trip = trips.begin();
        trip.query(BECOME, new MapSqlParameterSource("role", role), ResultSet::next);
        trip.send();
    }

    /** Reads one snapshot of what is public, as the role of the public portal: no scope, and no right to read anything else. */
    public <T> T readPublic(Supplier<T> work) {
        return inScope(reading, Way.PUBLIC, Actor.PUBLIC, trip -> {}, work);
    }

    /**
     * Reads one snapshot of what the seals of some points stand on, as a role that reads postings and tags of people, and no
     * person, account or secret.
     */
    public <T> T readSealed(Scope points, Supplier<T> work) {
        return inScope(reading, Way.SEALED, Actor.publicIn(points), trip -> {}, work);
    }

    private <T> T inScope(
            TransactionTemplate template, Way way, Actor actor, Consumer<RoundTrip> first, Supplier<T> work) {
        var result = template.execute(status -> {
            var trip = trips.begin();
            if (status.isNewTransaction()) {
                setScope(trip, way, actor);
            }
            first.accept(trip);
            trip.send();
            return new Result<>(work.get());
        });
        return Objects.requireNonNull(result).value();
    }

    // The server carries out one statement after the other: those behind it in the same journey are in scope already.
    private static void setScope(RoundTrip trip, Way way, Actor actor) {
        var narrowing = actor.scope().narrowing();
        var parameters = new MapSqlParameterSource("scope", actor.scope().points())
                .addValue("actor", Long.toString(actor.id()))
                .addValue("role", narrowing.isNone() ? way.wholeRole : way.narrowedRole)
                .addValue("association", Objects.toString(narrowing.association(), ""))
                .addValue("group", Objects.toString(narrowing.groupId(), ""))
                .addValue("person", Objects.toString(narrowing.personId(), ""));
        trip.query(narrowing.isNone() ? way.whole : way.narrowed, parameters, ResultSet::next);
    }

    /** How a transaction uses the database: the statement that begins it, and its role for a narrowed scope. */
    private enum Way {
        WRITE(SET_SCOPE, SET_SCOPE + SET_NARROWING, LOGIN, "app_narrow_rw"),
        WRITE_BY_KEYS(SET_SCOPE + PLAN_BY_KEYS, SET_SCOPE + SET_NARROWING + PLAN_BY_KEYS, LOGIN, "app_narrow_rw"),
        READ(SET_SCOPE + TAKE_ROLE, SET_SCOPE + SET_NARROWING, "app_ro", "app_narrow_ro"),
        PUBLIC(SET_SCOPE + TAKE_ROLE, SET_SCOPE + SET_NARROWING, "portal_ro", "portal_ro"),
        SEALED(SET_SCOPE + TAKE_ROLE, SET_SCOPE + SET_NARROWING, "seal_ro", "seal_ro");

        private final String whole;
        private final String narrowed;
        private final String wholeRole;
        private final String narrowedRole;

        Way(String whole, String narrowed, String wholeRole, String narrowedRole) {
            this.whole = whole;
            this.narrowed = narrowed;
            this.wholeRole = wholeRole;
            this.narrowedRole = narrowedRole;
        }
    }

    private record Result<T>(T value) {}
}
