package org.dongvon.report.why;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.report.why.Changed.Balance;
import org.dongvon.report.why.Changed.Moves;
import org.dongvon.report.why.Changed.Of;
import org.dongvon.report.why.Changed.Period;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Explains how the balance of a loan, a group or a point changed between two days of the books. */
@Service
public class WhyChanged {

    private static final String LOAN = """
            select l.id, l.point_id, v.open_day
              from loan.v_listed l
              join organisation.v_point v on v.id = l.point_id
             where l.code = :code and l.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or l.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or l.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null
                    or exists (select from loan.v_loan_card c where c.id = l.id and c.borrower_id = (select shared.scope_person())))
            """;

    private static final String GROUP = """
            select g.id, g.point_id, v.open_day
              from "group".v_credit_group g
              join organisation.v_point v on v.id = g.point_id
             where g.code = :code and g.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or g.id in (select "group".groups_of_scope_person()))
            """;

    private static final String POINT = """
            select c.id, c.id as point_id, v.open_day
              from organisation.v_point_card c
              join organisation.v_point v on v.id = c.id
             where c.code = :code and c.id <@ (select shared.scope()) and not (select shared.narrowed())
            """;

    private static final String NOW_OF_LOAN = """
            select coalesce(sum(p.principal), 0)::bigint as outstanding,
                   coalesce(sum(p.principal) filter (where p.part = 'OVERDUE'), 0)::bigint as overdue
              from loan.v_part_line p
             where p.loan_id = :id and p.part <> 'WRITTEN_OFF'
            """;

    private static final String NOW_OF_GROUP = """
            select coalesce(sum(p.principal), 0)::bigint as outstanding,
                   coalesce(sum(p.principal) filter (where p.part = 'OVERDUE'), 0)::bigint as overdue
              from loan.v_listed l
              join loan.v_part_line p on p.loan_id = l.id
             where l.group_id = :id and p.part <> 'WRITTEN_OFF'
            """;

    private static final String NOW_OF_POINT = """
            select coalesce(sum(p.principal), 0)::bigint as outstanding,
                   coalesce(sum(p.principal) filter (where p.part = 'OVERDUE'), 0)::bigint as overdue
              from loan.v_listed l
              join loan.v_part_line p on p.loan_id = l.id
             where l.point_id = :id and p.part <> 'WRITTEN_OFF'
            """;

    private static final String LINES_OF_LOAN = """
            select m.journal_id, j.business_date, m.line_id, m.kind, m.part, m.principal, m.interest
              from loan.v_line m
              join ledger.v_journal j on j.id = m.journal_id
             where m.loan_id = :id and j.business_date >= :from
            """;

    private static final String LINES_OF_GROUP = """
            select m.journal_id, j.business_date, m.line_id, m.kind, m.part, m.principal, m.interest
              from loan.v_listed l
              join loan.v_line m on m.loan_id = l.id
              join ledger.v_journal j on j.id = m.journal_id
             where l.group_id = :id and j.business_date >= :from
            """;

    // From the journals of the days asked for, so that the years before cost nothing.
    private static final String LINES_OF_POINT = """
            select m.journal_id, j.business_date, m.line_id, m.kind, m.part, m.principal, m.interest
              from (select x.id, x.business_date
                      from organisation.v_point v
                      join ledger.v_journal x on x.office_id = v.office_id and x.business_date >= :from
                     where v.id = :id and x.point_id = :id
                    offset 0) j
              join loan.v_line m on m.journal_id = j.id
            """;

    private final JdbcClient db;
    private final Transactions transactions;

