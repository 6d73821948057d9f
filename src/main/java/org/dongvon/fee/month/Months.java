package org.dongvon.fee.month;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds offices and their computed months, and moves a month on in its life. */
@Repository
public class Months {

    private static final String OFFICES = """
            select u.id, u.code, u.name, p.id as point_id
              from organisation.point p
              join organisation.unit u on u.id = p.office_id
             where p.direct and p.id <@ (select shared.scope()) and not (select shared.narrowed())
             order by u.code
            """;

    private static final String COUNTING = """
            select c.id, c.month, c.state, c.computed_on, c.due_journal,
                   coalesce((select sum(l.amount) from fee.line l where l.computation_id = c.id and l.target = 'ENTRUSTMENT'), 0)::bigint as fee,
                   coalesce((select sum(l.amount) from fee.line l where l.computation_id = c.id and l.target <> 'ENTRUSTMENT'), 0)::bigint
                       as commission,
                   coalesce((select sum(p.paid) from fee.payable p where p.computation_id = c.id), 0)::bigint as paid
              from fee.computation c
             where c.office_id = :office and c.state in ('COMPUTED', 'APPROVED')
               and c.point_id <@ (select shared.scope()) and not (select shared.narrowed())
             order by c.month desc
             limit 60
            """;

    // What a later month carries follows from this one.
    private static final String REPLACE = """
            update fee.computation set state = 'REPLACED' where office_id = :office and month >= :from and state = 'COMPUTED'
            """;

    private static final String LOCK = """
            select c.state from fee.computation c where c.id = :id for update
            """;

    private static final String MOVE = """
            update fee.computation
               set state = :state, due_journal = coalesce(due_journal, :journal), back_journal = :back
             where id = :id
            """;

    private final JdbcClient db;

    Months(JdbcClient db) {
        this.db = db;
    }

    /** The offices whose fees the reader may see. */
    List<Office> offices() {
        return db.sql(OFFICES)
                .query((row, n) -> new Office(
                        row.getLong("id"), row.getString("code"), row.getString("name"), row.getLong("point_id")))
                .list();
    }

    /**
     * The office of a code.
     *
     * @throws Refused {@link OrganisationRefusal#UNKNOWN_UNIT} when there is none in scope
     */
    public Office office(String code) {
        return offices().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused(OrganisationRefusal.UNKNOWN_UNIT, code));
    }

    /** The months of an office that count, the newest first. */
    List<Month> counting(Office office) {
        return db.sql(COUNTING)
                .param("office", office.id())
                .query((row, n) -> new Month(
                        row.getLong("id"),
                        row.getObject("month", LocalDate.class),
                        State.valueOf(row.getString("state")),
                        row.getObject("computed_on", LocalDate.class),
                        row.getObject("due_journal", Long.class),
                        new Totals(
                                new Dong(row.getLong("fee")),
                                new Dong(row.getLong("commission")),
                                new Dong(row.getLong("paid")))))
                .list();
    }

    /** The month of an office, if it was computed. */
    Optional<Month> find(Office office, FeeMonth month) {
        return counting(office).stream()
                .filter(each -> each.first().equals(month.first()))
                .findFirst();
    }

    /**
     * The month of an office.
     *
     * @throws Refused {@link FeeRefusal#UNKNOWN_MONTH} when it was not computed
     */
    public Month get(Office office, FeeMonth month) {
        return find(office, month).orElseThrow(() -> new Refused(FeeRefusal.UNKNOWN_MONTH, month));
    }

    /** Held against payments and other decisions until the transaction ends. */
    void lock(Month month) {
        db.sql(LOCK).param("id", month.id()).query(String.class).single();
    }

    /** The computations of this month and later ones that wait for their approval count no more. */
    void replaceFrom(Office office, LocalDate from) {
        db.sql(REPLACE).param("office", office.id()).param("from", from).update();
    }

    void approve(Month month, @Nullable Long journal) {
        move(month, State.APPROVED, journal, null);
    }

    void takeBack(Month month, @Nullable Long journal) {
        move(month, State.TAKEN_BACK, null, journal);
    }

    private void move(Month month, State state, @Nullable Long journal, @Nullable Long back) {
        db.sql(MOVE)
                .param("id", month.id())
                .param("state", state.name())
                .param("journal", journal)
                .param("back", back)
                .update();
    }

    /** A transaction office with its own direct point. */
    public record Office(long id, String code, String name, long pointId) {}

    /** Where a computed month stands. */
    public enum State {
        COMPUTED,
        APPROVED,
        TAKEN_BACK
    }

    /**
     * A computed month.
     *
     * @param first its first day
     * @param journal the journal that booked it; none before the approval, or when nothing is due
     */
    public record Month(
            long id,
            LocalDate first,
            State state,
            LocalDate computedOn,
            @Nullable Long journal,
            Totals totals) {

        public boolean isApproved() {
            return state == State.APPROVED;
        }
    }

    /** What a month comes to, and what of it is paid. */
    public record Totals(Dong fee, Dong commission, Dong paid) {

        public Dong all() {
            return fee.plus(commission);
        }
    }
}
