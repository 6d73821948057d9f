package org.dongvon.savings.unclaimed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.savings.unclaimed.Unclaimed.Booked;
import org.dongvon.savings.unclaimed.Unclaimed.Owner;
import org.dongvon.savings.unclaimed.Unclaimed.Payment;
import org.dongvon.savings.unclaimed.Unclaimed.Reason;
import org.dongvon.savings.unclaimed.Unclaimed.Receiver;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the deposits that nobody claims. */
@Repository
public class UnclaimedDeposits {

    private static final String ALL = """
            select u.id, u.point_id, m.id as member_id, u.person_id, h.full_name, h.identity_last4, g.code as group_code, u.reason, u.amount,
                   c.code as point, j.business_date, j.voucher, p.receiver, p.name, k.business_date as paid_on, k.voucher as paid_voucher
              from savings.unclaimed u
              join savings.account a on a.id = u.account_id
              join "group".v_member m on m.id = a.member_id
              join "group".v_credit_group g on g.id = m.group_id
              join household.v_person h on h.id = u.person_id
              join ledger.v_journal j on j.id = u.journal_id
              join organisation.v_point_card c on c.id = u.point_id
              left join savings.unclaimed_payment p on p.unclaimed_id = u.id
              left join ledger.v_journal k on k.id = p.journal_id
             where u.point_id <@ (select shared.scope()) and not (select shared.narrowed()) and not h.restricted
               and (cast(:office as bigint) is null or c.office_id = :office) and (cast(:point as bigint) is null or u.point_id = :point)
               and (cast(:member as bigint) is null or m.id = :member) and (cast(:id as bigint) is null or u.id = :id)
             order by p.unclaimed_id is not null, u.id desc
             limit 500
            """;

    // Held until the transaction ends: two tellers do not pay the same.
    private static final String HOLD = """
            select a.id from savings.account a
             where a.id = (select u.account_id from savings.unclaimed u where u.id = :id)
               for no key update
            """;

    private static final String MOVE = """
            insert into savings.unclaimed (account_id, point_id, person_id, journal_id, reason, paper, amount)
            select a.id, a.point_id, m.person_id, :journal, :reason, :paper, :amount
              from savings.account a
              join "group".v_member m on m.id = a.member_id
             where a.id = :account
            """;

    private static final String PAY = """
            insert into savings.unclaimed_payment (unclaimed_id, journal_id, point_id, receiver, name, paper, amount)
            values (:id, :journal, :point, :receiver, :name, :paper, :amount)
            """;

    private final JdbcClient db;

    UnclaimedDeposits(JdbcClient db) {
        this.db = db;
    }

    /** Those of an office, what waits first. */
    List<Unclaimed> ofOffice(long officeId) {
        return read("office", officeId);
    }

    /** Those of a member. */
    List<Unclaimed> ofMember(long memberId) {
        return read("member", memberId);
    }

    /** Those of a transaction point, what waits first. */
    public List<Unclaimed> ofPoint(long pointId) {
        return read("point", pointId);
    }

    private List<Unclaimed> read(String by, long value) {
        var query = db.sql(ALL);
        for (var name : List.of("office", "point", "member", "id")) {
            query = query.param(name, name.equals(by) ? value : null);
        }
        return query.query((row, n) -> unclaimed(row)).list();
    }

    /**
     * One that waits, locked until the transaction ends.
     *
     * @throws Refused {@link SavingsRefusal#UNKNOWN_UNCLAIMED}, {@link SavingsRefusal#UNCLAIMED_PAID}
     */
    public Unclaimed lock(long id) {
        var _ = db.sql(HOLD).param("id", id).query(Long.class).optional();
        var found =
                read("id", id).stream().findFirst().orElseThrow(() -> new Refused(SavingsRefusal.UNKNOWN_UNCLAIMED));
        var payment = found.payment();
        if (payment != null) {
            throw new Refused(SavingsRefusal.UNCLAIMED_PAID, payment.paid().day());
        }
        return found;
    }

    private static Unclaimed unclaimed(ResultSet row) throws SQLException {
        return new Unclaimed(
                row.getLong("id"),
                row.getLong("point_id"),
                new Owner(
                        row.getLong("member_id"),
                        row.getLong("person_id"),
                        row.getString("full_name"),
                        row.getString("identity_last4"),
                        row.getString("group_code")),
                Reason.valueOf(row.getString("reason")),
                new Dong(row.getLong("amount")),
                booked(row, "business_date", "voucher"),
                row.getString("receiver") == null
                        ? null
                        : new Payment(
                                Receiver.valueOf(row.getString("receiver")),
                                row.getString("name"),
                                booked(row, "paid_on", "paid_voucher")));
    }

    private static Booked booked(ResultSet row, String day, String voucher) throws SQLException {
        var on = Objects.requireNonNull(row.getObject(day, LocalDate.class));
        return new Booked(on, new VoucherNumber(row.getString("point"), on.getYear(), row.getInt(voucher)).toString());
    }

    void move(long account, long journal, Reason reason, String paper, Dong amount) {
        db.sql(MOVE)
                .param("account", account)
                .param("journal", journal)
                .param("reason", reason.name())
                .param("paper", paper)
                .param("amount", amount.amount())
                .update();
    }

    /** Writes what a locked one was paid out by. */
    public void pay(Unclaimed unclaimed, long journal, Claimant claimant) {
        db.sql(PAY)
                .param("id", unclaimed.id())
                .param("journal", journal)
                .param("point", unclaimed.pointId())
                .param("receiver", claimant.receiver().name())
                .param("name", claimant.name())
                .param("paper", claimant.paper())
                .param("amount", unclaimed.amount().amount())
                .update();
    }
}
