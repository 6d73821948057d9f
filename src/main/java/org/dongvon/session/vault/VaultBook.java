package org.dongvon.session.vault;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Unit;
import org.dongvon.session.Vaults;
import org.dongvon.session.closing.CashCount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the book of a vault for one day: what it held, what came and went, what was counted. */
@Repository
class VaultBook {

    // From the balance back: past days cost their distance, not the history.
    private static final String SINCE = """
            select coalesce(sum(m.amount), 0)
              from session.vault_movement m
              join ledger.v_journal j on j.id = m.journal_id
             where m.office_id = :office and j.business_date >= :day
            """;

    private static final String LINES = """
            select m.journal_id, m.kind, m.amount, j.voucher, u.code as point_code, coalesce(p.name, u.name) as whose
              from ledger.v_journal j
              join session.vault_movement m on m.journal_id = j.id
              join organisation.unit u on u.id = j.point_id
              left join lateral (select coalesce(h.from_session, h.to_session) as session
                                   from session.hand_over h
                                   left join session.hand_over_end e on e.hand_over_id = h.id
                                  where h.journal_id = j.id or e.journal_id = j.id limit 1) x on true
              left join session.session s on s.id = x.session
              left join organisation.unit p on p.id = s.point_id
             where j.office_id = :office and j.business_date = :day and m.office_id = :office
             order by m.journal_id
            """;

    private static final String COUNTS = """
            select c.number, c.notes, c.expected, c.counted, c.reason, a.full_name as counter, b.full_name as signer
              from session.vault_count c
              left join organisation.v_staff a on a.id = c.counted_by
              left join organisation.v_staff b on b.id = c.signed_by
             where c.office_id = :office and c.day = :day
             order by c.number
            """;

    private final JdbcClient db;
    private final VaultPage page;
    private final BusinessDays days;
    private final Vaults vaults;
    private final Transactions transactions;

    VaultBook(JdbcClient db, VaultPage page, BusinessDays days, Vaults vaults, Transactions transactions) {
        this.db = db;
        this.page = page;
        this.days = days;
        this.vaults = vaults;
        this.transactions = transactions;
    }

    Day read(Actor actor, String code, @Nullable LocalDate asked) {
        var shown = page.read(actor, code);
        long office = shown.office().id();
        return transactions.read(actor, () -> {
            var today = days.today(office);
            var day = asked == null || asked.isAfter(today) ? today : asked;
            var before = vaults.balance(office).minus(since(office, day));
            var lines = lines(office, day, before);
            var after = lines.isEmpty() ? before : lines.getLast().after();
            return new Day(shown.office(), day, before, lines, after, counts(office, day));
        });
    }

    private Dong since(long office, LocalDate day) {
        return new Dong(db.sql(SINCE)
                .param("office", office)
                .param("day", day)
                .query(Long.class)
                .single());
    }

    private List<Line> lines(long office, LocalDate day, Dong before) {
        var lines = new ArrayList<Line>();
        var held = new Dong[] {before};
        db.sql(LINES).param("office", office).param("day", day).query(row -> {
            var amount = new Dong(row.getLong("amount"));
            held[0] = held[0].plus(amount);
            lines.add(new Line(
                    row.getLong("journal_id"),
                    VoucherNumber.of(row.getString("point_code"), day, row.getInt("voucher"))
                            .toString(),
                    Vaults.Kind.valueOf(row.getString("kind")),
                    row.getString("whose"),
                    amount,
                    held[0]));
        });
        return lines;
    }

    private List<Count> counts(long office, LocalDate day) {
        return db.sql(COUNTS)
                .param("office", office)
                .param("day", day)
                .query((row, n) -> new Count(
                        row.getInt("number"),
                        CashCount.ofOrder((Integer[]) row.getArray("notes").getArray()),
                        new Dong(row.getLong("expected")),
                        new Dong(row.getLong("counted")),
                        row.getString("reason"),
                        new Signed(row.getString("counter"), row.getString("signer"))))
                .list();
    }

    /** The book of one day. */
    record Day(Unit office, LocalDate day, Dong before, List<Line> lines, Dong after, List<Count> counts) {

        public Dong in() {
            return lines.stream().map(Line::in).reduce(Dong.ZERO, Dong::plus);
        }

        public Dong out() {
            return lines.stream().map(Line::out).reduce(Dong.ZERO, Dong::plus);
        }
    }

    /** One movement, with what the vault held after it; {@code whose} is the point on the other side. */
    record Line(long journalId, String voucher, Vaults.Kind kind, String whose, Dong amount, Dong after) {

        public Dong in() {
            return amount.isPositive() ? amount : Dong.ZERO;
        }

        public Dong out() {
            return amount.isNegative() ? amount.negate() : Dong.ZERO;
        }
    }

    /** One count. */
    record Count(int number, CashCount notes, Dong expected, Dong counted, String reason, Signed signed) {

        public Dong gap() {
            return counted.minus(expected);
        }
    }

    /** Who counted and who signed; nobody's name when they are not in the register of staff. */
    record Signed(@Nullable String counter, @Nullable String signer) {}
}
