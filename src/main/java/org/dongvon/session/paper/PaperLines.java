package org.dongvon.session.paper;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.paper.CollectionSheet.Taken;
import org.dongvon.household.IdentityNumber;
import org.dongvon.loan.LoanDesk;
import org.dongvon.loan.Repayments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the members of several groups with their loans and deposits: each fact by one statement, however many groups. */
@Repository
class PaperLines {

    // One row a loan; a member without a loan has one row for the deposit.
    private static final String ROWS = """
            select m.group_id, m.id as member_id, m.ordinal, h.id as person_id, h.full_name, m.monthly_saving, a.balance,
                   l.id as loan_id, l.code, l.programme_vi, l.outstanding, l.overdue,
                   row_number() over (partition by m.id order by l.id) = 1 as first_of_member
              from "group".v_member m
              join household.v_person h on h.id = m.person_id
              left join savings.v_account a on a.member_id = m.id and a.closed_on is null
              left join loan.v_loan_card l on l.member_id = m.id and l.stage = 'ACTIVE'
             where m.group_id = any (:groups) and m.left_on is null and (l.id is not null or a.id is not null)
             order by m.group_id, m.ordinal, l.id
            """;

    private static final String UNREGISTERED = """
            select m.group_id, p.id, p.full_name, p.identity_last4, p.hamlet, m.monthly_saving
              from "group".v_member m
              join household.v_person p on p.id = m.person_id
             where m.group_id = any (:groups) and m.left_on is null
               and not exists (select from savings.v_account a where a.member_id = m.id and a.closed_on is null)
             order by m.group_id, m.ordinal
            """;

    private static final String TAKEN = """
            with sheet as materialized (
                select p.journal_id
                  from session.posting p
                  join session.session s on s.id = p.session_id
                 where s.point_id = :point and s.held_on = :day and p.kind = 'SHEET'),
            line as (
                select m.line_id, c.member_id, m.loan_id, m.interest, 0 as saving,
                       exists (select from loan.v_line r where r.reverses = m.line_id) as reversed
                  from sheet
                  join loan.v_line m on m.journal_id = sheet.journal_id
                  join loan.v_loan_card c on c.id = m.loan_id
                union all
                select s.line_id, s.member_id, null, 0, s.amount,
                       exists (select from savings.v_movement r where r.reverses = s.line_id)
                  from sheet
                  join savings.v_movement s on s.journal_id = sheet.journal_id),
            whole as (
                select line_id, member_id, max(loan_id) as loan_id, sum(interest) as interest, sum(saving) as saving
                  from line
                 group by line_id, member_id
                having not bool_or(reversed))
            select member_id, loan_id, sum(interest) as interest, sum(saving) as saving
              from whole
             group by member_id, loan_id
            """;

    private static final String OVERDUE_SINCE = """
            select m.loan_id, max(m.value_date) as since, max(m.value_date) < max(l.last_due_on) as instalment
              from loan.v_line m
              join loan.v_listed l on l.id = m.loan_id
             where m.loan_id = any (:loans) and m.kind = 'TO_OVERDUE'
               and not exists (select from loan.v_line r where r.reverses = m.line_id)
             group by m.loan_id
            """;

    // What was repaid in all covers the instalments in their order.
    private static final String DUE = """
            with plan as (
                select i.loan_id, i.seq, i.contract_date, i.due_on, i.amount,
                       sum(i.amount) over (partition by i.loan_id order by i.seq) as through,
                       i.seq = max(i.seq) over (partition by i.loan_id) as is_last
                  from loan.v_instalment i
                 where i.loan_id = any (:loans))
            select p.loan_id, p.contract_date, p.due_on, p.is_last,
                   least(p.amount, p.through - (l.amount - l.outstanding)) as due
              from plan p
              join loan.v_loan_card l on l.id = p.loan_id
             where p.due_on >= :from and p.due_on < :until and p.through > l.amount - l.outstanding
             order by p.loan_id, p.seq
            """;

    private final JdbcClient db;
    private final Repayments repayments;

    PaperLines(JdbcClient db, Repayments repayments) {
        this.db = db;
        this.repayments = repayments;
    }

