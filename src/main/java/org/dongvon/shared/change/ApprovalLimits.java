package org.dongvon.shared.change;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Up to how much each role approves of a kind of change: dated rows, changed by a change request of their own.
 *
 * <p>Example: of {@code capital.grant} a director approves 20 000 000 000 đ and a manager any amount: 20 000 000 001 đ
 * go to the manager.
 */
@Repository
public class ApprovalLimits {

    private static final String ON = """
            select distinct on (role) role, up_to, valid_from, document, mark
              from shared.approval_limit
             where kind = :kind and valid_from <= :day
             order by role, valid_from desc
            """;

    private static final String HISTORY = """
            select kind, role, up_to, valid_from, document, mark
              from shared.approval_limit
             order by kind, role, valid_from desc
            """;

    private static final String ADD = """
            insert into shared.approval_limit (kind, role, valid_from, up_to, document, mark)
            values (:kind, :role, :from, :up_to, :document, 'FOUND')
            """;

    private static final String DAY_TAKEN = """
            select exists (select from shared.approval_limit where kind = :kind and role = :role and valid_from = :day)
            """;

    private final JdbcClient db;

    ApprovalLimits(JdbcClient db) {
        this.db = db;
    }

    /** The limits of a kind on a day, by role; a role without a row approves no amount. */
    Map<Role, Limit> on(String kind, LocalDate day) {
        Map<Role, Limit> limits = new EnumMap<>(Role.class);
        db.sql(ON).param("kind", kind).param("day", day).query(row -> {
            var upTo = row.getObject("up_to", Long.class);
            limits.put(
                    Role.valueOf(row.getString("role")),
                    new Limit(
                            upTo == null ? null : new Dong(upTo),
                            row.getObject("valid_from", LocalDate.class),
                            row.getString("document"),
                            row.getString("mark")));
        });
        return limits;
    }

    /** Every row, the newest of each kind and role first. */
    public List<Row> history() {
        return db.sql(HISTORY)
                .query((row, n) -> {
                    var upTo = row.getObject("up_to", Long.class);
                    return new Row(
                            row.getString("kind"),
                            Role.valueOf(row.getString("role")),
                            new Limit(
                                    upTo == null ? null : new Dong(upTo),
                                    row.getObject("valid_from", LocalDate.class),
                                    row.getString("document"),
                                    row.getString("mark")));
                })
                .list();
    }

    boolean isTaken(String kind, Role role, LocalDate day) {
        return db.sql(DAY_TAKEN)
                .param("kind", kind)
                .param("role", role.name())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    void add(String kind, Role role, Limit limit) {
        db.sql(ADD)
                .param("kind", kind)
                .param("role", role.name())
                .param("from", limit.from())
                .param("up_to", limit.upTo() == null ? null : limit.upTo().amount())
                .param("document", limit.document())
                .update();
    }

    /**
     * Lets only those pass whose role and limit cover the change.
     *
     * @throws Refused {@link ChangeRefusal#ROLE_MAY_NOT_APPROVE}, {@link ChangeRefusal#ABOVE_LIMIT}, {@link
     *     ChangeRefusal#ABOVE_EVERY_LIMIT}
     */
    void requireMayApprove(Actor checker, ChangeKind kind, @Nullable Dong amount, LocalDate day) {
        var role = checker.role();
        if (!kind.approvers().contains(role)) {
            throw new Refused(
                    ChangeRefusal.ROLE_MAY_NOT_APPROVE, role, kind.approvers().getFirst());
        }
        if (amount == null) {
            return;
        }
        var limits = on(kind.name(), day);
        if (!covers(limits.get(role), amount)) {
            var next = lowestThatCovers(kind, limits, amount).orElseThrow(() -> aboveEvery(kind, limits, amount));
            throw new Refused(ChangeRefusal.ABOVE_LIMIT, amount, role, most(limits.get(role)), next);
        }
    }

    /**
     * Refuses a change that nobody could approve.
     *
     * @throws Refused {@link ChangeRefusal#ABOVE_EVERY_LIMIT}
     */
    void requireSomebodyMayApprove(ChangeKind kind, @Nullable Dong amount, LocalDate day) {
        if (amount != null) {
            var limits = on(kind.name(), day);
            if (lowestThatCovers(kind, limits, amount).isEmpty()) {
                throw aboveEvery(kind, limits, amount);
            }
        }
    }

    /** How much a role approves of a kind on a day; {@link Long#MAX_VALUE} for any amount. */
    long mostOf(ChangeKind kind, Role role, LocalDate day) {
        var limit = on(kind.name(), day).get(role);
        return limit != null && limit.upTo() == null
                ? Long.MAX_VALUE
                : most(limit).amount();
    }

    private static Optional<Role> lowestThatCovers(ChangeKind kind, Map<Role, Limit> limits, Dong amount) {
        return kind.approvers().stream()
                .filter(role -> covers(limits.get(role), amount))
                .findFirst();
    }

    private static Refused aboveEvery(ChangeKind kind, Map<Role, Limit> limits, Dong amount) {
        var highest = kind.approvers().stream()
                .max(Comparator.comparing(role -> most(limits.get(role))))
                .orElseThrow();
        return new Refused(ChangeRefusal.ABOVE_EVERY_LIMIT, amount, most(limits.get(highest)), highest);
    }

    private static boolean covers(@Nullable Limit limit, Dong amount) {
        return limit != null && (limit.upTo() == null || amount.compareTo(limit.upTo()) <= 0);
    }

    private static Dong most(@Nullable Limit limit) {
        return limit == null || limit.upTo() == null ? Dong.ZERO : limit.upTo();
    }

    /**
     * How much, since when, by which document.
     *
     * @param upTo inclusive; none for any amount
     * @param document the code of its document
     * @param mark how sure it is
     */
    public record Limit(
            @Nullable Dong upTo, LocalDate from, @Nullable String document, String mark) {}

    /** A limit with the kind and role that it is for. */
    public record Row(String kind, Role role, Limit limit) {}
}
