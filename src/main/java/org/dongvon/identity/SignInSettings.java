package org.dongvon.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.WebLimit;
import org.dongvon.shared.WebLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The rules of logging in that a house sets for itself, as dated rows: how long a sign-in lives, which roles need a
 * second factor, what locks an account and for how long, how much may be asked of the pages.
 *
 * <p>Example: {@code set(Actor.SYSTEM, "IDLE_MINUTES", 15)}; {@code set(Actor.SYSTEM, "SECOND_FACTOR.TELLER", 1)}.
 */
@Service
public class SignInSettings {

    private static final String NUMBERS = """
            select distinct on (name) name, value from identity.setting
             where from_at <= clock_timestamp() order by name, from_at desc
            """;

    private static final String ROLES = """
            select distinct on (role) role, required from identity.second_factor_rule
             where from_at <= clock_timestamp() order by role, from_at desc
            """;

    private static final String SET_NUMBER = """
            insert into identity.setting (name, value, set_by) values (:name, :value, :by)
            """;

    private static final String SET_ROLE = """
            insert into identity.second_factor_rule (role, required, set_by) values (:role, :required, :by)
            """;

    private static final String SECOND_FACTOR = "SECOND_FACTOR.";

    private final JdbcClient db;
    private final WebLimits limits;
    private final SecurityEvents events;
    private final Transactions transactions;

    SignInSettings(JdbcClient db, WebLimits limits, SecurityEvents events, Transactions transactions) {
        this.db = db;
        this.limits = limits;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * The rules in force by name; all when none is named.
     *
     * @throws Refused {@link IdentityRefusal#UNKNOWN_SETTING}
     */
    public Map<String, Integer> inForce(@Nullable String name) {
        var all = new TreeMap<String, Integer>();
        db.sql(NUMBERS).query(row -> {
            all.put(row.getString("name"), row.getInt("value"));
        });
        db.sql(ROLES).query(row -> {
            all.put(SECOND_FACTOR + row.getString("role"), row.getBoolean("required") ? 1 : 0);
        });
        limits.inForce().forEach((limit, value) -> all.put(limit.name(), value));
        if (name == null) {
            return all;
        }
        var value = all.get(name);
        if (value == null) {
            throw new Refused(IdentityRefusal.UNKNOWN_SETTING, name);
        }
        return Map.of(name, value);
    }

    /**
     * The value of a rule that is in force; a role that no row names needs no second factor.
     *
     * @throws Refused {@link IdentityRefusal#UNKNOWN_SETTING}
     */
    int value(String name) {
        if (!names().contains(name)) {
            throw new Refused(IdentityRefusal.UNKNOWN_SETTING, name);
        }
        return inForce(null).getOrDefault(name, 0);
    }

    /** What locks an account, or the codes of a second factor, now. */
    public Lock lock() {
        return new Lock(value("LOCK_FAILURES"), value("LOCK_MINUTES"));
    }

    /**
     * How guessing is held back.
     *
     * @param failures so many wrong ones lock
     * @param minutes within so many minutes, until which the lock holds
     */
    public record Lock(int failures, int minutes) {}

    /** The role that a rule says needs a second factor, where it says so of one. */
    static Optional<Role> roleOf(String name) {
        return name.startsWith(SECOND_FACTOR)
                ? Arrays.stream(Role.values())
                        .filter(role -> role != Role.SYSTEM && name.equals(SECOND_FACTOR + role.name()))
                        .findFirst()
                : Optional.empty();
    }

    /** The names of all rules, those of roles that no row names yet too. */
    public static List<String> names() {
        return Stream.of(
                        Arrays.stream(Bounds.values()).map(Enum::name),
                        Arrays.stream(Role.values())
                                .filter(role -> role != Role.SYSTEM)
                                .map(role -> SECOND_FACTOR + role.name()),
                        Arrays.stream(WebLimit.values()).map(Enum::name))
                .flatMap(each -> each)
                .toList();
    }

    /**
     * Refuses a rule that is none, or a value out of its bounds.
     *
     * @throws Refused {@link IdentityRefusal#UNKNOWN_SETTING}, {@link IdentityRefusal#SETTING_OUT_OF_BOUNDS}
     */
    static void check(String name, long value) {
        boolean taken;
        var limit = WebLimits.named(name);
        if (limit.isPresent()) {
            taken = value <= Integer.MAX_VALUE && limit.get().takes((int) value);
        } else if (name.startsWith(SECOND_FACTOR)) {
            if (roleOf(name).isEmpty()) {
                throw new Refused(IdentityRefusal.UNKNOWN_SETTING, name);
            }
            taken = value == 0 || value == 1;
        } else {
            var bounds = find(Bounds.values(), name);
            taken = value >= bounds.least && value <= bounds.most;
        }
        if (!taken) {
            throw new Refused(IdentityRefusal.SETTING_OUT_OF_BOUNDS, name, Long.toString(value));
        }
    }

    /** Sets a rule that two persons have agreed on, inside the transaction of the approval. */
    void setByTwo(long maker, Actor checker, String name, int value) {
        check(name, value);
        write(maker, name, value);
        events.noteBy(checker.id(), SecurityEvent.SETTING_CHANGED, null, Caller.TERMINAL, name + " = " + value);
    }

    /**
     * Sets a rule from now on.
     *
     * @throws Refused {@link IdentityRefusal#UNKNOWN_SETTING}, {@link IdentityRefusal#SETTING_OUT_OF_BOUNDS}
     */
    public void set(Actor operator, String name, int value) {
        operator.requireRole(Role.SYSTEM);
        check(name, value);
        transactions.write(operator, () -> {
            write(operator.id(), name, value);
            events.noteBy(operator.id(), SecurityEvent.SETTING_CHANGED, null, Caller.TERMINAL, name + " = " + value);
            return 0;
        });
    }

    private void write(long by, String name, int value) {
        var limit = WebLimits.named(name);
        var role = roleOf(name);
        if (limit.isPresent()) {
            limits.setByTwo(by, limit.get(), value);
        } else if (role.isPresent()) {
            db.sql(SET_ROLE)
                    .param("role", role.get().name())
                    .param("required", value == 1)
                    .param("by", by)
                    .update();
        } else {
            db.sql(SET_NUMBER)
                    .param("name", name)
                    .param("value", value)
                    .param("by", by)
                    .update();
        }
    }

    private static <T extends Enum<T>> T find(T[] constants, String name) {
        Optional<T> found = Arrays.stream(constants)
                .filter(each -> each.name().equals(name))
                .findFirst();
        return found.orElseThrow(() -> new Refused(IdentityRefusal.UNKNOWN_SETTING, name));
    }

    /** What each number may be; the table has the same bounds. */
    private enum Bounds {
        IDLE_MINUTES(1, 720),
        SIGN_IN_HOURS(1, 24),
        ONE_TIME_PASSWORD_HOURS(1, 336),
        LOCK_FAILURES(3, 20),
        LOCK_MINUTES(5, 120),
        ADDRESS_FAILURES(10, 10_000),
        TOKEN_DAYS(1, 366),
        CODE_STEPS(0, 1);

        private final int least;
        private final int most;

        Bounds(int least, int most) {
            this.least = least;
            this.most = most;
        }
    }
}