    /** The lines by group, in the order of the groups' lists. */
    Map<Long, List<Line>> of(Collection<Long> groups) {
        return db
                .sql(ROWS)
                .param("groups", groups.toArray(Long[]::new))
                .query((row, n) -> new Line(
                        row.getLong("group_id"),
                        new Member(
                                row.getLong("member_id"),
                                row.getInt("ordinal"),
                                row.getLong("person_id"),
                                row.getString("full_name"),
                                new Dong(row.getLong("monthly_saving")),
                                row.getObject("balance") == null ? null : new Dong(row.getLong("balance"))),
                        row.getBoolean("first_of_member"),
                        row.getObject("loan_id") == null
                                ? null
                                : new Loan(
                                        row.getLong("loan_id"),
                                        row.getString("code"),
                                        row.getString("programme_vi"),
                                        new Dong(row.getLong("outstanding")),
                                        new Dong(row.getLong("overdue")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Line::groupId));
    }

    /** The members of groups who have no account. */
    List<Unregistered> unregistered(Collection<Long> groups) {
        return db.sql(UNREGISTERED)
                .param("groups", groups.toArray(Long[]::new))
                .query((row, n) -> new Unregistered(
                        row.getLong("group_id"),
                        row.getLong("id"),
                        row.getString("full_name"),
                        IdentityNumber.masked(row.getString("identity_last4")),
                        row.getString("hamlet"),
                        new Dong(row.getLong("monthly_saving"))))
                .list();
    }

    /** The balances of the lines' loans. */
    LoanDesk desk(Collection<List<Line>> lines) {
        return repayments.read(loans(lines));
    }

    /** What the session of a point and day took in by its sheets and did not take back, by member and loan. */
    Map<LineKey, Taken> taken(long pointId, LocalDate day) {
        Map<LineKey, Taken> taken = new HashMap<>();
        db.sql(TAKEN).param("point", pointId).param("day", day).query(row -> {
            taken.put(
                    new LineKey(row.getLong("member_id"), row.getObject("loan_id", Long.class)),
                    new Taken(new Dong(row.getLong("interest")), new Dong(row.getLong("saving"))));
        });
        return taken;
    }

    /** Since when the lines' loans are overdue. */
    Map<Long, Since> overdueSince(Collection<List<Line>> lines) {
        Map<Long, Since> since = new HashMap<>();
        db.sql(OVERDUE_SINCE).param("loans", loans(lines).toArray(Long[]::new)).query(row -> {
            since.put(
                    row.getLong("loan_id"),
                    new Since(row.getObject("since", LocalDate.class), row.getBoolean("instalment")));
        });
        return since;
    }

    /** The instalments of a month that are not paid, by loan. */
    Map<Long, List<Due>> due(Collection<List<Line>> lines, LocalDate month) {
        return db
                .sql(DUE)
                .param("loans", loans(lines).toArray(Long[]::new))
                .param("from", month)
                .param("until", month.plusMonths(1))
                .query((row, n) -> new Due(
                        row.getLong("loan_id"),
                        row.getObject("contract_date", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        new Dong(row.getLong("due")),
                        row.getBoolean("is_last")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Due::loanId));
    }

    private static List<Long> loans(Collection<List<Line>> lines) {
        return lines.stream()
                .flatMap(List::stream)
                .map(Line::loan)
                .filter(Objects::nonNull)
                .map(Loan::id)
                .toList();
    }

    /** A member without an account, whose identity number is masked. */
    record Unregistered(long groupId, long personId, String name, String identity, String hamlet, Dong monthlySaving) {}

    /** Whose line it is; without a loan it is of a deposit alone. */
    record LineKey(long memberId, @Nullable Long loanId) {}

    /** Since when a loan is overdue, and whether that was before its last day. */
    record Since(LocalDate day, boolean instalment) {}

    /** What is left to pay of an instalment. */
    record Due(long loanId, LocalDate contractDate, LocalDate dueOn, Dong amount, boolean last) {}

    /** A member with one loan, or with none. */
    record Line(
            long groupId,
            Member member,
            boolean firstOfMember,
            @Nullable Loan loan) {

        LineKey key() {
            return new LineKey(member.id(), loan == null ? null : loan.id());
        }

        String programme() {
            return loan == null ? "" : loan.programme();
        }

        String code() {
            return loan == null ? "" : loan.code();
        }

        Dong outstanding() {
            return loan == null ? Dong.ZERO : loan.outstanding();
        }

        Dong overdue() {
            return loan == null ? Dong.ZERO : loan.overdue();
        }
    }

    /** The member; {@code deposit} when there is one. */
    record Member(
            long id,
            int ordinal,
            long personId,
            String name,
            Dong monthlySaving,
            @Nullable Dong deposit) {}

    /** The loan: principal in all, and what of it is overdue. */
    record Loan(long id, String code, String programme, Dong outstanding, Dong overdue) {}
}
