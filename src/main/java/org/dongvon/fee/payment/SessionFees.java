package org.dongvon.fee.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.payment.PaymentPapers.Person;
import org.dongvon.fee.payment.PaymentPapers.Whose;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.session.SessionHeads;
import org.dongvon.session.SessionHeads.SessionHead;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what a session's point has to pay of approved months, and what was paid there of late. */
@Repository
class SessionFees {

    private static final String OPEN = """
            select p.id, c.month, p.beneficiary, g.code, g.name, g.head, g.head_id, a.name_vi, a.name_en, u.name as point,
                   p.computed + p.carried as amount
              from fee.payable p
              join fee.computation c on c.id = p.computation_id
              join organisation.association a on a.code = p.association
              join organisation.unit u on u.id = p.point_id
              left join "group".v_group_file g on g.id = p.group_id
             where p.point_id = :point and p.paid = 0 and c.state = 'APPROVED' and p.beneficiary in ('GROUP', 'COMMUNE')
               and p.computed + p.carried > 0 and p.point_id <@ (select shared.scope()) and not (select shared.narrowed())
             order by c.month, p.beneficiary, p.association, g.code
             limit 500
            """;

    private static final String PAID = """
            select y.line_id, y.way, y.amount, c.month, p.beneficiary, g.code, g.name, g.head, g.head_id, a.name_vi, a.name_en,
                   u.name as point, u.code as point_code, j.business_date, j.voucher
              from fee.payment y
              join fee.payable p on p.id = y.payable_id
              join fee.computation c on c.id = p.computation_id
              join ledger.v_journal j on j.id = y.journal_id
              join organisation.association a on a.code = p.association
              join organisation.unit u on u.id = p.point_id
              left join "group".v_group_file g on g.id = p.group_id
             where y.point_id = :point and y.reverses is null and y.way <> 'BANK' and j.business_date > cast(:day as date) - 92
               and not exists (select from fee.payment r where r.reverses = y.line_id)
               and y.point_id <@ (select shared.scope()) and not (select shared.narrowed())
             order by j.business_date desc, y.line_no
             limit 500
            """;

    private final JdbcClient db;
    private final SessionHeads heads;
    private final Transactions transactions;

    SessionFees(JdbcClient db, SessionHeads heads, Transactions transactions) {
        this.db = db;
        this.heads = heads;
        this.transactions = transactions;
    }

    Desk of(Actor actor, long session) {
        return transactions.read(actor, () -> {
            var head = heads.get(session);
            return new Desk(head, open(head), paid(head));
        });
    }

    /** The dues that wait at a session's point. */
    List<Open> open(SessionHead head) {
        return db.sql(OPEN)
                .param("point", head.session().pointId())
                .query((row, n) -> new Open(
                        row.getLong("id"),
                        row.getObject("month", LocalDate.class),
                        PaymentPapers.whose(row),
                        new Dong(row.getLong("amount"))))
                .list();
    }

    private List<Done> paid(SessionHead head) {
        return db.sql(PAID)
                .param("point", head.session().pointId())
                .param("day", head.day())
                .query((row, n) -> new Done(
                        row.getObject("line_id", UUID.class),
                        row.getObject("month", LocalDate.class),
                        PaymentPapers.whose(row),
                        Way.valueOf(row.getString("way")),
                        new Dong(row.getLong("amount")),
                        VoucherNumber.of(
                                row.getString("point_code"),
                                row.getObject("business_date", LocalDate.class),
                                row.getInt("voucher"))))
                .list();
    }

    /** A due to pay. */
    record Open(long id, LocalDate month, Whose whose, Dong amount) {}

    /** A payment that may be taken back. */
    record Done(UUID line, LocalDate month, Whose whose, Way way, Dong amount, VoucherNumber voucher) {}

    /** The session with its dues. */
    record Desk(SessionHead head, List<Open> open, List<Done> paid) implements ShowsPeople {

        public Dong total() {
            return Dong.sum(open.stream().map(Open::amount).toList());
        }

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }

        @Override
        public List<Long> people() {
            return Stream.concat(open.stream().map(Open::whose), paid.stream().map(Done::whose))
                    .map(Whose::head)
                    .filter(Objects::nonNull)
                    .map(Person::id)
                    .distinct()
                    .toList();
        }
    }
}
