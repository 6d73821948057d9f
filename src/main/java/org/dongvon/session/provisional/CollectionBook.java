package org.dongvon.session.provisional;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.GroupRefusal;
import org.dongvon.loan.LoanDesk;
import org.dongvon.loan.Repayments;
import org.dongvon.organisation.SessionCalendar;
import org.dongvon.organisation.Units;
import org.dongvon.session.ProvisionalRefusal;
import org.dongvon.session.Provisionals;
import org.dongvon.session.Provisionals.Money;
import org.dongvon.session.provisional.RecordCollections.Line;
import org.dongvon.session.provisional.RecordCollections.MemberLoan;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes what a group's head collects: her members, what each owes by the next session, what she holds. */
@Repository
class CollectionBook {

    private static final String GROUP = """
            select g.id, g.point_id, g.code, g.name, g.hamlet, g.head, g.head_id, v.open_day,
                   session.is_over(g.point_id, v.open_day) as over
              from "group".v_group_card g
              join organisation.v_point v on v.id = g.point_id
             where g.id = :group and g.closed_on is null and g.point_id <@ (select shared.scope())
               and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))
            """;

    // What a group's head collects is written down, taken back and listed one after another: each sees all that was
    // before.
    private static final String HOLD = """
            select pg_advisory_xact_lock(hashtextextended('session.provisional', :group)) is null as held
            """;

    // One row a loan; a member without a loan has one row for the deposit.
    private static final String PLACES = """
            select m.id as member_id, m.ordinal, h.id as person_id, h.full_name, m.monthly_saving, a.balance,
                   l.id as loan_id, l.code, l.programme_vi, l.programme_en, l.outstanding, l.overdue,
                   coalesce((select sum(i.amount) from loan.v_instalment i where i.loan_id = l.id and i.due_on <= :day), 0)
                     - (l.amount - l.outstanding) as due,
                   row_number() over (partition by m.id order by l.id) = 1 as first_of_member
              from "group".v_member m
              join household.v_person h on h.id = m.person_id
              left join savings.v_account a on a.member_id = m.id and a.closed_on is null
              left join loan.v_loan_card l on l.member_id = m.id and l.stage = 'ACTIVE'
             where m.group_id = :group and m.left_on is null and m.point_id <@ (select shared.scope())
               and (l.id is not null or a.id is not null)
             order by m.ordinal, l.id
            """;

    private static final String COVERS = """
            select exists (select from "group".v_contract c
                            where c.group_id = :group and c.covers = 'INTEREST_AND_SAVINGS'
                              and c.valid_from <= :day and (c.valid_to is null or c.valid_to > :day)) as covers
            """;

    private static final String RECORD = """
            insert into session.provisional (line_id, point_id, group_id, member_id, loan_id, session_on, taken_on, interest, saving,
                   note, taker_id, taker)
            select l.line_id, :point, :group, l.member_id, l.loan_id, :session_on, :today, l.interest, l.saving, l.note, :taker_id, :taker
              from unnest(cast(:lines as uuid[]), cast(:members as bigint[]), cast(:loans as bigint[]), cast(:interests as bigint[]),
                          cast(:savings as bigint[]), cast(:notes as text[])) as l (line_id, member_id, loan_id, interest, saving, note)
            """;

    private static final String HAND_IN = """
            with list as (
                insert into session.hand_in (point_id, group_id, session_on, handed_on, lines, interest, saving, taker_id, taker)
                values (:point, :group, :session_on, :today, :count, :interest, :saving, :taker_id, :taker)
                returning id, point_id, group_id),
            placed as (
                insert into session.hand_in_line (line_id, hand_in_id, point_id, group_id)
                select x.line_id, list.id, list.point_id, list.group_id
                  from list, unnest(cast(:lines as uuid[])) as x (line_id))
            select id from list
            """;

    private static final String LINE = """
            select p.group_id, p.hand_in_id is not null as handed_in
              from session.v_provisional p
             where p.line_id = :line and p.point_id <@ (select shared.scope())
            """;

    private static final String END = """
            insert into session.provisional_end (line_id, point_id, group_id, kind, ended_on, reason, ended_by)
            values (:line, :point, :group, :kind, :today, :reason, :by)
                on conflict (line_id) do nothing
            """;

    private final JdbcClient db;
    private final Units units;
    private final SessionCalendar calendar;
    private final Repayments repayments;
    private final Provisionals provisionals;

    CollectionBook(
            JdbcClient db, Units units, SessionCalendar calendar, Repayments repayments, Provisionals provisionals) {
        this.db = db;
        this.units = units;
        this.calendar = calendar;
        this.repayments = repayments;
        this.provisionals = provisionals;
    }

    /** Holds what is collected for a group until the transaction ends. */
    void hold(long groupId) {
        db.sql(HOLD).param("group", groupId).query(Boolean.class).single();
    }

    /**
     * A working group in scope, and the session it collects for: the next, from the open day on, that is not over.
     *
     * @throws Refused {@link GroupRefusal#UNKNOWN_GROUP}
     */
    Group group(long id) {
        return db.sql(GROUP)
                .param("group", id)
                .query((row, n) -> {
                    var today = row.getObject("open_day", LocalDate.class);
                    var point = units.point(row.getLong("point_id"));
                    var from = row.getBoolean("over") ? today.plusDays(1) : today;
                    return new Group(
                            row.getLong("id"),
                            row.getLong("point_id"),
                            new Names(
                                    row.getString("code"),
                                    row.getString("name"),
                                    row.getString("hamlet"),
                                    Objects.toString(row.getString("head"), ""),
                                    row.getObject("head_id", Long.class)),
                            new Place.Of(point.name(), point.address()),
                            today,
                            calendar.nextSession(point, from));
                })
                .optional()
                .orElseThrow(() -> new Refused(GroupRefusal.UNKNOWN_GROUP, Long.toString(id)));
    }

