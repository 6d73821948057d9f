package org.dongvon.session.counter;

import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.household.FindByIdentity;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.Repayments;
import org.dongvon.session.SessionHeads;
import org.dongvon.session.SessionHeads.SessionHead;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.LikeText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds borrowers of the session's point and reads what one of them owes on the day. */
@Repository
class CounterDesk {

    /** More than this and the search is not narrow enough. */
    static final int MOST = 50;

    private static final String FIND = """
            select l.id, l.code, l.programme_vi, l.programme_en, l.amount, l.outstanding, l.overdue, l.disbursed_on,
                   h.id as person_id, h.full_name, h.identity_last4, h.hamlet, h.restricted, l.group_id, l.member_id, g.code as group_code, g.name as group_name,
                   coalesce((select sum(i.amount) from loan.v_instalment i where i.loan_id = l.id and i.due_on <= :day), 0)
                     - (l.amount - l.outstanding) as due,
                   (select min(i.due_on) from loan.v_instalment i where i.loan_id = l.id and i.due_on > :day) as next_due
              from loan.v_loan_card l
              join household.v_person h on h.id = l.borrower_id
              left join "group".v_group_card g on g.id = l.group_id
             where l.point_id = :point and l.stage = 'ACTIVE'
               and (not h.restricted or l.code = upper(:typed))
               and unaccent(lower(concat_ws(' ', l.code, h.full_name, g.code, g.name))) like '%' || unaccent(lower(:wanted)) || '%'
             order by (regexp_match(h.full_name, '(\\S+)$'))[1] collate public.vi, h.full_name collate public.vi, l.code
             limit :most
            """;

    private static final String OF_PEOPLE = """
            select l.id, l.code, l.programme_vi, l.programme_en, l.amount, l.outstanding, l.overdue, l.disbursed_on,
                   h.id as person_id, h.full_name, h.identity_last4, h.hamlet, h.restricted, l.group_id, l.member_id, g.code as group_code, g.name as group_name,
                   coalesce((select sum(i.amount) from loan.v_instalment i where i.loan_id = l.id and i.due_on <= :day), 0)
                     - (l.amount - l.outstanding) as due,
                   (select min(i.due_on) from loan.v_instalment i where i.loan_id = l.id and i.due_on > :day) as next_due
              from loan.v_loan_card l
              join household.v_person h on h.id = l.borrower_id
              left join "group".v_group_card g on g.id = l.group_id
             where l.borrower_id = any (:people) and l.point_id = :point and l.stage = 'ACTIVE'
             order by l.code
             limit :most
            """;

    private static final String GET = """
            select l.id, l.code, l.programme_vi, l.programme_en, l.amount, l.outstanding, l.overdue, l.disbursed_on,
                   h.id as person_id, h.full_name, h.identity_last4, h.hamlet, h.restricted, l.group_id, l.member_id, g.code as group_code, g.name as group_name,
                   coalesce((select sum(i.amount) from loan.v_instalment i where i.loan_id = l.id and i.due_on <= :day), 0)
                     - (l.amount - l.outstanding) as due,
                   (select min(i.due_on) from loan.v_instalment i where i.loan_id = l.id and i.due_on > :day) as next_due
              from loan.v_loan_card l
              join household.v_person h on h.id = l.borrower_id
              left join "group".v_group_card g on g.id = l.group_id
             where l.id = :loan and l.point_id = :point
            """;

    private static final RowMapper<Debt> DEBT = (row, n) -> new Debt(
            row.getLong("id"),
            row.getString("code"),
            new Label(row.getString("programme_vi"), row.getString("programme_en")),
            new Borrower(
                    row.getLong("person_id"),
                    row.getString("full_name"),
                    row.getString("identity_last4"),
                    row.getString("hamlet"),
                    row.getBoolean("restricted")),
            row.getObject("group_id") == null
                    ? null
                    : new Membership(
                            row.getLong("group_id"),
                            row.getLong("member_id"),
                            row.getString("group_code"),
                            row.getString("group_name")),
            new Principal(
                    new Dong(row.getLong("outstanding")),
                    new Dong(row.getLong("overdue")),
                    new Dong(row.getLong("due")).max(Dong.ZERO)),
            Optional.ofNullable(row.getObject("next_due", java.time.LocalDate.class)));

    private final JdbcClient db;
    private final SessionHeads heads;
    private final Repayments repayments;
    private final FindByIdentity identities;
    private final Transactions transactions;

