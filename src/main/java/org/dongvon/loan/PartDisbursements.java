package org.dongvon.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dongvon.capital.Allotments;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.engine.schedule.Instalment;
import org.dongvon.engine.schedule.LoanSchedule;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.TermCode;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Pays a loan out whole or in parts: {@link #lock}, {@link #plan}, then {@link #post} with its journal. Interest runs from the
 * day of each part; a later part is spread over the instalments that are still to come.
 */
@Service
public class PartDisbursements {

    private static final String GET = """
            select l.id, l.code, l.point_id, l.group_id, l.member_id, l.programme_id, l.contract_id, l.allotment_id, l.series_id,
                   l.amount, l.whole, l.undrawn, l.stage, l.interest_due_from, l.disbursed_on, l.borrower_id, p.full_name,
                   p.restricted, pt.office_id, d.day, c.code as programme
              from loan.loan l
              join household.person p on p.id = l.borrower_id
              join programme.programme c on c.id = l.programme_id
              join organisation.point pt on pt.id = l.point_id
              join organisation.business_day d on d.office_id = pt.office_id
             where l.code = :code and l.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or l.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or l.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or l.borrower_id = (select shared.scope_person()))
            """;

    private static final String LOCK = """
            select l.id from loan.loan l where l.code = :code and l.point_id <@ (select shared.scope()) for no key update
            """;

    private static final String BEGIN = """
            update loan.loan
               set amount = :part, whole = amount, undrawn = amount - :part
             where id = :loan and stage = 'APPROVED' and amount > :part
            """;

    private static final String GO_ON = """
            update loan.loan
               set amount = amount + :part, undrawn = undrawn - :part
             where id = :loan and stage = 'ACTIVE' and undrawn >= :part
            """;

    // A session that was moved moves the due date with it.
    private static final String LATER = """
            select v.seq, v.contract_date, v.due_on, v.amount from loan.v_instalment v where v.loan_id = :loan order by v.seq
            """;

    private static final String ADD = """
            update loan.instalment i
               set amount = n.amount
              from unnest(cast(:seqs as smallint[]), cast(:amounts as bigint[])) as n (seq, amount)
             where i.loan_id = :loan and i.seq = n.seq
            """;

    private final Disbursements whole;
    private final LoanBook book;
    private final Allotments allotments;
    private final Programmes programmes;
    private final JdbcClient db;

    PartDisbursements(Disbursements whole, LoanBook book, Allotments allotments, Programmes programmes, JdbcClient db) {
        this.whole = whole;
        this.book = book;
        this.allotments = allotments;
        this.programmes = programmes;
        this.db = db;
    }

    /** A loan of the scope, whether money may still go out of it or not. */
    public Optional<Drawing> find(String code) {
        return db.sql(GET)
                .param("code", code)
                .query((row, n) -> {
                    var stage = Stage.valueOf(row.getString("stage"));
                    var approved = row.getObject("whole", Long.class);
                    boolean waits = stage == Stage.APPROVED;
                    long amount = row.getLong("amount");
                    return new Drawing(
                            new LoanHeader(
                                    row.getLong("id"),
                                    row.getString("code"),
                                    row.getLong("point_id"),
                                    row.getObject("group_id", Long.class),
                                    row.getObject("member_id", Long.class),
                                    new LoanHeader.Funding(
                                            row.getInt("programme_id"),
                                            row.getLong("contract_id"),
                                            row.getLong("allotment_id")),
                                    stage,
                                    row.getObject("interest_due_from", LocalDate.class)),
                            row.getInt("series_id"),
                            new Sums(
                                    new Dong(approved == null ? amount : approved),
                                    new Dong(waits ? 0 : amount),
                                    new Dong(waits ? amount : row.getLong("undrawn"))),
                            new Borrower(
                                    row.getLong("borrower_id"),
                                    row.getBoolean("restricted") ? null : row.getString("full_name")),
                            new Place(
                                    row.getLong("office_id"),
                                    row.getObject("day", LocalDate.class),
                                    row.getString("programme")));
                })
                .optional();
    }

    /**
     * A loan out of which money may go, locked until the transaction ends.
     *
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN}, {@link LoanRefusal#LOAN_NOTHING_UNDRAWN}
     */
    public Drawing lock(String code) {
        db.sql(LOCK).param("code", code).query(Long.class).optional();
        return open(code);
    }

    /**
     * A loan out of which money may go.
     *
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN}, {@link LoanRefusal#LOAN_NOTHING_UNDRAWN}
     */
    public Drawing open(String code) {
        var drawing = find(code).orElseThrow(() -> new Refused(LoanRefusal.UNKNOWN_LOAN, code));
        var stage = drawing.header().stage();
        boolean pays = stage == Stage.APPROVED || stage == Stage.ACTIVE;
        if (!pays || !drawing.sums().undrawn().isPositive()) {
            throw new Refused(LoanRefusal.LOAN_NOTHING_UNDRAWN, code);
        }
        return drawing;
    }

    /**
     * Lets an amount be paid out of a loan on its open day.
     *
     * @throws Refused {@link LoanRefusal#PART_ABOVE_UNDRAWN}, {@link LoanRefusal#PROGRAMME_PAYS_WHOLE}, {@link
     *     LoanRefusal#PART_AFTER_LAST_INSTALMENT}
     */
    public void check(Drawing drawing, Dong part) {
        var undrawn = drawing.sums().undrawn();
        if (!part.isPositive() || part.compareTo(undrawn) > 0) {
            throw new Refused(LoanRefusal.PART_ABOVE_UNDRAWN, part, undrawn);
        }
        boolean first = drawing.isFirst();
        if (first && !part.equals(undrawn) && !paysInParts(drawing)) {
            var programme = programmes.current().programme(drawing.place().programme());
            throw new Refused(LoanRefusal.PROGRAMME_PAYS_WHOLE, programme.name(), undrawn);
        }
        if (!first) {
            spread(drawing, part);
        }
    }

    /** Whether the programme lets its loans be paid out in parts on the loan's open day. */
    public boolean paysInParts(Drawing drawing) {
        var place = drawing.place();
        return programmes
                .current()
                .terms()
                .find(place.programme(), TermCode.DISBURSEMENT, place.day())
                .filter(rule -> rule.value().equals("PARTS"))
                .isPresent();
    }

    private List<Instalment> spread(Drawing drawing, Dong part) {
        var instalments = db.sql(LATER)
                .param("loan", drawing.header().id())
                .query((row, n) -> new Instalment(
                        row.getInt("seq"),
                        row.getObject("contract_date", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        new Dong(row.getLong("amount"))))
                .list();
        var day = drawing.place().day();
        if (instalments.stream().noneMatch(each -> each.dueDate().isAfter(day))) {
            throw new Refused(
                    LoanRefusal.PART_AFTER_LAST_INSTALMENT,
                    day,
                    instalments.getLast().dueDate());
        }
        return LoanSchedule.withPart(instalments, part, day);
    }

    /** The movement that pays a part out on the loan's open day. */
    public LoanMovement plan(Drawing drawing, LoanMovement.Line line, Dong part) {
        long index = programmes
                .current()
                .rates()
                .series(drawing.seriesId())
                .index(Part.IN_TERM, drawing.place().day());
        return new LoanMovement(
                line,
                drawing.header(),
                drawing.seriesId(),
                Part.IN_TERM,
                LoanMovement.Kind.DISBURSEMENT,
                InterestLine.ZERO.movePrincipal(part.amount(), index),
                Dong.ZERO,
                null);
    }

    /**
     * Writes the movement, draws on the allotment, and lays the instalments down or adds to them.
     *
     * @throws Refused when the allotment has less free than is paid out
     */
    public void post(long journalId, Drawing drawing, LoanMovement movement) {
        var part = movement.principal();
        if (drawing.isFirst()) {
            begin(journalId, drawing, movement);
            return;
        }
        var day = drawing.place().day();
        var spread = spread(drawing, part);
        book.openParts(List.of(movement));
        book.write(journalId, day, List.of(movement));
        allotments.move(journalId, LoanEntries.lentByAllotment(List.of(movement)));
        one(GO_ON, drawing, part);
        var seqs = new ArrayList<Short>();
        var amounts = new ArrayList<Long>();
        for (var instalment : spread) {
            seqs.add((short) instalment.seq());
            amounts.add(instalment.amount().amount());
        }
        db.sql(ADD)
                .param("loan", drawing.header().id())
                .param("seqs", seqs.toArray(Short[]::new))
                .param("amounts", amounts.toArray(Long[]::new))
                .update();
    }

    /** The first part makes the loan run: from here on its amount is what was paid out of it. */
    private void begin(long journalId, Drawing drawing, LoanMovement movement) {
        var part = movement.principal();
        if (part.compareTo(drawing.sums().undrawn()) < 0) {
            one(BEGIN, drawing, part);
        }
        var loans = whole.lock(List.of(drawing.header().id()));
        whole.post(journalId, drawing.place().day(), loans, List.of(movement));
    }

    private void one(String sql, Drawing drawing, Dong part) {
        int changed = db.sql(sql)
                .param("loan", drawing.header().id())
                .param("part", part.amount())
                .update();
        if (changed != 1) {
            throw new IllegalStateException(
                    "loan " + drawing.header().code() + " has not " + part + " undrawn any more, though it was locked");
        }
    }

    /**
     * What of a loan was approved, paid out so far, and may still be paid out.
     *
     * @param undrawn less than whole − drawn where the rest was given up
     */
    public record Sums(Dong whole, Dong drawn, Dong undrawn) {}

    /** Who borrows; without a name where pages must not say it. */
    public record Borrower(long id, @Nullable String name) {}

    /** Whose loan it is, with the office's open day. */
    public record Place(long officeId, LocalDate day, String programme) {}

    /** A loan as money goes out of it. */
    public record Drawing(LoanHeader header, int seriesId, Sums sums, Borrower borrower, Place place) {

        /** Whether nothing of it was paid out yet. */
        public boolean isFirst() {
            return header.stage() == Stage.APPROVED;
        }

        /** What requests are called by: the code, and the borrower where lists may say so. */
        public String title() {
            return borrower.name() == null ? header.code() : header.code() + " · " + borrower.name();
        }

        /** Whom a page that shows it names. */
        public List<Long> people() {
            return borrower.name() == null ? List.of() : List.of(borrower.id());
        }
    }
}