    /** The members with their loans, in the order of the group's list. */
    List<Place> places(long groupId) {
        return places(groupId, LocalDate.EPOCH);
    }

    /** Likewise, with the principal that is due by a day. */
    List<Place> places(long groupId, LocalDate day) {
        return db.sql(PLACES)
                .param("group", groupId)
                .param("day", day)
                .query((row, n) -> new Place(
                        new MemberLoan(row.getLong("member_id"), row.getObject("loan_id", Long.class)),
                        new Place.Member(
                                row.getInt("ordinal"),
                                row.getLong("person_id"),
                                row.getString("full_name"),
                                row.getBoolean("first_of_member"),
                                new Dong(row.getLong("monthly_saving")),
                                row.getObject("balance") == null ? null : new Dong(row.getLong("balance"))),
                        row.getObject("loan_id") == null
                                ? null
                                : new Place.Loan(
                                        row.getString("code"),
                                        new Label(row.getString("programme_vi"), row.getString("programme_en")),
                                        new Dong(row.getLong("outstanding")),
                                        new Dong(row.getLong("overdue")),
                                        new Dong(row.getLong("due")).max(Dong.ZERO))))
                .list();
    }

    LoanDesk desk(Collection<Place> places) {
        return repayments.read(places.stream()
                .map(place -> place.key().loanId())
                .filter(Objects::nonNull)
                .toList());
    }

    List<Provisionals.Open> open(long groupId) {
        return provisionals.ofGroup(groupId);
    }

    boolean coversDeposits(Group group) {
        return db.sql(COVERS)
                .param("group", group.id())
                .param("day", group.openDay())
                .query(Boolean.class)
                .single();
    }

    void record(Actor head, Group group, List<Line> lines) {
        db.sql(RECORD)
                .param("point", group.pointId())
                .param("group", group.id())
                .param("session_on", group.sessionOn())
                .param("today", group.openDay())
                .param("taker_id", head.id())
                .param("taker", head.name())
                .param(
                        "lines",
                        lines.stream().map(each -> each.lineId().toString()).toArray(String[]::new))
                .param(
                        "members",
                        lines.stream().map(each -> each.whose().memberId()).toArray(Long[]::new))
                .param(
                        "loans",
                        lines.stream().map(each -> each.whose().loanId()).toArray(Long[]::new))
                .param(
                        "interests",
                        lines.stream().map(each -> each.interest().amount()).toArray(Long[]::new))
                .param(
                        "savings",
                        lines.stream().map(each -> each.saving().amount()).toArray(Long[]::new))
                .param("notes", lines.stream().map(Line::note).toArray(String[]::new))
                .update();
    }

    long handIn(Actor head, Group group, List<Provisionals.Open> lines, Money sum) {
        return db.sql(HAND_IN)
                .param("point", group.pointId())
                .param("group", group.id())
                .param("session_on", group.sessionOn())
                .param("today", group.openDay())
                .param("count", (short) lines.size())
                .param("interest", sum.interest().amount())
                .param("saving", sum.saving().amount())
                .param("taker_id", head.id())
                .param("taker", head.name())
                .param(
                        "lines",
                        lines.stream().map(each -> each.lineId().toString()).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /**
     * Whose an open line is.
     *
     * @throws Refused {@link ProvisionalRefusal#PROVISIONAL_ENDED}
     */
    Whose line(UUID line) {
        return db.sql(LINE)
                .param("line", line)
                .query((row, n) -> new Whose(row.getLong("group_id"), row.getBoolean("handed_in")))
                .optional()
                .orElseThrow(() -> new Refused(ProvisionalRefusal.PROVISIONAL_ENDED));
    }

    /** Whether it ended now; a line ends once. */
    boolean end(Actor actor, Group group, UUID line, End kind, String reason) {
        return db.sql(END)
                        .param("line", line)
                        .param("point", group.pointId())
                        .param("group", group.id())
                        .param("kind", kind.name())
                        .param("today", group.openDay())
                        .param("reason", reason)
                        .param("by", actor.id())
                        .update()
                == 1;
    }

    /** How a line ends that no teller counts. */
    enum End {
        WITHDRAWN,
        RETURNED
    }

    record Whose(long groupId, boolean handedIn) {}

    /** How a group is known. */
    record Names(
            String code,
            String name,
            String hamlet,
            String head,
            @Nullable Long headId) {}

    /** A group, where its session is held, the open day, and the day of the session. */
    record Group(long id, long pointId, Names names, Place.Of point, LocalDate openDay, LocalDate sessionOn) {}

    /** A member with one loan, or with none. */
    record Place(MemberLoan key, Member member, @Nullable Loan loan) {

        public boolean saves() {
            return member.deposit() != null;
        }

        public String name() {
            return member.name();
        }

        /** Whether the member's saving is written on this row. */
        public boolean takesSaving() {
            return member.first() && saves();
        }

        /** The member; {@code deposit} when there is one. */
        record Member(
                int ordinal,
                long personId,
                String name,
                boolean first,
                Dong monthlySaving,
                @Nullable Dong deposit) {}

        /** The loan: what is outstanding, of it overdue, and due by the session. */
        record Loan(String code, Label programme, Dong outstanding, Dong overdue, Dong due) {}

        /** The point of the session. */
        record Of(String name, String address) {}
    }
}