    CounterDesk(
            JdbcClient db,
            SessionHeads heads,
            Repayments repayments,
            FindByIdentity identities,
            Transactions transactions) {
        this.db = db;
        this.identities = identities;
        this.heads = heads;
        this.repayments = repayments;
        this.transactions = transactions;
    }

    /** Active loans of the session's point by code, by group, or by name with or without diacritics. */
    Found find(Actor actor, long sessionId, String wanted) {
        return transactions.read(actor, () -> {
            var head = heads.get(sessionId);
            return new Found(head, wanted.isBlank() ? List.of() : loans(head, wanted.strip()));
        });
    }

    /** Active loans, at the session's point, of the people whose identity number was typed. */
    Found findByIdentity(Actor actor, long sessionId, String number) {
        var people = identities.find(actor, number).stream()
                .map(FindByIdentity.Match::id)
                .toArray(Long[]::new);
        return transactions.read(actor, () -> {
            var head = heads.get(sessionId);
            var loans = db.sql(OF_PEOPLE)
                    .param("people", people)
                    .param("point", head.session().pointId())
                    .param("day", head.day())
                    .param("most", MOST)
                    .query(DEBT)
                    .list();
            return new Found(head, loans);
        });
    }

    private List<Debt> loans(SessionHead head, String wanted) {
        return db.sql(FIND)
                .param("point", head.session().pointId())
                .param("day", head.day())
                .param("wanted", LikeText.literal(wanted))
                .param("typed", wanted)
                .param("most", MOST)
                .query(DEBT)
                .list();
    }

    /**
     * One loan at the counter.
     *
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN} when it is not of the session's point
     */
    AtCounter open(Actor actor, long sessionId, long loanId) {
        return transactions.read(actor, () -> {
            var head = heads.get(sessionId);
            var debt = db.sql(GET)
                    .param("loan", loanId)
                    .param("point", head.session().pointId())
                    .param("day", head.day())
                    .query(DEBT)
                    .optional()
                    .orElseThrow(() -> new Refused(LoanRefusal.UNKNOWN_LOAN, Long.toString(loanId)));
            var desk = repayments.read(List.of(loanId));
            var balance = desk.balances().get(loanId);
            var owed = balance == null
                    ? Dong.ZERO
                    : desk.interestOn(balance, head.day()).asked();
            return new AtCounter(head, debt, owed);
        });
    }

    /** Loans found in a session. */
    record Found(SessionHead head, List<Debt> loans) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }

        @Override
        public List<Long> people() {
            return loans.stream().map(each -> each.borrower().id()).toList();
        }

        public boolean isCut() {
            return loans.size() == MOST;
        }
    }

    /** A loan at the counter, with the interest owed on the day. */
    record AtCounter(SessionHead head, Debt debt, Dong interest) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }

        @Override
        public List<Long> people() {
            return List.of(debt.borrower().id());
        }

        /** What ends the loan on the day: all principal, and all interest that is asked. */
        public Dong payoff() {
            return debt.principal().outstanding().plus(interest);
        }

        /** Where an amount of principal goes: overdue first, then due, then ahead. */
        public Split split(Dong paid) {
            var owed = debt.principal();
            var taken = paid.min(owed.outstanding());
            var overdue = taken.min(owed.overdue());
            var due = taken.minus(overdue).min(owed.dueToday());
            return new Split(
                    overdue,
                    due,
                    taken.minus(overdue).minus(due),
                    owed.outstanding().minus(taken));
        }
    }

    /** What is owed on a loan. */
    record Debt(
            long id,
            String code,
            Label programme,
            Borrower borrower,
            @Nullable Membership membership,
            Principal principal,
            Optional<java.time.LocalDate> nextDue) {}

    /** Who owes it. */
    record Borrower(long id, String name, String last4, String hamlet, boolean restricted) {}

    /** The group that carries the loan. */
    record Membership(long groupId, long memberId, String code, String name) {}

    /** Principal outstanding, of it overdue, and all that is due by the day (overdue included). */
    record Principal(Dong outstanding, Dong overdue, Dong due) {

        /** Due by the day and not yet overdue. */
        public Dong dueToday() {
            return due.minus(overdue).max(Dong.ZERO);
        }

        /** Not due yet. */
        public Dong ahead() {
            return outstanding.minus(overdue).minus(dueToday());
        }

        /** Overdue and due together: what should be paid today. */
        public Dong wanted() {
            return overdue.plus(dueToday());
        }
    }

    /** A payment of principal by the part it goes to, and what remains. */
    record Split(Dong overdue, Dong due, Dong ahead, Dong left) {}
}
