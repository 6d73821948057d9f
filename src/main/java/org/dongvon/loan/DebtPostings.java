package org.dongvon.loan;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dongvon.capital.Allotments;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Posts what was decided on debts at risk, for a whole list of one office at once: freezes (khoanh nợ) and write-offs (xóa
 * nợ). Inside the caller's submission, which holds the office's day; one journal at each point.
 */
@Service
public class DebtPostings {

    private static final String CONTENT = "a decision on debts at risk";

    // A freeze decided while another runs follows it; otherwise it begins today.
    private static final String FREEZE = """
            with wanted as (
                select * from unnest(cast(:loans as bigint[]), cast(:months as integer[])) as w (loan_id, months)),
            running as (
                update loan.freeze f
                   set ended_on = :day
                  from wanted w
                 where f.loan_id = w.loan_id and f.ended_on is null
                returning f.loan_id, f.until_date)
            insert into loan.freeze (loan_id, seq, point_id, from_date, until_date, months, document)
            select w.loan_id, coalesce((select max(f.seq) from loan.freeze f where f.loan_id = w.loan_id), 0) + 1, l.point_id,
                   coalesce(r.until_date, :day), coalesce(r.until_date, :day) + make_interval(months => w.months), w.months,
                   :document
              from wanted w
              join loan.loan l on l.id = w.loan_id
              left join running r on r.loan_id = w.loan_id
            """;

    private static final String END_FREEZES = """
            update loan.freeze set ended_on = :day where loan_id = any (:loans) and ended_on is null
            """;

    private static final String WRITE_OFF = """
            update loan.loan set stage = 'WRITTEN_OFF', closed_on = :day where id = any (:loans) and stage = 'ACTIVE'
            """;

    private static final String SOURCES = """
            select c.id, c.source from capital.v_contract c where c.id = any (:contracts)
            """;

    private final LoanBook book;
    private final Programmes programmes;
    private final Ledger ledger;
    private final Allotments allotments;
    private final Submissions submissions;
    private final JdbcClient db;

    DebtPostings(
            LoanBook book,
            Programmes programmes,
            Ledger ledger,
            Allotments allotments,
            Submissions submissions,
            JdbcClient db) {
        this.book = book;
        this.programmes = programmes;
        this.ledger = ledger;
        this.allotments = allotments;
        this.submissions = submissions;
        this.db = db;
    }

    /**
     * Freezes loans, each for so many months; returns the principal that is frozen now.
     *
     * @throws Refused {@link LoanRefusal#LOAN_NOT_ACTIVE}
     */
    public Dong freeze(Actor actor, Decision decision, Map<Long, Integer> monthsByLoan) {
        var loans = lock(monthsByLoan.keySet());
        post(actor, decision, "FREEZE", loans, DebtMoves::freeze);
        var ids = new TreeMap<>(monthsByLoan);
        db.sql(FREEZE)
                .param("loans", ids.keySet().toArray(Long[]::new))
                .param("months", ids.values().toArray(Integer[]::new))
                .param("day", decision.day())
                .param("document", decision.document())
                .update();
        return outstanding(loans);
    }

    /**
     * Writes loans off: principal and interest leave the balance sheet, and the loans are closed to the counter; returns
     * the principal.
     *
     * @throws Refused {@link LoanRefusal#LOAN_NOT_ACTIVE}
     */
    public Dong writeOff(Actor actor, Decision decision, Collection<Long> loanIds) {
        var loans = lock(loanIds);
        post(actor, decision, "WRITE_OFF", loans, DebtMoves::writeOff);
        var ids = loanIds.toArray(Long[]::new);
        db.sql(END_FREEZES).param("loans", ids).param("day", decision.day()).update();
        db.sql(WRITE_OFF).param("loans", ids).param("day", decision.day()).update();
        return outstanding(loans);
    }

    private List<LoanBalance> lock(Collection<Long> ids) {
        var loans = List.copyOf(book.lock(ids).balances().values());
        for (var loan : loans) {
            if (loan.header().stage() != Stage.ACTIVE) {
                throw new Refused(LoanRefusal.LOAN_NOT_ACTIVE, loan.header().code());
            }
        }
        if (loans.size() != Set.copyOf(ids).size()) {
            throw new Refused(LoanRefusal.UNKNOWN_LOAN, ids);
        }
        return loans;
    }

