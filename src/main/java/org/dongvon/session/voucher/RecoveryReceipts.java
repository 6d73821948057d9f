package org.dongvon.session.voucher;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormRefusal;
import org.dongvon.form.Forms;
import org.dongvon.form.Letterhead;
import org.dongvon.form.PrintedForm;
import org.dongvon.form.QrPng;
import org.dongvon.form.paper.Receipt;
import org.dongvon.household.IdentityNumber;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.session.PaperCodes;
import org.dongvon.session.SessionRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Prints receipts 01/BL of what came in of debt written off. It comes by transfer and on no session's voucher; the receipt
 * carries a code like any other, and each print is counted.
 */
@Component
@WebOnly
class RecoveryReceipts {

    private static final String HEAD = """
            select j.point_id, j.business_date, j.voucher, c.code as point_code, u.name as point, c.office_name, w.full_name as maker
              from ledger.v_journal j
              join organisation.v_point_card c on c.id = j.point_id
              join organisation.unit u on u.id = j.point_id
              join shared.submission b on b.key = j.submission
              left join organisation.v_staff w on w.id = b.actor_id
             where j.id = :journal and j.point_id <@ (select shared.scope())
            """;

    // What was taken back has no receipt.
    private static final String LINES = """
            select m.line_no, m.line_id, sum(m.interest)::bigint as interest, -sum(m.principal)::bigint as principal, l.code, l.programme_vi,
                   p.id as person_id, p.full_name, p.identity_last4, household.hamlet_on(p.household_id, j.business_date) as hamlet,
                   (select sum(b.principal) from loan.v_line b
                     where b.loan_id = l.id and b.part = 'WRITTEN_OFF' and b.journal_id <= :journal)::bigint as claimed
              from loan.v_line m
              join loan.v_loan_card l on l.id = m.loan_id
              join ledger.v_journal j on j.id = m.journal_id
              join household.v_person p on p.id = loan.who_owed(m.loan_id, j.business_date)
             where m.journal_id = :journal and m.kind = 'RECOVERY'
               and not exists (select from loan.v_line r where r.reverses = m.line_id)
             group by m.line_no, m.line_id, l.id, l.code, l.programme_vi, p.id, p.full_name, p.identity_last4, p.household_id, j.business_date
             order by m.line_no
            """;

    private final PaperCodes codes;
    private final ReceiptPrints prints;
    private final Forms forms;
    private final Messages messages;
    private final Transactions transactions;
    private final JdbcClient db;

    RecoveryReceipts(
            PaperCodes codes,
            ReceiptPrints prints,
            Forms forms,
            Messages messages,
            Transactions transactions,
            JdbcClient db) {
        this.codes = codes;
        this.prints = prints;
        this.forms = forms;
        this.messages = messages;
        this.transactions = transactions;
        this.db = db;
    }

    /**
     * The recoveries of a journal.
     *
     * @throws Refused {@link SessionRefusal#UNKNOWN_VOUCHER} when it is not in scope; {@link FormRefusal#NOTHING_TO_PRINT} when
     *     nothing came in by it of debt written off, or it was taken back
     */
    Recoveries read(Actor actor, long journal) {
        return transactions.read(actor, () -> {
            var head = db.sql(HEAD)
                    .param("journal", journal)
                    .query((row, n) -> new Head(
                            journal,
                            row.getLong("point_id"),
                            VoucherNumber.of(
                                    row.getString("point_code"),
                                    row.getObject("business_date", LocalDate.class),
                                    row.getInt("voucher")),
                            row.getObject("business_date", LocalDate.class),
                            new Names(row.getString("point"), row.getString("office_name"), row.getString("maker"))))
                    .optional()
                    .orElseThrow(() -> new Refused(SessionRefusal.UNKNOWN_VOUCHER, Long.toString(journal)));
            var lines = lines(journal);
            if (lines.isEmpty()) {
                throw new Refused(FormRefusal.NOTHING_TO_PRINT, head.number().toString());
            }
            return new Recoveries(head, lines);
        });
    }

    private List<Line> lines(long journal) {
        return db.sql(LINES)
                .param("journal", journal)
                .query((row, n) -> new Line(
                        row.getInt("line_no"),
                        row.getObject("line_id", UUID.class),
                        new Payer(
                                row.getLong("person_id"),
                                row.getString("full_name"),
                                IdentityNumber.masked(row.getString("identity_last4")),
                                row.getString("hamlet")),
                        new Receipt.Loan(
                                row.getString("code"),
                                row.getString("programme_vi"),
                                new Dong(row.getLong("claimed")).max(Dong.ZERO)),
                        new Dong(row.getLong("interest")),
                        new Dong(row.getLong("principal"))))
                .list();
    }

    /** Their receipts in one file, counted as a print of each. */
    PrintedForm print(Actor actor, Recoveries read) {
        var head = read.head();
        var numbers = prints.count(
                actor,
                head.journal(),
                head.pointId(),
                read.lines().stream().map(Line::id).toList());
        var receipts = read.lines().stream()
                .map(line -> receipt(head, line, numbers.getOrDefault(line.id(), 1) - 1))
                .toList();
        return forms.print(receipts, head.number().toString());
    }

    private Receipt receipt(Head head, Line line, int reprint) {
        var check = codes.of(
                head.pointId(), line.id(), ReceiptReader.amounts(line.interest(), line.principal(), Dong.ZERO));
        var payer = line.payer();
        var maker = head.names().maker();
        return new Receipt(
                new Letterhead(
                        Letterhead.BANK,
                        head.names().office(),
                        head.number() + "/" + line.number(),
                        head.names().point(),
                        head.day()),
                new Receipt.Payer(
                        payer.name(),
                        payer.identity(),
                        payer.hamlet() + ", " + head.names().point(),
                        "",
                        null),
                line.loan(),
                new Receipt.Money(line.interest(), line.principal(), Dong.ZERO, head.day()),
                new Receipt.Check(check.mark(), QrPng.dataAddress(check.link())),
                new Receipt.Issue(
                        maker == null ? "" : maker, messages.text(Language.VI, "journal.receipts.note"), reprint));
    }

    /** What came in by one journal of debt written off. */
    record Recoveries(Head head, List<Line> lines) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.BOOKS;
        }

        @Override
        public List<Long> people() {
            return lines.stream().map(each -> each.payer().id()).toList();
        }
    }

    record Head(long journal, long pointId, VoucherNumber number, LocalDate day, Names names) {}

    record Names(String point, String office, @Nullable String maker) {}

    record Line(int number, UUID id, Payer payer, Receipt.Loan loan, Dong interest, Dong principal) {}

    record Payer(long id, String name, String identity, String hamlet) {}
}
