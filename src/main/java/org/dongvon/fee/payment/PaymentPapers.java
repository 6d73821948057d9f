package org.dongvon.fee.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a voucher of payments as a receipt: what was paid to whom for which month, and what was taken back since. */
@Repository
class PaymentPapers {

    private static final String HEAD = """
            select j.id, j.point_id, j.office_id, j.business_date, j.kind, o.name as office, c.name as point
              from ledger.v_journal j
              join organisation.v_point_card c on c.id = j.point_id
              join organisation.unit o on o.id = j.office_id
             where c.code = :point and extract(year from j.business_date) = :year and j.voucher = :serial
               and j.point_id <@ (select shared.scope()) and not (select shared.narrowed())
               and exists (select from fee.payment y where y.journal_id = j.id)
            """;

    private static final String LINES = """
            select y.line_no, y.line_id, y.way, y.amount, c.month, p.beneficiary, g.code, g.name, g.head, g.head_id, a.name_vi, a.name_en,
                   u.name as point, exists (select from fee.payment r where r.reverses = y.line_id) as taken_back
              from fee.payment y
              join fee.payable p on p.id = y.payable_id
              join fee.computation c on c.id = p.computation_id
              join organisation.association a on a.code = p.association
              join organisation.unit u on u.id = p.point_id
              left join "group".v_group_file g on g.id = p.group_id
             where y.journal_id = :journal
             order by y.line_no
            """;

    private final JdbcClient db;
    private final Transactions transactions;

    PaymentPapers(JdbcClient db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    Paper show(Actor actor, String voucher) {
        return transactions.read(actor, () -> find(voucher));
    }

    /**
     * The payments of a voucher, inside the caller's transaction.
     *
     * @throws Refused {@link FeeRefusal#UNKNOWN_PAYMENT}
     */
    Paper find(String voucher) {
        var number = VoucherNumber.parse(voucher).orElseThrow(() -> new Refused(FeeRefusal.UNKNOWN_PAYMENT));
        return db.sql(HEAD)
                .param("point", number.point())
                .param("year", number.year())
                .param("serial", number.serial())
                .query((row, n) -> new Paper(
                        number,
                        new Head(
                                row.getLong("id"),
                                row.getLong("point_id"),
                                row.getLong("office_id"),
                                row.getString("kind"),
                                row.getObject("business_date", LocalDate.class)),
                        row.getString("office"),
                        row.getString("point"),
                        List.of()))
                .optional()
                .map(paper -> paper.with(lines(paper.journalId())))
                .orElseThrow(() -> new Refused(FeeRefusal.UNKNOWN_PAYMENT));
    }

    private List<Line> lines(long journal) {
        return db.sql(LINES)
                .param("journal", journal)
                .query((row, n) -> new Line(
                        row.getInt("line_no"),
                        Way.valueOf(row.getString("way")),
                        new Dong(row.getLong("amount")),
                        row.getObject("month", LocalDate.class),
                        whose(row),
                        new Mark(row.getObject("line_id", UUID.class), row.getBoolean("taken_back"))))
                .list();
    }

    /** Whose due a row tells of. */
    static Whose whose(ResultSet row) throws SQLException {
        return new Whose(
                row.getString("beneficiary"),
                row.getString("code"),
                row.getString("name"),
                new Label(row.getString("name_vi"), row.getString("name_en")),
                row.getString("point"),
                row.getObject("head_id") == null ? null : new Person(row.getLong("head_id"), row.getString("head")));
    }

    /** The head of a group. */
    record Person(long id, String name) {}

    /** A group, or a level of an association at a point. */
    record Whose(
            String beneficiary,
            @Nullable String code,
            @Nullable String group,
            Label association,
            String point,
            @Nullable Person head) {

        public boolean isGroup() {
            return group != null;
        }
    }

    /** One payment. */
    record Line(int number, Way way, Dong amount, LocalDate month, Whose whose, Mark mark) {

        public boolean takenBack() {
            return mark.takenBack();
        }
    }

    /** The line in the book, and whether it was taken back since. */
    record Mark(UUID id, boolean takenBack) {}

    /** The journal. */
    record Head(long journalId, long pointId, long officeId, String kind, LocalDate day) {}

    /** A voucher of payments. */
    record Paper(VoucherNumber number, Head head, String office, String point, List<Line> lines)
            implements ShowsPeople {

        Paper with(List<Line> read) {
            return new Paper(number, head, office, point, List.copyOf(read));
        }

        long journalId() {
            return head.journalId();
        }

        long pointId() {
            return head.pointId();
        }

        long officeId() {
            return head.officeId();
        }

        public boolean isTransfer() {
            return head.kind().equals("FEE_TRANSFER");
        }

        public Dong total() {
            return Dong.sum(lines.stream().map(Line::amount).toList());
        }

        /** What was not taken back. */
        public Dong standing() {
            return Dong.sum(lines.stream()
                    .filter(each -> !each.takenBack())
                    .map(Line::amount)
                    .toList());
        }

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }

        @Override
        public List<Long> people() {
            return lines.stream()
                    .map(each -> each.whose().head())
                    .filter(Objects::nonNull)
                    .map(Person::id)
                    .distinct()
                    .toList();
        }
    }
}