    WhyChanged(JdbcClient db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * How the balance changed.
     *
     * @throws Refused {@link WhyRefusal#WHY_UNKNOWN_SUBJECT} when it is not there or not in scope
     */
    public Changed of(Actor actor, Of of, String code, Period period) {
        return transactions.read(actor, () -> changed(of, code, find(of, code).id(), period));
    }

    /** The open day of the subject's office. */
    LocalDate today(Actor actor, Of of, String code) {
        return transactions.read(actor, () -> find(of, code).openDay());
    }

    /** Likewise, with the next journals behind one. */
    Explained explained(Actor actor, Of of, String code, Asked asked) {
        return transactions.read(actor, () -> {
            long id = find(of, code).id();
            return new Explained(changed(of, code, id, asked.period()), journals(of, id, asked));
        });
    }

    private Found find(Of of, String code) {
        var sql = switch (of) {
            case LOAN -> LOAN;
            case GROUP -> GROUP;
            case POINT -> POINT;
        };
        return db.sql(sql)
                .param("code", code)
                .query((row, n) -> new Found(row.getLong("id"), row.getObject("open_day", LocalDate.class)))
                .optional()
                .orElseThrow(() -> new Refused(WhyRefusal.WHY_UNKNOWN_SUBJECT, code));
    }

    private Changed changed(Of of, String code, long id, Period period) {
        var now =
                db.sql(now(of)).param("id", id).query((row, n) -> balance(row)).single();
        var moves = new ArrayList<Moves>();
        var closing = now;
        var byKind = db.sql(byKind(lines(of)))
                .param("id", id)
                .param("from", period.from())
                .param("to", period.to())
                .query((row, n) -> new Dated(row.getBoolean("later"), moves(row)))
                .list();
        for (var each : byKind) {
            if (each.later()) {
                closing = closing.minus(each.moves().change());
            } else {
                moves.add(each.moves());
            }
        }
        var opening = moves.stream().map(Moves::change).reduce(closing, Balance::minus);
        return new Changed(code, period, opening, moves, closing);
    }

    private List<JournalMoves> journals(Of of, long id, Asked asked) {
        return db.sql(byJournal(lines(of)))
                .param("id", id)
                .param("from", asked.period().from())
                .param("to", asked.period().to())
                .param("after", asked.after())
                .param("after_kind", asked.afterKind())
                .param("most", asked.most())
                .query((row, n) -> new JournalMoves(
                        row.getLong("journal_id"), row.getObject("business_date", LocalDate.class), moves(row)))
                .list();
    }

    private static String byKind(String lines) {
        return """
                select n.kind, n.business_date > :to as later, count(distinct n.line_id) as lines,
                       coalesce(sum(n.principal) filter (where n.part <> 'WRITTEN_OFF'), 0)::bigint as outstanding,
                       coalesce(sum(n.principal) filter (where n.part = 'OVERDUE'), 0)::bigint as overdue,
                       sum(n.interest)::bigint as interest
                  from (%s) n
                 group by n.kind, later
                 order by n.kind
                """.formatted(lines);
    }

    private static String byJournal(String lines) {
        return """
                select n.journal_id, n.business_date, n.kind, count(distinct n.line_id) as lines,
                       coalesce(sum(n.principal) filter (where n.part <> 'WRITTEN_OFF'), 0)::bigint as outstanding,
                       coalesce(sum(n.principal) filter (where n.part = 'OVERDUE'), 0)::bigint as overdue,
                       sum(n.interest)::bigint as interest
                  from (%s) n
                 where n.business_date <= :to and (n.journal_id, n.kind) > (:after, :after_kind)
                 group by n.journal_id, n.business_date, n.kind
                 order by n.journal_id, n.kind
                 limit :most
                """.formatted(lines);
    }

    private static String now(Of of) {
        return switch (of) {
            case LOAN -> NOW_OF_LOAN;
            case GROUP -> NOW_OF_GROUP;
            case POINT -> NOW_OF_POINT;
        };
    }

    private static String lines(Of of) {
        return switch (of) {
            case LOAN -> LINES_OF_LOAN;
            case GROUP -> LINES_OF_GROUP;
            case POINT -> LINES_OF_POINT;
        };
    }

    private static Balance balance(ResultSet row) throws SQLException {
        return new Balance(new Dong(row.getLong("outstanding")), new Dong(row.getLong("overdue")));
    }

    private static Moves moves(ResultSet row) throws SQLException {
        return new Moves(row.getString("kind"), row.getInt("lines"), balance(row), new Dong(row.getLong("interest")));
    }

    private record Found(long id, LocalDate openDay) {}

    private record Dated(boolean later, Moves moves) {}

    /** Which journals: those of a period behind one, so many. */
    record Asked(Period period, long after, String afterKind, int most) {}

    /** What the lines of one kind in one journal did. */
    record JournalMoves(long journal, LocalDate day, Moves moves) {}

    /** How a balance changed, and the first journals of it. */
    record Explained(Changed changed, List<JournalMoves> journals) {}
}
