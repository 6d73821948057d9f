package org.dongvon.loan;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.dongvon.capital.Allotments;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Moves loans of one office from the money of a contract to that of another: what each owes leaves the one and comes to the
 * other, part by part, with the interest owed so far. Inside the caller's submission, which locks the office's day against all
 * postings; one journal at each point.
 *
 * <p>Example: 50 000 000 đ in term of TW-1 becomes 50 000 000 đ in term of UT-2; the allotment of TW-1 is free for as much again.
 */
@Service
public class MoveSource {

    private static final String CONTENT = "a change of source";
    private static final String KIND = "SOURCE_CHANGE";

    private static final String WRITE = """
            with moved as (
                select l.id, l.point_id, l.contract_id, l.allotment_id, m.line_no, m.line_id, m.principal
                  from unnest(cast(:loans as bigint[]), cast(:numbers as smallint[]), cast(:lines as uuid[]), cast(:principals as bigint[]))
                           as m (loan_id, line_no, line_id, principal)
                  join loan.loan l on l.id = m.loan_id)
            insert into loan.source_move
                   (loan_id, journal_id, change_id, point_id, line_no, line_id, from_contract, from_allotment, to_contract, to_allotment, principal)
            select m.id, :journal, :change, m.point_id, m.line_no, m.line_id, m.contract_id, m.allotment_id, :contract, :allotment, m.principal
              from moved m
            """;

    private static final String CHANGE = """
            update loan.loan set contract_id = :contract, allotment_id = :allotment, source_moves = source_moves + 1
             where id = any (:loans)
            """;

    private final LoanBook book;
    private final Ledger ledger;
    private final Allotments allotments;
    private final Submissions submissions;
    private final JdbcClient db;

    MoveSource(LoanBook book, Ledger ledger, Allotments allotments, Submissions submissions, JdbcClient db) {
        this.book = book;
        this.ledger = ledger;
        this.allotments = allotments;
        this.submissions = submissions;
        this.db = db;
    }

    /**
     * Moves the loans; returns their principal.
     *
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN}, {@link LoanRefusal#LOAN_NOT_ACTIVE}, or when the new allotment has less free
     */
    public Dong run(Actor actor, Order order, Collection<Long> loanIds) {
        Map<Long, List<LoanBalance>> byPoint = new TreeMap<>();
        for (var loan : lock(loanIds)) {
            byPoint.computeIfAbsent(loan.header().pointId(), point -> new ArrayList<>())
                    .add(loan);
        }
        submissions.along(
                actor,
                new Submission(order.approval(), "loan.MoveSource", CONTENT),
                byPoint.keySet().stream()
                        .map(point -> new Submissions.Along(order.key(point), point, order.day()))
                        .toList());
        byPoint.forEach((point, loans) -> post(order, point, loans));
        return Dong.sum(byPoint.values().stream()
                .flatMap(List::stream)
                .map(LoanBalance::outstanding)
                .toList());
    }

    private List<LoanBalance> lock(Collection<Long> ids) {
        var loans = List.copyOf(book.lock(ids).balances().values());
        for (var loan : loans) {
            if (loan.header().stage() != Stage.ACTIVE || !loan.outstanding().isPositive()) {
                throw new Refused(LoanRefusal.LOAN_NOT_ACTIVE, loan.header().code());
            }
        }
        if (loans.size() != Set.copyOf(ids).size()) {
            throw new Refused(LoanRefusal.UNKNOWN_LOAN, ids);
        }
        return loans;
    }

    private void post(Order order, long point, List<LoanBalance> loans) {
        var movements = new ArrayList<LoanMovement>();
        var lines = new ArrayList<LoanMovement.Line>();
        for (int i = 0; i < loans.size(); i++) {
            var out = order.line("out of", loans.get(i), 2 * i + 1);
            var in = order.line("into", loans.get(i), 2 * i + 2);
            movements.addAll(moves(loans.get(i), order, out, in));
            lines.add(in);
        }
        var header =
                new Journal.Header(order.key(point), point, order.officeId(), order.day(), order.day(), KIND, null);
        long journal =
                ledger.post(new Journal(header, LoanEntries.of(movements))).journalId();
        book.write(journal, order.day(), movements);
        allotments.move(journal, LoanEntries.lentByAllotment(movements));
        record(order, journal, loans, lines);
    }

    private static List<LoanMovement> moves(
            LoanBalance loan, Order order, LoanMovement.Line out, LoanMovement.Line in) {
        var moves = new ArrayList<LoanMovement>();
        var header = loan.header();
        for (var part : loan.parts()) {
            if (!part.line().equals(InterestLine.ZERO)) {
                var move = new Move(part, header);
                moves.add(
                        move.of(out, LoanMovement.Kind.FROM_SOURCE, part.line().negate()));
                moves.add(new Move(part, order.after(header)).of(in, LoanMovement.Kind.TO_SOURCE, part.line()));
            }
        }
        return moves;
    }

    private void record(Order order, long journal, List<LoanBalance> loans, List<LoanMovement.Line> lines) {
        var ids = loans.stream().map(each -> each.header().id()).toArray(Long[]::new);
        db.sql(WRITE)
                .param("loans", ids)
                .param(
                        "numbers",
                        lines.stream().map(line -> (short) line.number()).toArray(Short[]::new))
                .param("lines", lines.stream().map(line -> line.id().toString()).toArray(String[]::new))
                .param(
                        "principals",
                        loans.stream().map(each -> each.outstanding().amount()).toArray(Long[]::new))
                .param("journal", journal)
                .param("change", order.changeId())
                .param("contract", order.to().contractId())
                .param("allotment", order.to().allotmentId())
                .update();
        db.sql(CHANGE)
                .param("contract", order.to().contractId())
                .param("allotment", order.to().allotmentId())
                .param("loans", ids)
                .update();
    }

    /** A part, and the loan with the money it is of. */
    private record Move(PartBalance part, LoanHeader loan) {

        LoanMovement of(LoanMovement.Line line, LoanMovement.Kind kind, InterestLine delta) {
            return new LoanMovement(line, loan, part.seriesId(), part.part(), kind, delta, Dong.ZERO, null);
        }
    }

    /** The money of an office that loans come to. */
    public record Money(long contractId, long allotmentId) {}

    /**
     * A decision as it is posted at one office.
     *
     * @param approval the submission of the second person
     * @param changeId the row of {@code loan.source_change} that the caller writes
     * @param day the office's open day, locked
     */
    public record Order(UUID approval, long changeId, long officeId, LocalDate day, Money to) {

        UUID key(long point) {
            return named("at point " + point);
        }

        LoanMovement.Line line(String way, LoanBalance loan, int number) {
            return new LoanMovement.Line(
                    named(way + " the source of loan " + loan.header().id()), number);
        }

        LoanHeader after(LoanHeader loan) {
            var funding = new LoanHeader.Funding(loan.funding().programmeId(), to.contractId(), to.allotmentId());
            return new LoanHeader(
                    loan.id(),
                    loan.code(),
                    loan.pointId(),
                    loan.groupId(),
                    loan.memberId(),
                    funding,
                    loan.stage(),
                    loan.interestDueFrom());
        }

        private UUID named(String what) {
            return UUID.nameUUIDFromBytes((what + " by " + approval).getBytes(StandardCharsets.UTF_8));
        }
    }
}
