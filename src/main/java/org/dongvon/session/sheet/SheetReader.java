package org.dongvon.session.sheet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.GroupRefusal;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.loan.Repayments;
import org.dongvon.session.Provisionals;
import org.dongvon.session.SessionHeads;
import org.dongvon.session.SessionHeads.SessionHead;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a group's sheet as it stands: what each line is asked for, and what was posted already. */
@Repository
class SheetReader {

    private static final String GROUP = """
            select id, code, name, hamlet, head, head_id, association_vi, association_en
              from "group".v_group_card
             where id = :group and point_id = :point
            """;

    // One row a loan; a member without a loan has one row for the deposit.
    private static final String ROWS = """
            select m.id as member_id, m.ordinal, h.id as person_id, h.full_name, m.monthly_saving, a.id is not null as saves,
                   l.id as loan_id, l.code, l.programme_vi, l.programme_en, l.outstanding,
                   coalesce((select sum(i.amount) from loan.v_instalment i where i.loan_id = l.id and i.due_on <= :day), 0)
                     - (l.amount - l.outstanding) as due
              from "group".v_member m
              join household.v_person h on h.id = m.person_id
              left join savings.v_account a on a.member_id = m.id and a.closed_on is null
              left join loan.v_loan_card l on l.member_id = m.id and (l.stage = 'ACTIVE' or l.id = any (:also))
             where m.group_id = :group and m.left_on is null and (l.id is not null or a.id is not null)
             order by m.ordinal, l.id
            """;

    // The few lines first: a scope's policies tell the planner nothing of how few they are, and it would read all
    // loans.
    private static final String POSTED = """
            with sheet as materialized (
                select p.journal_id
                  from session.posting p
                 where p.session_id = :session and p.group_id = :group and p.kind = 'SHEET'),
            line as materialized (
                select m.line_id, m.line_no, m.journal_id, m.loan_id, m.interest
                  from sheet join loan.v_line m on m.journal_id = sheet.journal_id)
            select x.line_id, min(x.line_no) as line_no, j.voucher, x.member_id, max(x.loan_id) as loan_id,
                   sum(x.interest) as interest, sum(x.saving) as saving, bool_or(x.reversed) as reversed,
                   coalesce((select r.note from session.line_remark r where r.line_id = x.line_id), '') as note
              from (select m.line_id, m.line_no, m.journal_id, c.member_id, m.loan_id, m.interest, 0 as saving,
                           exists (select from loan.v_line r where r.reverses = m.line_id) as reversed
                      from line m
                      join loan.v_loan_card c on c.id = m.loan_id
                    union all
                    select s.line_id, s.line_no, s.journal_id, s.member_id, null, 0, s.amount,
                           exists (select from savings.v_movement r where r.reverses = s.line_id)
                      from sheet
                      join savings.v_movement s on s.journal_id = sheet.journal_id) x
              join ledger.v_journal j on j.id = x.journal_id
             group by x.line_id, j.voucher, x.member_id
            """;

    private final JdbcClient db;
    private final SessionHeads heads;
    private final Repayments repayments;
    private final Provisionals provisionals;
    private final Transactions transactions;

    SheetReader(
            JdbcClient db,
            SessionHeads heads,
            Repayments repayments,
            Provisionals provisionals,
            Transactions transactions) {
        this.db = db;
        this.heads = heads;
        this.repayments = repayments;
        this.provisionals = provisionals;
        this.transactions = transactions;
    }

    /**
     * The sheet of a group of the session's point, in one read and a fixed number of statements.
     *
     * @param also loans to show though they are no longer active: those that were typed for
     * @throws Refused {@link GroupRefusal#UNKNOWN_GROUP}
     */
    OpenSheet read(Actor actor, long sessionId, long groupId, Collection<Long> also) {
        return transactions.read(actor, () -> {
            var head = heads.get(sessionId);
            var group = group(head, groupId);
            var rows = rows(head, groupId, also);
            return new OpenSheet(
                    head, group, rows, asked(head, rows), posted(head, groupId), provisionals.ofGroup(groupId));
        });
    }

