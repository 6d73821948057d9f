package org.dongvon.session.voucher;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.session.SessionHeads;
import org.dongvon.session.SessionHeads.SessionHead;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.sheet.Remark;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.timeline.HasTimeline;
import org.dongvon.shared.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a voucher of a session: its lines, its entries, and what was taken back of it. */
@Repository
class VoucherReader {

    private static final String HEAD = """
            select j.id, j.business_date, j.value_date, p.session_id, p.kind, p.cash, p.group_id, g.code as group_code,
                   g.name as group_name, r.reason, o.voucher as reversed
              from ledger.v_journal j
              join session.posting p on p.journal_id = j.id
              left join "group".v_group_card g on g.id = p.group_id
              left join session.reversal r on r.journal_id = j.id
              left join ledger.v_journal o on o.id = j.reverses
             where j.point_id = (select c.id from organisation.v_point_card c where c.code = :point) and j.point_id <@ (select shared.scope())
               and extract(year from j.business_date) = :year and j.voucher = :serial
            """;

    // A line is of who owed the loan on its day, whoever owes it now.
    private static final String LINES = """
            select x.line_no, x.line_id, max(x.loan_id) as loan_id, max(x.code) as code, max(x.programme_vi) as programme_vi,
                   max(x.programme_en) as programme_en, max(h.id) as person_id, max(h.full_name) as full_name, max(h.identity_last4) as identity_last4,
                   household.hamlet_on(max(h.household_id), :day) as hamlet, sum(x.interest) as interest, sum(x.principal) as principal, sum(x.saving) as saving,
                   sum(x.overdue) as overdue, max(x.remaining) as remaining, max(x.taken_back) as taken_back,
                   max(k.note) as note, max(k.paid_by) as paid_by, max(k.relation) as relation
              from (select m.line_no, m.line_id, m.loan_id, l.code, l.programme_vi, l.programme_en,
                           loan.who_owed(m.loan_id, :day) as person_id,
                           m.interest, -m.principal as principal, 0 as saving,
                           case m.part when 'OVERDUE' then -m.principal else 0 end as overdue,
                           (select sum(b.principal) from loan.v_line b
                             where b.loan_id = m.loan_id and b.journal_id <= m.journal_id) as remaining,
                           (select j.voucher from loan.v_line r join ledger.v_journal j on j.id = r.journal_id
                             where r.reverses = m.line_id limit 1) as taken_back
                      from loan.v_line m
                      join loan.v_loan_card l on l.id = m.loan_id
                     where m.journal_id = :journal and m.kind <> 'TO_OVERDUE'
                       and not exists (select from loan.v_line o where o.line_id = m.reverses and o.kind = 'TO_OVERDUE')
                    union all
                    select s.line_no, s.line_id, null, null, null, null, b.person_id, 0, 0, s.amount, 0, null,
                           (select j.voucher from savings.v_movement r join ledger.v_journal j on j.id = r.journal_id
                             where r.reverses = s.line_id)
                      from savings.v_movement s
                      join "group".v_member b on b.id = s.member_id
                     where s.journal_id = :journal) x
              join household.v_person h on h.id = x.person_id
              left join session.line_remark k on k.line_id = x.line_id
             group by x.line_no, x.line_id
             order by x.line_no
            """;

    private static final String ENTRIES = """
            select a.name_vi, a.name_en, sum(e.amount) as amount
              from ledger.v_entry e
              join ledger.account a on a.code = e.account
             where e.journal_id = :journal
             group by a.code, a.name_vi, a.name_en
             order by sum(e.amount) desc, a.code
            """;

    private final JdbcClient db;
    private final SessionHeads heads;
    private final Transactions transactions;

    VoucherReader(JdbcClient db, SessionHeads heads, Transactions transactions) {
        this.db = db;
        this.heads = heads;
        this.transactions = transactions;
    }

    /**
     * The voucher of a number.
     *
     * @throws Refused {@link SessionRefusal#UNKNOWN_VOUCHER} when there is none in scope
     */
    Voucher get(Actor actor, String text) {
        var number = VoucherNumber.parse(text).orElseThrow(() -> new Refused(SessionRefusal.UNKNOWN_VOUCHER, text));
        return transactions.read(actor, () -> {
            var header = header(number);
            var head = heads.get(header.sessionId());
            return new Voucher(number, header, head, lines(header, number), entries(header));
        });
    }

    private Header header(VoucherNumber number) {
        return db.sql(HEAD)
                .param("point", number.point())
                .param("year", number.year())
                .param("serial", number.serial())
                .query((row, n) -> new Header(
                        row.getLong("id"),
                        row.getLong("session_id"),
                        row.getObject("business_date", LocalDate.class),
                        Sessions.Kind.valueOf(row.getString("kind")),
                        new Dong(row.getLong("cash")),
                        row.getObject("group_id") == null
                                ? null
                                : new Group(
                                        row.getLong("group_id"),
                                        row.getString("group_code"),
                                        row.getString("group_name")),
                        row.getObject("reversed") == null
                                ? null
                                : new TakenBack(
                                        new VoucherNumber(number.point(), number.year(), row.getInt("reversed")),
                                        row.getString("reason"))))
                .optional()
                .orElseThrow(() -> new Refused(SessionRefusal.UNKNOWN_VOUCHER, number.toString()));
    }

