package org.dongvon.session.payout;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.household.IdentityNumber;
import org.dongvon.session.SessionHeads;
import org.dongvon.session.SessionHeads.SessionHead;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the approved loans of a session's point that wait to be paid out. */
@Repository
class PayOutDesk {

    // Those that this session's notices name come first; a loan whose group had no notice yet is not offered.
    private static final String WAITING = """
            select w.id, w.code, w.person_id, w.full_name, w.identity_last4, w.restricted, w.group_code, w.group_name,
                   w.programme_vi, w.programme_en, w.amount, w.pay_on
              from loan.v_to_pay_out w
             where w.point_id = :point
             order by w.pay_on, w.group_code, w.code
             limit 500
            """;

    private final JdbcClient db;
    private final SessionHeads heads;
    private final Transactions transactions;

    PayOutDesk(JdbcClient db, SessionHeads heads, Transactions transactions) {
        this.db = db;
        this.heads = heads;
        this.transactions = transactions;
    }

    Waiting of(Actor actor, long session) {
        return transactions.read(actor, () -> {
            var head = heads.get(session);
            return new Waiting(
                    head,
                    db.sql(WAITING)
                            .param("point", head.session().pointId())
                            .query((row, n) -> new Line(
                                    row.getLong("id"),
                                    row.getString("code"),
                                    new Borrower(
                                            row.getLong("person_id"),
                                            row.getBoolean("restricted") ? null : row.getString("full_name"),
                                            IdentityNumber.masked(row.getString("identity_last4"))),
                                    new Group(row.getString("group_code"), row.getString("group_name")),
                                    new Label(row.getString("programme_vi"), row.getString("programme_en")),
                                    new Dong(row.getLong("amount")),
                                    row.getObject("pay_on", LocalDate.class)))
                            .list());
        });
    }

    record Borrower(long id, @Nullable String name, String identity) {}

    record Group(String code, String name) {}

    /**
     * A loan to pay out.
     *
     * @param payOn the session that the notice names
     */
    record Line(
            long loan, String code, Borrower borrower, Group group, Label programme, Dong amount, LocalDate payOn) {}

    /** The session with what waits at its point. */
    record Waiting(SessionHead head, List<Line> lines) implements ShowsPeople {

        /** Those that were told to come to this session, and those whose session is past. */
        public List<Line> due() {
            return lines.stream()
                    .filter(each -> !each.payOn().isAfter(head.day()))
                    .toList();
        }

        public List<Line> later() {
            return lines.stream()
                    .filter(each -> each.payOn().isAfter(head.day()))
                    .toList();
        }

        public Dong total() {
            return Dong.sum(due().stream().map(Line::amount).toList());
        }

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }

        @Override
        public List<Long> people() {
            return lines.stream()
                    .filter(each -> each.borrower().name() != null)
                    .map(each -> each.borrower().id())
                    .toList();
        }
    }
}
