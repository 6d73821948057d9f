package org.dongvon.fee.payment;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Dues and their payments: locked, marked as paid, written. The columns of a due say that it is paid whole or not at all. */
@Repository
class Dues {

    // In the order of their numbers, so that two payments of the same dues wait for each other.
    private static final String LOCK = """
            select p.id, p.point_id, p.beneficiary, p.group_id, p.computed + p.carried as amount, p.paid,
                   (select m.id from "group".v_member m
                     where m.group_id = p.group_id and m.office_held = 'HEAD' and m.left_on is null) as head
              from fee.payable p
              join fee.computation c on c.id = p.computation_id
             where p.id = any (:ids) and c.state = 'APPROVED' and p.computed + p.carried > 0
               and p.point_id <@ (select shared.scope()) and not (select shared.narrowed())
             order by p.id
               for update of p
            """;

    private static final String OPEN_AT_POINT = """
            select p.id
              from fee.payable p
              join fee.computation c on c.id = p.computation_id
             where p.point_id = :point and p.paid = 0 and c.state = 'APPROVED' and p.beneficiary in ('GROUP', 'COMMUNE')
               and p.computed + p.carried > 0 and p.point_id <@ (select shared.scope()) and not (select shared.narrowed())
             order by p.id
             limit 500
            """;

    private static final String OPEN_OF_ASSOCIATION = """
            select p.id
              from fee.payable p
              join fee.computation c on c.id = p.computation_id
             where c.id = :computation and c.state = 'APPROVED' and p.association = :association and p.beneficiary <> 'GROUP'
               and p.paid = 0 and p.computed + p.carried > 0
               and p.point_id <@ (select shared.scope()) and not (select shared.narrowed())
             order by p.id
            """;

    private static final String WRITE = """
            with written as (
                insert into fee.payment (line_id, journal_id, line_no, payable_id, point_id, way, amount, reverses)
                select w.line_id, :journal, w.line_no, w.payable_id, w.point_id, w.way, w.amount, w.reverses
                  from unnest(cast(:lines as uuid[]), cast(:numbers as integer[]), cast(:payables as bigint[]), cast(:points as bigint[]),
                              cast(:ways as text[]), cast(:amounts as bigint[]), cast(:reverses as uuid[]))
                           as w (line_id, line_no, payable_id, point_id, way, amount, reverses)
                returning payable_id, amount)
            update fee.payable p set paid = p.paid + w.amount from written w where p.id = w.payable_id
            """;

    private static final String PAYMENT = """
            select y.line_id, y.journal_id, y.payable_id, y.point_id, y.way, y.amount,
                   exists (select from fee.payment r where r.reverses = y.line_id) as taken_back
              from fee.payment y
              join fee.payable p on p.id = y.payable_id
             where y.line_id = :line and y.reverses is null
               and y.point_id <@ (select shared.scope()) and not (select shared.narrowed())
               for update of p
            """;

    private static final String OF_JOURNAL = """
            select y.line_id, y.payable_id, y.point_id, y.way, y.amount
              from fee.payment y
              join fee.payable p on p.id = y.payable_id
             where y.journal_id = :journal and y.reverses is null and p.paid <> 0
               and not exists (select from fee.payment r where r.reverses = y.line_id)
               and y.point_id <@ (select shared.scope()) and not (select shared.narrowed())
             order by p.id
               for update of p
            """;

    private static final String OWED = """
            select coalesce(sum(p.computed + p.carried), 0)::bigint
              from fee.payable p
              join fee.computation c on c.id = p.computation_id
             where c.id = :computation and c.state = 'APPROVED' and p.association = :association and p.beneficiary <> 'GROUP'
               and p.paid = 0 and p.computed + p.carried > 0
               and p.point_id <@ (select shared.scope()) and not (select shared.narrowed())
            """;

    private final JdbcClient db;

    Dues(JdbcClient db) {
        this.db = db;
    }

    /**
     * These dues, locked until the transaction ends.
     *
     * @throws Refused {@link FeeRefusal#UNKNOWN_DUE} when one is not approved or not in scope, {@link
     *     FeeRefusal#ALREADY_PAID}
     */
    Map<Long, Due> lock(Collection<Long> ids) {
        Map<Long, Due> found = new LinkedHashMap<>();
        db.sql(LOCK).param("ids", ids.toArray(Long[]::new)).query(row -> {
            var due = new Due(
                    row.getLong("id"),
                    row.getLong("point_id"),
                    row.getString("beneficiary"),
                    row.getObject("group_id", Long.class),
                    row.getObject("head", Long.class),
                    new Dong(row.getLong("amount")));
            if (row.getLong("paid") != 0) {
                throw new Refused(FeeRefusal.ALREADY_PAID, due.amount());
            }
            found.put(due.id(), due);
        });
        for (var id : ids) {
            if (!found.containsKey(id)) {
                throw new Refused(FeeRefusal.UNKNOWN_DUE);
            }
        }
        return found;
    }