    private List<Line> lines(Header header, VoucherNumber number) {
        return db.sql(LINES)
                .param("journal", header.journalId())
                .param("day", header.day())
                .query((row, n) -> new Line(
                        row.getInt("line_no"),
                        row.getObject("line_id", UUID.class),
                        new Payer(
                                row.getLong("person_id"),
                                row.getString("full_name"),
                                row.getString("identity_last4"),
                                row.getString("hamlet")),
                        row.getObject("loan_id") == null
                                ? null
                                : new Loan(
                                        row.getLong("loan_id"),
                                        row.getString("code"),
                                        new Label(row.getString("programme_vi"), row.getString("programme_en")),
                                        new Dong(row.getLong("remaining"))),
                        new Money(
                                new Dong(row.getLong("interest")),
                                new Dong(row.getLong("principal")),
                                new Dong(row.getLong("saving")),
                                new Dong(row.getLong("overdue"))),
                        row.getObject("taken_back") == null
                                ? null
                                : new VoucherNumber(number.point(), number.year(), row.getInt("taken_back")),
                        Remark.stored(row.getString("note"), row.getString("paid_by"), row.getString("relation"))))
                .list();
    }

    private List<Posted> entries(Header header) {
        return db.sql(ENTRIES)
                .param("journal", header.journalId())
                .query((row, n) -> new Posted(
                        new Label(row.getString("name_vi"), row.getString("name_en")), new Dong(row.getLong("amount"))))
                .list();
    }

    /** A voucher as its page shows it. */
    record Voucher(VoucherNumber number, Header header, SessionHead head, List<Line> lines, List<Posted> entries)
            implements ShowsPeople, HasTimeline {

        @Override
        public Subject subject() {
            return new Subject(Subject.Kind.JOURNAL, header.journalId());
        }

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }

        @Override
        public List<Long> people() {
            return lines.stream().map(line -> line.payer().id()).toList();
        }

        /** What the receipt of one line shows of it. */
        Voucher only(Line line) {
            return new Voucher(number, header, head, List.of(line), List.of());
        }

        public Dong interest() {
            return sum(lines.stream().map(line -> line.money().interest()).toList());
        }

        public Dong principal() {
            return sum(lines.stream().map(line -> line.money().principal()).toList());
        }

        public Dong saving() {
            return sum(lines.stream().map(line -> line.money().saving()).toList());
        }

        /** Whether some line took money in that stayed, so that a receipt of it is printed. */
        public boolean isReceipted() {
            return lines.stream().anyMatch(this::isReceipted);
        }

        boolean isReceipted(Line line) {
            return (header.kind() == Sessions.Kind.SHEET || header.kind() == Sessions.Kind.COUNTER)
                    && line.takenBack() == null
                    && line.money().total().isPositive();
        }

        /** Whether this person may still take lines of it back. */
        public boolean isReversible(long person) {
            return head.isTeller(person)
                    && (header.kind() == Sessions.Kind.SHEET
                            || header.kind() == Sessions.Kind.COUNTER
                            || header.kind() == Sessions.Kind.WITHDRAWAL
                            || header.kind() == Sessions.Kind.REFUND)
                    && lines.stream().anyMatch(line -> line.takenBack() == null);
        }

        private static Dong sum(List<Dong> amounts) {
            return amounts.stream().reduce(Dong.ZERO, Dong::plus);
        }
    }

    /** What the journal says of itself; {@code back} when it takes another voucher's lines back. */
    record Header(
            long journalId,
            long sessionId,
            LocalDate day,
            Sessions.Kind kind,
            Dong cash,
            @Nullable Group group,
            @Nullable TakenBack back) {

        public boolean isReversal() {
            return back != null;
        }
    }

    /** The group whose sheet it is. */
    record Group(long id, String code, String name) {}

    /** The voucher whose lines are taken back, and why. */
    record TakenBack(VoucherNumber number, String reason) {}

    /** One line of the voucher; {@code takenBack} is the voucher that reversed it, {@code remark} what was said beside it. */
    record Line(
            int number,
            UUID id,
            Payer payer,
            @Nullable Loan loan,
            Money money,
            @Nullable VoucherNumber takenBack,
            Remark remark) {}

    /** Whose money it is. */
    record Payer(long id, String name, String last4, String hamlet) {}

    /** The loan, and the principal left when the line was posted. */
    record Loan(long id, String code, Label programme, Dong remaining) {}

    /** What the line took in, by kind; {@code overdue} is the part of the principal that was overdue. */
    record Money(Dong interest, Dong principal, Dong saving, Dong overdue) {

        public Dong total() {
            return interest.plus(principal).plus(saving);
        }

        /** The total without its sign, for words on paper. */
        public Dong size() {
            return total().isNegative() ? Dong.ZERO.minus(total()) : total();
        }

        public Dong inTerm() {
            return principal.minus(overdue);
        }
    }

    /** A sum of the journal: debit positive. */
    record Posted(Label account, Dong amount) {

        public boolean isDebit() {
            return amount.isPositive();
        }

        public Dong size() {
            return isDebit() ? amount : Dong.ZERO.minus(amount);
        }
    }
}
