package org.dongvon.session.voucher;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.ledger.seal.InclusionProof;
import org.dongvon.ledger.seal.ProveLines;
import org.dongvon.ledger.seal.ProveLines.Posted;
import org.dongvon.ledger.seal.ReceiptCode;
import org.dongvon.session.LinesOnPaper;
import org.dongvon.shared.Scope;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What anybody who holds a receipt may read of it: where it stands in the book, and no personal data. */
@Repository
class ReceiptReader {

    // Points are public; the rows of the office's points are then seen, and no others.
    private static final String POINTS_OF_OFFICE = """
            select p.id
              from organisation.v_point_card c
              join organisation.v_point_card p on p.office_id = c.office_id
             where c.id = :point
            """;

    private static final String LINE = """
            with line as (
                select m.journal_id, m.line_no, m.interest, -m.principal as principal, 0::bigint as saving
                  from loan.v_line m
                 where m.line_id = :line
                 union all
                select s.journal_id, s.line_no, 0, 0, s.amount
                  from savings.v_movement s
                 where s.line_id = :line)
            select j.id, j.office_id, j.business_date, c.code, c.office_name, j.voucher, max(l.line_no) as line_no,
                   sum(l.interest) as interest, sum(l.principal) as principal, sum(l.saving) as saving,
                   (select b.voucher
                      from (select r.journal_id from loan.v_line r where r.reverses = :line
                             union all
                            select r.journal_id from savings.v_movement r where r.reverses = :line) back
                      join ledger.v_journal b on b.id = back.journal_id
                     limit 1) as taken_back
              from line l
              join ledger.v_journal j on j.id = l.journal_id
              join organisation.v_point_card c on c.id = j.point_id
             where j.point_id = :point
             group by j.id, j.office_id, j.business_date, c.code, c.office_name, j.voucher
            """;

    private static final String ON_PAPER = """
            select j.id, j.office_id, j.business_date, c.code, c.office_name, j.voucher,
                   (select b.voucher from ledger.v_journal b where b.id = cast(:back as bigint)) as taken_back
              from ledger.v_journal j
              join organisation.v_point_card c on c.id = j.point_id
             where j.id = :journal and j.point_id = :point
            """;

    private final ReceiptCode codes;
    private final ProveLines proveLines;
    private final Transactions transactions;
    private final List<LinesOnPaper> others;
    private final JdbcClient db;

    ReceiptReader(
            ReceiptCode codes,
            ProveLines proveLines,
            Transactions transactions,
            List<LinesOnPaper> others,
            JdbcClient db) {
        this.others = List.copyOf(others);
        this.codes = codes;
        this.proveLines = proveLines;
        this.transactions = transactions;
        this.db = db;
    }

    /** The receipt of a code; empty when there is none, whatever the reason. */
    Optional<Receipt> find(String code) {
        return codes.read(code)
                .flatMap(read -> transactions.readSealed(
                        office(read.line().pointId()), () -> line(read).or(() -> onPaper(read))));
    }

    /** The amounts as the code on paper stands for them. */
    static String amounts(Dong interest, Dong principal, Dong saving) {
        return interest.amount() + " " + principal.amount() + " " + saving.amount();
    }

    private Scope office(long point) {
        return Scope.of(transactions.readPublic(() -> db.sql(POINTS_OF_OFFICE)
                .param("point", point)
                .query((row, n) -> row.getLong("id"))
                .list()));
    }

    private Optional<Receipt> line(ReceiptCode.Read read) {
        return db.sql(LINE)
                .param("line", read.line().id())
                .param("point", read.line().pointId())
                .query((row, n) -> receipt(
                        read,
                        row,
                        row.getInt("line_no"),
                        amounts(
                                new Dong(row.getLong("interest")),
                                new Dong(row.getLong("principal")),
                                new Dong(row.getLong("saving")))))
                .optional();
    }

    private Optional<Receipt> onPaper(ReceiptCode.Read read) {
        return others.stream()
                .flatMap(each -> each.find(read.line().id()).stream())
                .flatMap(found -> db
                        .sql(ON_PAPER)
                        .param("journal", found.journal())
                        .param("point", read.line().pointId())
                        .param("back", found.takenBack())
                        .query((row, n) -> receipt(read, row, found.number(), found.amounts()))
                        .stream())
                .findFirst();
    }

    private Receipt receipt(ReceiptCode.Read read, ResultSet row, int number, String amounts) throws SQLException {
        var day = row.getObject("business_date", LocalDate.class);
        var point = row.getString("code");
        var posted = new Posted(
                row.getLong("office_id"), day, row.getLong("id"), read.line().id());
        return new Receipt(
                VoucherNumber.of(point, day, row.getInt("voucher")),
                number,
                day,
                row.getString("office_name"),
                new Marks(read.mark(), codes.mark(read.line(), amounts)),
                row.getObject("taken_back") == null ? null : VoucherNumber.of(point, day, row.getInt("taken_back")),
                proveLines.isSealed(posted),
                proveLines.of(posted).orElse(null));
    }

    /** The marks of the amounts: on paper, and in the book. */
    record Marks(String printed, String booked) {

        public boolean agree() {
            return printed.equals(booked);
        }
    }

    /**
     * A receipt as its public page shows it.
     *
     * @param day the day of the books
     * @param takenBack the voucher that reversed the line
     * @param isSealed whether the day is closed and sealed
     * @param proof that the line is in the sealed book; none before, or when the book was changed since
     */
    record Receipt(
            VoucherNumber number,
            int line,
            LocalDate day,
            String office,
            Marks marks,
            @Nullable VoucherNumber takenBack,
            boolean isSealed,
            @Nullable InclusionProof proof) {

        public String state() {
            return !isSealed ? "open" : proof == null ? "broken" : "sealed";
        }
    }
}
