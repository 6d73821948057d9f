package org.dongvon.shared;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The limits in force, which a house sets for itself as dated rows. A row that another process wrote is in force here
 * within ten seconds.
 */
@Service
public class WebLimits {

    private static final String IN_FORCE = """
            select distinct on (name) name, value from shared.web_limit
             where from_at <= clock_timestamp() order by name, from_at desc
            """;

    private static final String SET = """
            insert into shared.web_limit (name, value, set_by) values (:name, :value, :by)
            """;

    private static final long KEPT = TimeUnit.SECONDS.toNanos(10);

    private final JdbcClient db;
    private volatile @Nullable Read last;

    WebLimits(JdbcClient db) {
        this.db = db;
    }

    /** The value in force. */
    public int of(WebLimit limit) {
        return Objects.requireNonNull(inForce().get(limit));
    }

    /** All values in force. */
    public Map<WebLimit, Integer> inForce() {
        var known = last;
        if (known != null && System.nanoTime() - known.at() < KEPT) {
            return known.values();
        }
        var values = new EnumMap<WebLimit, Integer>(WebLimit.class);
        db.sql(IN_FORCE).query(row -> {
            values.put(WebLimit.valueOf(row.getString("name")), row.getInt("value"));
        });
        last = new Read(System.nanoTime(), values);
        return values;
    }

    /** Sets a limit from now on; the caller has asked {@link WebLimit#takes}, and is in a transaction. */
    public void set(Actor operator, WebLimit limit, int value) {
        operator.requireRole(Role.SYSTEM);
        setByTwo(operator.id(), limit, value);
    }

    /** The same, after two persons have agreed; the maker is kept. */
    public void setByTwo(long byId, WebLimit limit, int value) {
        db.sql(SET)
                .param("name", limit.name())
                .param("value", value)
                .param("by", byId)
                .update();
        last = null;
    }

    /** The limit of a name. */
    public static Optional<WebLimit> named(String name) {
        return Arrays.stream(WebLimit.values())
                .filter(limit -> limit.name().equals(name))
                .findFirst();
    }

    private record Read(long at, Map<WebLimit, Integer> values) {}
}
