package org.dongvon.supervision.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Label;
import org.dongvon.supervision.SupervisedGroups;
import org.dongvon.supervision.SupervisedGroups.SupervisedGroup;
import org.dongvon.supervision.reconciliation.Said.Balance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes reconciliations: their lines, what members said, and what followed. */
@Repository
class Reconciliations {

    private static final String WRITE = """
            insert into supervision.reconciliation (point_id, group_id, association, as_of, team, taken_on, human, submission)
            values (:point, :group, :association, :as_of, :team, :today, :human, :key)
            on conflict (group_id, as_of) do nothing
            returning id
            """;

    private static final String TAKE_LINES = """
            insert into supervision.reconciled_line (sheet_id, line_no, point_id, member_id, loan_id, first_of_member, principal,
                                                     overdue, interest, deposit)
            select :sheet, row_number() over (order by b.ordinal, b.member_id, b.loan_id), :point, b.member_id, b.loan_id,
                   b.first_of_member, b.principal, b.overdue, b.interest, b.deposit
              from supervision.balances_of_group(:group, :as_of) b
            """;

    private static final String HEAD = """
            select r.id, r.point_id, r.as_of, v.open_day
              from supervision.reconciliation r
              join organisation.v_point v on v.id = r.point_id
              join "group".v_credit_group g on g.id = r.group_id
             where r.id = :sheet and r.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))
            """;

    private static final String LINES = """
            select l.line_no, l.first_of_member, l.principal, l.overdue, l.interest, l.deposit, m.ordinal, m.person_id,
                   case when p.restricted then null else p.full_name end as full_name, c.code, c.programme_vi, c.programme_en,
                   a.id as answer_id, a.principal as said_principal, a.interest as said_interest, a.deposit as said_deposit, a.differs,
                   a.cause, a.responsible, a.deadline, a.answered_on
              from supervision.reconciled_line l
              join "group".v_member m on m.id = l.member_id
              join household.v_person p on p.id = m.person_id
              left join loan.v_loan_card c on c.id = l.loan_id
              left join supervision.reconciled_answer a on a.sheet_id = l.sheet_id and a.line_no = l.line_no
             where l.sheet_id = :sheet
             order by l.line_no
            """;

    private static final String ANSWER = """
            insert into supervision.reconciled_answer (sheet_id, line_no, point_id, book_principal, book_interest, book_deposit,
                                                       principal, interest, deposit, cause, responsible, deadline, answered_on, human,
                                                       submission)
            select l.sheet_id, l.line_no, l.point_id, l.principal, l.interest, l.deposit, n.principal, n.interest, n.deposit, n.cause,
                   n.responsible, n.deadline, :today, :human, :key
              from unnest(cast(:lines as int[]), cast(:principal as bigint[]), cast(:interest as bigint[]),
                          cast(:deposit as bigint[]), cast(:cause as text[]), cast(:responsible as text[]),
                          cast(cast(:deadline as text[]) as date[]))
                       as n (line_no, principal, interest, deposit, cause, responsible, deadline)
              join supervision.reconciled_line l on l.sheet_id = :sheet and l.line_no = n.line_no
            on conflict (sheet_id, line_no) do nothing
            """;

    private static final String OF_GROUP = """
            select r.id, r.as_of, r.team, r.taken_on, count(*) as lines, count(r.answer_id) as said,
                   count(*) filter (where r.differs) as differing,
                   count(*) filter (where r.differs and r.closed_on is null) as open
              from (select s.id, s.as_of, s.team, s.taken_on, v.answer_id, v.differs, v.closed_on
                      from supervision.reconciliation s
                      join supervision.v_reconciled v on v.sheet_id = s.id
                     where s.group_id = :group) r
             group by r.id, r.as_of, r.team, r.taken_on
             order by r.as_of desc
             limit 100
            """;

    private static final String DIFFERENCE = """
            select a.id, a.point_id, a.human, v.open_day,
                   exists (select from supervision.reconciled_follow_up f where f.answer_id = a.id and f.step = 'CLOSED') as closed
              from supervision.reconciled_answer a
              join supervision.reconciliation r on r.id = a.sheet_id
              join "group".v_credit_group g on g.id = r.group_id
              join organisation.v_point v on v.id = a.point_id
             where a.sheet_id = :sheet and a.line_no = :line and a.differs and a.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))
            """;

