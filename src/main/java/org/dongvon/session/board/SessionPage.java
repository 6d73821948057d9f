package org.dongvon.session.board;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.session.SessionBooks;
import org.dongvon.session.SessionHeads;
import org.dongvon.session.SessionHeads.SessionHead;
import org.dongvon.session.Sessions;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.timeline.HasTimeline;
import org.dongvon.shared.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads one session: its groups and how far each is, its vouchers, its cash. */
@Repository
class SessionPage {

    // A reversal counts against the sheet whose line it takes back, not against a payment at the counter.
    // Counted once each, then joined: the planner takes a scope for a handful of rows, and would count again for each
    // group.
    private static final String GROUPS = """
            with size as materialized (
                select m.group_id, count(*) as members,
                       sum(greatest(1, (select count(*) from loan.v_loan_card l where l.member_id = m.id and l.stage = 'ACTIVE'))) as lines
                  from "group".v_member m
                 where m.point_id = :point and m.left_on is null
                 group by m.group_id),
            done as materialized (
                select p.group_id, sum(case p.kind when 'SHEET' then p.lines else -p.lines end) as posted,
                       sum(p.cash) as cash, bool_or(p.kind = 'SHEET') as handed_in
                  from session.posting p
                  join ledger.v_journal j on j.id = p.journal_id
                  left join session.posting o on o.journal_id = j.reverses
                 where p.session_id = :session and (p.kind = 'SHEET' or p.kind = 'REVERSAL' and o.kind = 'SHEET')
                 group by p.group_id)
            select g.id, g.code, g.name, g.hamlet, g.head, g.head_id, g.association_vi, g.association_en,
                   coalesce(s.members, 0) as members, coalesce(s.lines, 0) as lines,
                   coalesce(d.posted, 0) as posted, coalesce(d.cash, 0) as cash, coalesce(d.handed_in, false) as handed_in
              from "group".v_group_card g
              left join size s on s.group_id = g.id
              left join done d on d.group_id = g.id
             where g.point_id = :point and g.closed_on is null
             order by g.code
            """;

    private static final String VOUCHERS = """
            select j.voucher, p.kind, p.lines, p.cash, g.code as group_code, g.name as group_name,
                   h.id as payer_id, h.full_name as payer
              from session.posting p
              join ledger.v_journal j on j.id = p.journal_id
              left join "group".v_group_card g on g.id = p.group_id
              left join lateral (select l.borrower_id
                                   from loan.v_line m
                                   join loan.v_loan_card l on l.id = m.loan_id
                                  where m.journal_id = p.journal_id and p.kind = 'COUNTER'
                                  limit 1) paid on true
              left join household.v_person h on h.id = paid.borrower_id
             where p.session_id = :session
             order by j.voucher desc
            """;

    private final JdbcClient db;
    private final SessionHeads heads;
    private final SessionBooks books;
    private final Sessions sessions;
    private final Transactions transactions;

    SessionPage(JdbcClient db, SessionHeads heads, SessionBooks books, Sessions sessions, Transactions transactions) {
        this.db = db;
        this.heads = heads;
        this.books = books;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    Shown read(Actor actor, long id) {
        return transactions.read(actor, () -> {
            var head = heads.get(id);
            var cash = sessions.cash(id).orElse(Dong.ZERO);
            return new Shown(head, groups(head), vouchers(head), books.of(id), cash);
        });
    }

    private List<GroupLine> groups(SessionHead head) {
        return db.sql(GROUPS)
                .param("session", head.id())
                .param("point", head.session().pointId())
                .query((row, n) -> new GroupLine(
                        row.getLong("id"),
                        new GroupNames(
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("hamlet"),
                                row.getString("head"),
                                row.getObject("head_id", Long.class),
                                new Label(row.getString("association_vi"), row.getString("association_en"))),
                        row.getInt("members"),
                        row.getInt("lines"),
                        row.getInt("posted"),
                        new Dong(row.getLong("cash")),
                        row.getBoolean("handed_in")))
                .list();
    }

    private List<VoucherLine> vouchers(SessionHead head) {
        return db.sql(VOUCHERS)
                .param("session", head.id())
                .query((row, n) -> new VoucherLine(
                        new VoucherNumber(head.place().code(), head.day().getYear(), row.getInt("voucher")),
                        Sessions.Kind.valueOf(row.getString("kind")),
                        row.getInt("lines"),
                        new Dong(row.getLong("cash")),
                        whose(row.getString("payer"), row.getString("group_code"), row.getString("group_name")),
                        row.getObject("payer_id", Long.class)))
                .list();
    }

    private static String whose(@Nullable String payer, @Nullable String code, @Nullable String name) {
        if (payer != null) {
            return payer;
        }
        return code == null ? "" : code + " · " + name;
    }

    /** The session as it stands. */
    record Shown(
            SessionHead head, List<GroupLine> groups, List<VoucherLine> vouchers, SessionBooks.Book book, Dong cash)
            implements ShowsPeople, HasTimeline {

        @Override
        public Subject subject() {
            return new Subject(Subject.Kind.SESSION, head.id());
        }

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }

        @Override
        public List<Long> people() {
            return Stream.concat(
                            groups.stream().map(each -> each.names().headId()),
                            vouchers.stream().map(VoucherLine::payerId))
                    .filter(Objects::nonNull)
                    .toList();
        }

        public long handedIn() {
            return groups.stream().filter(GroupLine::handedIn).count();
        }

        /** The first group that has not handed its sheet in. */
        public @Nullable GroupLine next() {
            Optional<GroupLine> first =
                    groups.stream().filter(group -> !group.handedIn()).findFirst();
            return first.orElse(null);
        }

        /** The groups whose code, name, hamlet or head holds what was typed, with or without diacritics. */
        public List<GroupLine> found(String typed) {
            var wanted = Plain.text(typed);
            return groups.stream().filter(group -> group.names().holds(wanted)).toList();
        }
    }

    /** A group in the session. */
    record GroupLine(long id, GroupNames names, int members, int lines, int posted, Dong cash, boolean handedIn) {

        public boolean isComplete() {
            return handedIn && posted >= lines;
        }
    }

    /** How a group is known. */
    record GroupNames(
            String code,
            String name,
            String hamlet,
            @Nullable String head,
            @Nullable Long headId,
            Label association) {

        boolean holds(String wanted) {
            return Plain.text(String.join(" ", code, name, hamlet, head == null ? "" : head))
                    .contains(wanted);
        }
    }

    /** A voucher of the session; {@code whose} is the payer or the group, where there is one. */
    record VoucherLine(
            VoucherNumber number,
            Sessions.Kind kind,
            int lines,
            Dong cash,
            String whose,
            @Nullable Long payerId) {

        public String kindKey() {
            return "session.kind." + kind.name().toLowerCase(Locale.ROOT);
        }
    }
}
