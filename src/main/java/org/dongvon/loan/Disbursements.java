package org.dongvon.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.dongvon.capital.Allotments;
import org.dongvon.engine.calendar.SessionDay;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.engine.schedule.Instalment;
import org.dongvon.engine.schedule.LoanSchedule;
import org.dongvon.engine.schedule.ScheduleTerms;
import org.dongvon.organisation.Units;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Pays approved loans out, in full: {@link #lock}, {@link #plan}, then {@link #post} with its journal. */
@Service
public class Disbursements {

    private static final String LOCK = """
            select id, code, point_id, group_id, member_id, programme_id, contract_id, allotment_id, series_id, amount,
                   term_months, interval_months, grace_months, interest_grace
              from loan.loan
             where id = any (:loans) and stage = 'APPROVED'
             order by id
               for no key update
            """;

    private static final String ACTIVATE = """
            update loan.loan l
               set stage = 'ACTIVE',
                   disbursed_on = :day,
                   interest_due_from = (cast(:day as date) + make_interval(months => l.interest_grace))::date
             where id = any (:loans) and stage = 'APPROVED'
            """;

    private static final String INSTALMENTS = """
            insert into loan.instalment (loan_id, seq, point_id, contract_date, due_date, amount)
            select n.loan_id, n.seq, n.point_id, n.contract_date, n.due_date, n.amount
              from unnest(cast(:loans as bigint[]), cast(:seqs as smallint[]), cast(:points as bigint[]),
                          cast(:contract_dates as date[]), cast(:due_dates as date[]), cast(:amounts as bigint[]))
                       as n (loan_id, seq, point_id, contract_date, due_date, amount)
            """;

    private final LoanBook book;
    private final Programmes programmes;
    private final Units units;
    private final Allotments allotments;
    private final JdbcClient db;

    Disbursements(LoanBook book, Programmes programmes, Units units, Allotments allotments, JdbcClient db) {
        this.book = book;
        this.programmes = programmes;
        this.units = units;
        this.allotments = allotments;
        this.db = db;
    }

    /**
     * The approved loans, locked in order until the transaction ends.
     *
     * @throws Refused {@link LoanRefusal#LOAN_NOT_APPROVED} when one is not approved, paid out already, or not in scope
     */
    public List<Approved> lock(Collection<Long> loanIds) {
        var approved = db.sql(LOCK)
                .param("loans", loanIds.toArray(Long[]::new))
                .query((row, n) -> new Approved(
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
                                Stage.APPROVED,
                                null),
                        row.getInt("series_id"),
                        new Dong(row.getLong("amount")),
                        new ApproveLoans.Terms(
                                row.getInt("term_months"),
                                row.getInt("interval_months"),
                                row.getInt("grace_months"),
                                row.getInt("interest_grace"))))
                .list();
        if (approved.size() != loanIds.size()) {
            throw new Refused(LoanRefusal.LOAN_NOT_APPROVED, loanIds.size() - approved.size());
        }
        return approved;
    }

    /** The movement that pays a loan out on a day. */
    public LoanMovement plan(Approved loan, LoanMovement.Line line, LocalDate day) {
        long index = programmes.current().rates().series(loan.seriesId()).index(Part.IN_TERM, day);
        return new LoanMovement(
                line,
                loan.header(),
                loan.seriesId(),
                Part.IN_TERM,
                LoanMovement.Kind.DISBURSEMENT,
                InterestLine.ZERO.movePrincipal(loan.amount().amount(), index),
                Dong.ZERO,
                null);
    }

    /**
     * Writes the movements, draws on the allotments, makes the loans active and lays down their instalments.
     *
     * @throws Refused when an allotment has less free than is paid out
     */
    public void post(long journalId, LocalDate day, List<Approved> loans, List<LoanMovement> movements) {
        book.openParts(movements);
        book.write(journalId, day, movements);
        allotments.move(journalId, LoanEntries.lentByAllotment(movements));
        db.sql(ACTIVATE)
                .param("day", day)
                .param("loans", loans.stream().map(l -> l.header().id()).toArray(Long[]::new))
                .update();
        writeInstalments(day, loans);
    }

    private void writeInstalments(LocalDate day, List<Approved> loans) {
        Map<Long, @Nullable SessionDay> sessionDays = new TreeMap<>();
        loans.forEach(loan -> sessionDays.computeIfAbsent(
                loan.header().pointId(), point -> units.point(point).sessionDay()));
        var rows = new ArrayList<Row>();
        for (var loan : loans) {
            for (var instalment :
                    schedule(loan, day, sessionDays.get(loan.header().pointId()))) {
                rows.add(new Row(loan.header(), instalment));
            }
        }
        db.sql(INSTALMENTS)
                .param("loans", rows.stream().map(r -> r.loan().id()).toArray(Long[]::new))
                .param(
                        "seqs",
                        rows.stream().map(r -> (short) r.instalment().seq()).toArray(Short[]::new))
                .param("points", rows.stream().map(r -> r.loan().pointId()).toArray(Long[]::new))
                .param("contract_dates", dates(rows, Instalment::contractDate))
                .param("due_dates", dates(rows, Instalment::dueDate))
                .param(
                        "amounts",
                        rows.stream().map(r -> r.instalment().amount().amount()).toArray(Long[]::new))
                .update();
    }

    private static String[] dates(List<Row> rows, Function<Instalment, LocalDate> date) {
        return rows.stream().map(r -> date.apply(r.instalment()).toString()).toArray(String[]::new);
    }

    /** A direct loan falls due on its contract dates: it has no session to wait for. */
    private List<Instalment> schedule(Approved loan, LocalDate day, @Nullable SessionDay sessionDay) {
        var due = sessionDay == null ? new SessionDay(day.getDayOfMonth()) : sessionDay;
        var terms = loan.terms();
        var rule = programmes.current().parameters().dueRule(day);
        return LoanSchedule.equalInstalments(
                new ScheduleTerms(loan.amount(), terms.months(), terms.interval(), day, due, rule, terms.grace()));
    }

    private record Row(LoanHeader loan, Instalment instalment) {}

    /** A loan that may be paid out. */
    public record Approved(LoanHeader header, int seriesId, Dong amount, ApproveLoans.Terms terms) {}
}