    private static final String FOLLOW = """
            insert into supervision.reconciled_follow_up (answer_id, point_id, step, happened_on, measure, evidence, entered_by, differs,
                                                          human, submission)
            values (:answer, :point, :step, :today, :measure, :evidence, :entered_by, true, :human, :key)
            on conflict (answer_id) where step = 'CLOSED' do nothing
            """;

    private static final String STEPS = """
            select a.line_no, f.step, f.happened_on, f.measure, f.evidence
              from supervision.reconciled_answer a
              join supervision.reconciled_follow_up f on f.answer_id = a.id
             where a.sheet_id = :sheet
             order by f.id
            """;

    private final JdbcClient db;
    private final SupervisedGroups groups;

    Reconciliations(JdbcClient db, SupervisedGroups groups) {
        this.db = db;
        this.groups = groups;
    }

    /** The group of a code, refused by name when there is none in scope. */
    SupervisedGroup group(String code) {
        return groups.get(code);
    }

    /** Writes a reconciliation without its lines; empty when the group has one of that day. */
    Optional<Long> write(Actor actor, UUID key, SupervisedGroup group, LocalDate asOf, String team) {
        return db.sql(WRITE)
                .param("point", group.pointId())
                .param("group", group.id())
                .param("association", group.association())
                .param("as_of", asOf)
                .param("team", team)
                .param("today", group.openDay())
                .param("human", actor.personId())
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    /** Takes the balances of all members; returns how many lines that makes. */
    int takeLines(long sheet, SupervisedGroup group, LocalDate asOf) {
        return db.sql(TAKE_LINES)
                .param("sheet", sheet)
                .param("point", group.pointId())
                .param("group", group.id())
                .param("as_of", asOf)
                .update();
    }

    /**
     * A reconciliation in scope.
     *
     * @throws Refused {@link ReconciliationRefusal#UNKNOWN_RECONCILIATION}
     */
    Head head(long sheet) {
        return db.sql(HEAD)
                .param("sheet", sheet)
                .query((row, n) -> new Head(
                        row.getLong("id"),
                        row.getLong("point_id"),
                        row.getObject("as_of", LocalDate.class),
                        row.getObject("open_day", LocalDate.class)))
                .optional()
                .orElseThrow(() -> new Refused(ReconciliationRefusal.UNKNOWN_RECONCILIATION));
    }

    /** The lines of a reconciliation in the order of the group's list. */
    List<Line> lines(long sheet) {
        return db.sql(LINES).param("sheet", sheet).query((row, n) -> line(row)).list();
    }

    /** Writes answers; returns how many of the lines had none before. */
    int answer(Actor actor, UUID key, Head head, List<Said> said) {
        return db.sql(ANSWER)
                .param("sheet", head.id())
                .param("lines", said.stream().map(Said::line).toArray(Integer[]::new))
                .param("principal", amounts(said, each -> each.balance().principal()))
                .param("interest", amounts(said, each -> each.balance().interest()))
                .param("deposit", amounts(said, each -> each.balance().deposit()))
                .param(
                        "cause",
                        said.stream()
                                .map(each -> each.why() == null
                                        ? null
                                        : each.why().cause().name())
                                .toArray(String[]::new))
                .param(
                        "responsible",
                        said.stream()
                                .map(each ->
                                        each.why() == null ? null : each.why().responsible())
                                .toArray(String[]::new))
                .param(
                        "deadline",
                        said.stream()
                                .map(each -> each.why() == null
                                        ? null
                                        : each.why().deadline().toString())
                                .toArray(String[]::new))
                .param("today", head.openDay())
                .param("human", actor.personId())
                .param("key", key)
                .update();
    }

    private static Long[] amounts(List<Said> said, Function<Said, Dong> amount) {
        return said.stream().map(each -> amount.apply(each).amount()).toArray(Long[]::new);
    }

    /** The reconciliations of a group, the latest first. */
    List<Listed> ofGroup(long groupId) {
        return db.sql(OF_GROUP)
                .param("group", groupId)
                .query((row, n) -> new Listed(
                        row.getLong("id"),
                        row.getObject("as_of", LocalDate.class),
                        row.getString("team"),
                        row.getObject("taken_on", LocalDate.class),
                        new Counts(
                                row.getInt("lines"), row.getInt("said"), row.getInt("differing"), row.getInt("open"))))
                .list();
    }

    /** A difference in scope; empty when the line has none. */
    Optional<Difference> difference(FollowDifference.OfLine of) {
        return db.sql(DIFFERENCE)
                .param("sheet", of.sheet())
                .param("line", of.line())
                .query((row, n) -> new Difference(
                        row.getLong("id"),
                        row.getLong("point_id"),
                        row.getLong("human"),
                        row.getObject("open_day", LocalDate.class),
                        row.getBoolean("closed")))
                .optional();
    }

    /**
     * Writes a step of what followed.
     *
     * @throws Refused {@link ReconciliationRefusal#DIFFERENCE_CLOSED} when somebody else closed it at the same time
     */
    void follow(Actor actor, UUID key, Difference of, FollowDifference.Step step) {
        int written = db.sql(FOLLOW)
                .param("answer", of.id())
                .param("point", of.pointId())
                .param("step", step.name())
                .param("today", of.openDay())
                .param("measure", step.measure())
                .param("evidence", step.evidence())
                .param("entered_by", of.enteredBy())
                .param("human", actor.personId())
                .param("key", key)
                .update();
        if (written == 0) {
            throw new Refused(ReconciliationRefusal.DIFFERENCE_CLOSED, of.id());
        }
    }

    /** What followed, by line, in the order in which it was entered. */
    List<Step> steps(long sheet) {
        return db.sql(STEPS)
                .param("sheet", sheet)
                .query((row, n) -> new Step(
                        row.getInt("line_no"),
                        row.getString("step").equals("CLOSED"),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("measure"),
                        row.getString("evidence")))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getInt("line_no"),
                new Member(row.getInt("ordinal"), row.getLong("person_id"), row.getString("full_name")),
                row.getString("code") == null
                        ? null
                        : new Loan(
                                row.getString("code"),
                                new Label(row.getString("programme_vi"), row.getString("programme_en")),
                                new Dong(row.getLong("overdue"))),
                row.getBoolean("first_of_member"),
                new Balance(
                        new Dong(row.getLong("principal")),
                        new Dong(row.getLong("interest")),
                        new Dong(row.getLong("deposit"))),
                row.getObject("answer_id") == null ? null : answer(row));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        var cause = row.getString("cause");
        return new Answer(
                new Balance(
                        new Dong(row.getLong("said_principal")),
                        new Dong(row.getLong("said_interest")),
                        new Dong(row.getLong("said_deposit"))),
                cause == null
                        ? null
                        : new Said.Why(
                                DifferenceCause.valueOf(cause),
                                row.getString("responsible"),
                                row.getObject("deadline", LocalDate.class)),
                row.getObject("answered_on", LocalDate.class));
    }