    private Group group(SessionHead head, long groupId) {
        return db.sql(GROUP)
                .param("group", groupId)
                .param("point", head.session().pointId())
                .query((row, n) -> new Group(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("hamlet"),
                        row.getString("head") == null
                                ? null
                                : new Leader(row.getLong("head_id"), row.getString("head")),
                        new Label(row.getString("association_vi"), row.getString("association_en"))))
                .optional()
                .orElseThrow(() -> new Refused(GroupRefusal.UNKNOWN_GROUP, Long.toString(groupId)));
    }

    private List<Row> rows(SessionHead head, long groupId, Collection<Long> also) {
        return db.sql(ROWS)
                .param("group", groupId)
                .param("day", head.day())
                .param("also", also.toArray(Long[]::new))
                .query((row, n) -> new Row(
                        new Member(
                                row.getLong("member_id"),
                                row.getInt("ordinal"),
                                row.getLong("person_id"),
                                row.getString("full_name"),
                                new Dong(row.getLong("monthly_saving")),
                                row.getBoolean("saves")),
                        row.getObject("loan_id") == null
                                ? null
                                : new LoanFacts(
                                        row.getLong("loan_id"),
                                        row.getString("code"),
                                        new Label(row.getString("programme_vi"), row.getString("programme_en")),
                                        new Dong(row.getLong("outstanding")),
                                        new Dong(row.getLong("due")).max(Dong.ZERO))))
                .list();
    }

    private Map<Long, Dong> asked(SessionHead head, List<Row> rows) {
        var loans = rows.stream()
                .map(Row::loan)
                .filter(Objects::nonNull)
                .map(LoanFacts::id)
                .toList();
        var desk = repayments.read(loans);
        Map<Long, Dong> asked = new HashMap<>();
        desk.balances().forEach((id, balance) -> asked.put(id, desk.interestAskedOn(balance, head.day())));
        return asked;
    }

    private List<PostedLine> posted(SessionHead head, long groupId) {
        return db.sql(POSTED)
                .param("session", head.id())
                .param("group", groupId)
                .query((row, n) -> new PostedLine(
                        row.getObject("line_id", UUID.class),
                        row.getInt("line_no"),
                        new VoucherNumber(head.place().code(), head.day().getYear(), row.getInt("voucher")),
                        row.getLong("member_id"),
                        row.getObject("loan_id", Long.class),
                        new Dong(row.getLong("interest")),
                        new Dong(row.getLong("saving")),
                        row.getString("note"),
                        row.getBoolean("reversed")))
                .list();
    }

    /** A sheet as the books hold it. */
    record OpenSheet(
            SessionHead head,
            Group group,
            List<Row> rows,
            Map<Long, Dong> asked,
            List<PostedLine> posted,
            List<Provisionals.Open> taken) {

        /** What the group's head took of a row, and nobody has counted yet. */
        List<Provisionals.Open> taken(Row row) {
            var loan = row.loan();
            return taken.stream()
                    .filter(each -> each.memberId() == row.member().id()
                            && Objects.equals(each.loanId(), loan == null ? null : loan.id()))
                    .toList();
        }

        /** The members, and the head of the group. */
        List<Long> people() {
            return Stream.concat(
                            Stream.ofNullable(group.leader()).map(Leader::id),
                            rows.stream().map(row -> row.member().personId()))
                    .toList();
        }

        Stream<UUID> knownLines() {
            return posted.stream().map(PostedLine::lineId);
        }
    }

    /** The group whose sheet it is. */
    record Group(
            long id,
            String code,
            String name,
            String hamlet,
            @Nullable Leader leader,
            Label association) {}

    /** The head of the group. */
    record Leader(long id, String name) {}

    /** A member with one loan, or with none. */
    record Row(Member member, @Nullable LoanFacts loan) {}

    /** Who brings the money; {@code saves} when there is a deposit to pay into. */
    record Member(long id, int ordinal, long personId, String name, Dong monthlySaving, boolean saves) {}

    /** The loan: what is outstanding, and the principal that is due by the day of the session. */
    record LoanFacts(long id, String code, Label programme, Dong outstanding, Dong due) {}

    /** A line of this sheet that is in the books. */
    record PostedLine(
            UUID lineId,
            int lineNo,
            VoucherNumber voucher,
            long memberId,
            @Nullable Long loanId,
            Dong interest,
            Dong saving,
            String note,
            boolean reversed) {}
}