    private static Dong outstanding(List<LoanBalance> loans) {
        return Dong.sum(loans.stream().map(LoanBalance::outstanding).toList());
    }

    private void post(
            Actor actor,
            Decision decision,
            String kind,
            List<LoanBalance> loans,
            Function<DebtMoves, List<LoanMovement>> moves) {
        var rates = programmes.current().rates();
        Map<Long, List<LoanMovement>> byPoint = new TreeMap<>();
        for (var loan : loans) {
            var here = byPoint.computeIfAbsent(loan.header().pointId(), point -> new ArrayList<>());
            int number = (int) here.stream().map(LoanMovement::line).distinct().count() + 1;
            var line = new LoanMovement.Line(
                    decision.named(kind + " of loan " + loan.header().id()), number);
            here.addAll(moves.apply(new DebtMoves(loan, line, decision.day(), rates)));
        }
        byPoint.values().removeIf(List::isEmpty);
        submissions.along(
                actor,
                new Submission(decision.approval(), "loan.DebtPostings", CONTENT),
                byPoint.keySet().stream()
                        .map(point -> new Submissions.Along(decision.key(point), point, decision.day()))
                        .toList());
        byPoint.forEach((point, movements) -> post(decision, kind, point, movements));
    }

    private void post(Decision decision, String kind, long point, List<LoanMovement> movements) {
        var lost = lost(movements, decision.day());
        var entries = new ArrayList<>(LoanEntries.of(movements));
        entries.addAll(lost.entries());
        var header = new Journal.Header(
                decision.key(point), point, decision.officeId(), decision.day(), decision.day(), kind, null);
        long journal = ledger.post(new Journal(header, entries)).journalId();
        book.openParts(movements);
        book.write(journal, decision.day(), movements);
        allotments.move(journal, LoanEntries.lentByAllotment(movements));
        if (!lost.ofCapital().isEmpty()) {
            allotments.lose(journal, lost.ofCapital());
        }
    }

    /** Who bears what is written off: the capital it was lent from, or the risk fund. */
    private Lost lost(List<LoanMovement> movements, LocalDate day) {
        var off = movements.stream().filter(m -> m.part() == Part.WRITTEN_OFF).toList();
        if (off.isEmpty()) {
            return new Lost(List.of(), Map.of());
        }
        var bearing = programmes.current().parameters().names(ParameterCode.RISK_BORNE_BY_CAPITAL, day);
        var sources =
                sources(off.stream().map(m -> m.loan().funding().contractId()).collect(Collectors.toSet()));
        var entries = new ArrayList<Entry>();
        Map<Long, Dong> ofCapital = new HashMap<>();
        for (var each : off) {
            var funding = each.loan().funding();
            if (bearing.contains(sources.get(funding.contractId()))) {
                ofCapital.merge(funding.allotmentId(), each.principal(), Dong::plus);
                entries.add(new Entry(Account.POLICY_CAPITAL, 0, funding.contractId(), each.principal()));
            } else {
                entries.add(Entry.of(Account.RISK_FUND, each.principal()));
            }
        }
        return new Lost(entries, ofCapital);
    }

    private Map<Long, String> sources(Set<Long> contracts) {
        Map<Long, String> result = new HashMap<>();
        db.sql(SOURCES).param("contracts", contracts.toArray(Long[]::new)).query(row -> {
            result.put(row.getLong("id"), row.getString("source"));
        });
        return result;
    }

    /** The entries of those who bear a loss, and what each allotment bears itself. */
    private record Lost(List<Entry> entries, Map<Long, Dong> ofCapital) {}

    /**
     * A decision as it is posted at one office.
     *
     * @param approval the submission of the second person
     * @param day the office's open day
     * @param document the code of the decision in the register of documents
     */
    public record Decision(UUID approval, long officeId, LocalDate day, String document) {

        UUID key(long point) {
            return named("at point " + point);
        }

        UUID named(String what) {
            return UUID.nameUUIDFromBytes((what + " by " + approval).getBytes(StandardCharsets.UTF_8));
        }
    }
}