    /** What waits to be paid at the sessions of a point. */
    List<Long> openAt(long point) {
        return db.sql(OPEN_AT_POINT)
                .param("point", point)
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /** What an association is still owed of a month, at all levels and points of the office. */
    List<Long> openOf(long computation, String association) {
        return db.sql(OPEN_OF_ASSOCIATION)
                .param("computation", computation)
                .param("association", association)
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /**
     * A payment that may be taken back, with its due locked.
     *
     * @throws Refused {@link FeeRefusal#UNKNOWN_PAYMENT}, {@link FeeRefusal#ALREADY_TAKEN_BACK}
     */
    Paid lockPayment(UUID line) {
        var paid = payment(line);
        // Read again behind the lock: another one may have taken it back first.
        if (payment(line).takenBack()) {
            throw new Refused(FeeRefusal.ALREADY_TAKEN_BACK, paid.payment().amount());
        }
        return paid;
    }

    private Paid payment(UUID line) {
        return db.sql(PAYMENT)
                .param("line", line)
                .query((row, n) -> new Paid(row.getLong("journal_id"), payment(row), row.getBoolean("taken_back")))
                .optional()
                .orElseThrow(() -> new Refused(FeeRefusal.UNKNOWN_PAYMENT));
    }

    /** The payments of a journal that were not taken back, with their dues locked. */
    List<Payment> lockStanding(long journal) {
        return db.sql(OF_JOURNAL)
                .param("journal", journal)
                .query((row, n) -> payment(row))
                .list();
    }

    /** What an association is still owed of a month. */
    Dong owed(long computation, String association) {
        return new Dong(db.sql(OWED)
                .param("computation", computation)
                .param("association", association)
                .query(Long.class)
                .single());
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                row.getObject("line_id", UUID.class),
                row.getLong("payable_id"),
                row.getLong("point_id"),
                Way.valueOf(row.getString("way")),
                new Dong(row.getLong("amount")),
                null);
    }

    /** Writes payments of a journal and marks their dues. */
    void write(long journal, List<Payment> payments) {
        var numbers = new Integer[payments.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i + 1;
        }
        db.sql(WRITE)
                .param("journal", journal)
                .param("numbers", numbers)
                .param(
                        "lines",
                        payments.stream().map(each -> each.line().toString()).toArray(String[]::new))
                .param("payables", payments.stream().map(Payment::due).toArray(Long[]::new))
                .param("points", payments.stream().map(Payment::pointId).toArray(Long[]::new))
                .param("ways", payments.stream().map(each -> each.way().name()).toArray(String[]::new))
                .param(
                        "amounts",
                        payments.stream().map(each -> each.amount().amount()).toArray(Long[]::new))
                .param("reverses", payments.stream().map(Payment::reversed).toArray(String[]::new))
                .update();
    }

    /** A due that is not paid yet; {@code head} is the membership of the group's head. */
    record Due(
            long id,
            long pointId,
            String beneficiary,
            @Nullable Long groupId,
            @Nullable Long head,
            Dong amount) {

        /** Groups and the associations of the commune are paid at sessions, the levels above by transfer. */
        boolean isPaidAtSessions() {
            return beneficiary.equals("GROUP") || beneficiary.equals("COMMUNE");
        }
    }

    /** A payment of a due; negative when it takes another back. */
    record Payment(
            UUID line,
            long due,
            long pointId,
            Way way,
            Dong amount,
            @Nullable UUID reverses) {

        @Nullable
        String reversed() {
            return reverses == null ? null : reverses.toString();
        }

        /** The payment that takes it back: its line follows from the one taken back, so it is made once and no more. */
        Payment back() {
            var own = UUID.nameUUIDFromBytes(("fee back " + line).getBytes(StandardCharsets.US_ASCII));
            return new Payment(own, due, pointId, way, amount.negate(), line);
        }
    }

    /** A payment as it was made. */
    record Paid(long journal, Payment payment, boolean takenBack) {}
}
