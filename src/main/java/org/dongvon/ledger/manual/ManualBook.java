package org.dongvon.ledger.manual;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.ledger.chart.Chart;
import org.dongvon.ledger.manual.ManualVoucher.Line;
import org.dongvon.ledger.period.Periods;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes and reads vouchers written by hand. */
@Repository
class ManualBook {

    private static final String VOUCHER = """
            insert into ledger.manual_voucher (journal_id, point_id, source, wording, reverses)
            values (:journal, :point, :source, :wording, cast(:reverses as bigint))
            """;

    private static final String LINES = """
            insert into ledger.manual_line (journal_id, line_no, point_id, account, amount, wording)
            select :journal, l.line_no, :point, l.account, l.amount, l.wording
              from unnest(cast(:accounts as text[]), cast(:amounts as bigint[]), cast(:wordings as text[]))
                   with ordinality as l (account, amount, wording, line_no)
            """;

    private static final String FIND = """
            select v.journal_id, v.source, v.wording, v.reverses, j.value_date, j.point_id, j.office_id, j.kind,
                   (select b.journal_id from ledger.manual_voucher b where b.reverses = v.journal_id) as taken_back
              from ledger.journal j
              join organisation.unit u on u.id = j.point_id
              join ledger.manual_voucher v on v.journal_id = j.id
             where u.code = :point and extract(year from j.business_date) = :year and j.voucher = :serial
               and j.point_id <@ (select shared.scope())
            """;

    private static final String LINES_OF = """
            select account, amount, wording from ledger.manual_line where journal_id = :journal order by line_no
            """;

    private final JdbcClient db;
    private final Ledger ledger;
    private final Chart chart;
    private final Periods periods;

    ManualBook(JdbcClient db, Ledger ledger, Chart chart, Periods periods) {
        this.db = db;
        this.ledger = ledger;
        this.chart = chart;
        this.periods = periods;
    }

    /**
     * Refuses a voucher that may not be written at an office, whose day is held.
     *
     * @param today the office's open day
     */
    void require(ManualVoucher voucher, long officeId, LocalDate today) {
        voucher.requireWhole();
        if (voucher.on().isAfter(today)) {
            throw new Refused(LedgerRefusal.VOUCHER_DAY_NOT_YET, voucher.on(), today);
        }
        periods.requireOpen(officeId, voucher.on());
        var accounts = chart.on(voucher.on());
        voucher.lines().forEach(line -> {
            var account = accounts.stream()
                    .filter(row -> row.code().equals(line.account()))
                    .findFirst()
                    .orElseThrow(() -> new Refused(LedgerRefusal.UNKNOWN_ACCOUNT, line.account()));
            if (account.controlled()) {
                throw new Refused(LedgerRefusal.ACCOUNT_CONTROLLED, line.account());
            }
            if (!account.manual()) {
                throw new Refused(LedgerRefusal.ACCOUNT_TAKES_NO_LINES, line.account(), voucher.on());
            }
        });
    }

    /** Writes a voucher with its journal. */
    void write(Journal.Header header, ManualVoucher voucher) {
        long journal = ledger.postByCode(header, voucher.sums()).journalId();
        db.sql(VOUCHER)
                .param("journal", journal)
                .param("point", header.pointId())
                .param("source", voucher.source())
                .param("wording", voucher.wording())
                .param("reverses", header.reverses())
                .update();
        var lines = voucher.lines();
        db.sql(LINES)
                .param("journal", journal)
                .param("point", header.pointId())
                .param("accounts", lines.stream().map(Line::account).toArray(String[]::new))
                .param(
                        "amounts",
                        lines.stream().map(each -> each.amount().amount()).toArray(Long[]::new))
                .param("wordings", lines.stream().map(Line::wording).toArray(String[]::new))
                .update();
    }

    /**
     * The voucher of a number, in scope.
     *
     * @throws Refused {@link LedgerRefusal#UNKNOWN_VOUCHER}
     */
    Written find(String number) {
        return VoucherNumber.parse(number)
                .flatMap(this::find)
                .orElseThrow(() -> new Refused(LedgerRefusal.UNKNOWN_VOUCHER, number));
    }

    private Optional<Written> find(VoucherNumber number) {
        return db.sql(FIND)
                .param("point", number.point())
                .param("year", number.year())
                .param("serial", number.serial())
                .query((row, n) -> new Written(
                        new Place(row.getLong("journal_id"), row.getLong("point_id"), row.getLong("office_id")),
                        row.getObject("reverses", Long.class),
                        row.getObject("taken_back", Long.class),
                        new ManualVoucher(
                                row.getObject("value_date", LocalDate.class),
                                row.getString("source"),
                                row.getString("wording"),
                                lines(row.getLong("journal_id")))))
                .optional();
    }

    private List<Line> lines(long journal) {
        return db.sql(LINES_OF)
                .param("journal", journal)
                .query((row, n) ->
                        new Line(row.getString("account"), new Dong(row.getLong("amount")), row.getString("wording")))
                .list();
    }

    /** Which journal, and where it stands. */
    record Place(long journalId, long pointId, long officeId) {}

    /**
     * A voucher in the books.
     *
     * @param reverses the journal that it takes back
     * @param takenBack the journal that takes it back
     */
    record Written(
            Place place, @Nullable Long reverses, @Nullable Long takenBack, ManualVoucher voucher) {}
}