    /** A reconciliation, and the open day of its office. */
    record Head(long id, long pointId, LocalDate asOf, LocalDate openDay) {}

    /** A member on the group's list; where processing is restricted the name is not said. */
    record Member(int ordinal, long personId, @Nullable String name) {}

    /** A loan of a line; {@code overdue} is part of its principal. */
    record Loan(String code, Label programme, Dong overdue) {}

    /** What a member said, and when that was entered. */
    record Answer(Balance said, Said.@Nullable Why why, LocalDate on) {}

    /** A line: a member with one loan, or with a deposit alone. */
    record Line(
            int number,
            Member member,
            @Nullable Loan loan,
            boolean firstOfMember,
            Balance book,
            @Nullable Answer answer) {

        /** What the member said less what the books say; nothing before the member said anything. */
        public @Nullable Balance difference() {
            return answer == null ? null : answer.said().minus(book);
        }
    }

    /** Lines in all, those said, those that differ, and those of them that are not closed. */
    record Counts(int lines, int said, int differing, int open) {}

    /** A reconciliation of a group's list. */
    record Listed(long id, LocalDate asOf, String team, LocalDate takenOn, Counts counts) {}

    /** A difference, for following it up. */
    record Difference(long id, long pointId, long enteredBy, LocalDate openDay, boolean closed) {}

    /** A step of what followed a difference. */
    record Step(int line, boolean closing, LocalDate on, String measure, String evidence) {}
}
