package org.dongvon.session.field;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.dongvon.engine.interest.Part;
import org.dongvon.loan.LoanDesk;
import org.dongvon.loan.Repayments;
import org.dongvon.session.FieldPayments;
import org.dongvon.session.SessionHeads;
import org.dongvon.session.SessionHeads.SessionHead;
import org.dongvon.session.SessionRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The day package of a session: the groups, members and loans of its point with what is needed to say what they owe on the session's day,
 * and nothing else. Identifiers are differences to the one before, so that thousands of loans stay small.
 */
@Repository
public class FieldPackages {

    private static final String GROUPS = """
            select g.id, g.code, g.name, g.head, g.head_id,
                   exists (select from "group".v_contract c
                            where c.group_id = g.id and c.covers = 'INTEREST_AND_SAVINGS' and c.valid_from <= :day
                              and (c.valid_to is null or c.valid_to > :day)) as saves
              from "group".v_group_card g
             where g.point_id = :point and g.closed_on is null
             order by g.id
            """;

    private static final String MEMBERS = """
            select m.id, m.group_id, m.ordinal, m.person_id, p.full_name, m.monthly_saving, coalesce(a.balance, -1) as saved
              from "group".v_member m
              join household.v_person p on p.id = m.person_id
              left join savings.v_account a on a.member_id = m.id and a.closed_on is null
             where m.point_id = :point and m.left_on is null
             order by m.id
            """;

    private static final String LOANS = """
            with due as materialized (
                select i.loan_id, sum(i.amount) as amount from loan.v_instalment i where i.point_id = :point and i.due_on <= :day
                 group by i.loan_id)
            select l.id, l.code, l.group_id, l.member_id, l.borrower_id, p.full_name, l.programme_vi, l.programme_en,
                   greatest(coalesce(d.amount, 0) - (l.amount - l.outstanding), 0)::bigint as due
              from loan.v_loan_card l
              join household.v_person p on p.id = l.borrower_id
              left join due d on d.loan_id = l.id
             where l.point_id = :point and l.stage = 'ACTIVE'
             order by l.id
            """;

    private static final String TO_PAY_OUT = """
            select w.id, w.code, w.person_id, w.full_name, w.group_name, w.programme_vi, w.programme_en, w.amount
              from loan.v_to_pay_out w
             where w.point_id = :point and not w.restricted and w.pay_on <= :day
             order by w.id
            """;

    private static final String TAKEN = """
            select t.line_id, t.member_id, t.loan_id, t.interest, t.saving
              from session.v_provisional t
             where t.point_id = :point and t.session_on <= :day
             order by t.taken_on, t.line_id
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final SessionHeads heads;
    private final Repayments repayments;
    private final List<FieldPayments> payments;
    private final Transactions transactions;

    FieldPackages(
            JdbcClient db,
            SessionHeads heads,
            Repayments repayments,
            List<FieldPayments> payments,
            Transactions transactions) {
        this.db = db;
        this.heads = heads;
        this.repayments = repayments;
        this.payments = payments;
        this.transactions = transactions;
    }

    /**
     * The package of a session, for its teller alone.
     *
     * @throws Refused {@link SessionRefusal#UNKNOWN_SESSION}, {@link SessionRefusal#NOT_THE_SESSIONS_TELLER}
     */
    public Sent read(Actor actor, long session) {
        return transactions.read(actor, () -> {
            var head = heads.get(session);
            if (head.session().team().tellerId() != actor.id()) {
                throw new Refused(SessionRefusal.NOT_THE_SESSIONS_TELLER);
            }
            var writer = new Writer(head);
            groups(writer);
            members(writer);
            loans(writer);
            payOuts(writer);
            taken(writer);
            for (var payment : payments) {
                payment.describe(head, writer.root).forEach(writer::person);
            }
            return writer.done();
        });
    }

    private JdbcClient.StatementSpec at(String sql, Writer writer) {
        return db.sql(sql).param("point", writer.head.session().pointId());
    }

    private void groups(Writer writer) {
        at(GROUPS, writer).param("day", writer.head.day()).query(row -> {
            var node = writer.row("groups", row.getLong("id"));
            node.add(row.getString("code")).add(row.getString("name")).add(row.getString("head"));
            node.add(row.getBoolean("saves") ? 1 : 0);
            writer.person(row.getObject("head_id", Long.class));
        });
    }

    private void members(Writer writer) {
        at(MEMBERS, writer).query(row -> {
            var node = writer.row("members", row.getLong("id"));
            node.add(writer.place("groups", row.getLong("group_id")));
            node.add(row.getInt("ordinal")).add(row.getString("full_name"));
            node.add(row.getLong("monthly_saving")).add(row.getLong("saved"));
            writer.person(row.getLong("person_id"));
        });
    }

    private void loans(Writer writer) {
        Map<Long, ArrayNode> rows = new LinkedHashMap<>();
        at(LOANS, writer).param("day", writer.head.day()).query(row -> {
            long id = row.getLong("id");
            var node = writer.row("loans", id);
            var member = row.getObject("member_id", Long.class);
            var group = row.getObject("group_id", Long.class);
            node.add(row.getString("code"));
            node.add(member == null ? -1 : writer.place("members", member));
            node.add(group == null ? -1 : writer.place("groups", group));
            node.add(member == null ? row.getString("full_name") : "");
            node.add(writer.programme(row.getString("programme_vi"), row.getString("programme_en")));
            node.add(row.getLong("due"));
            rows.put(id, node);
            writer.person(row.getLong("borrower_id"));
        });
        var desk = repayments.read(rows.keySet());
        rows.forEach((id, node) -> writer.debt(desk, id, node));
    }

    private void payOuts(Writer writer) {
        at(TO_PAY_OUT, writer).param("day", writer.head.day()).query(row -> {
            var node = writer.row("payouts", row.getLong("id"));
            node.add(row.getString("code")).add(row.getString("full_name")).add(row.getString("group_name"));
            node.add(writer.programme(row.getString("programme_vi"), row.getString("programme_en")));
            node.add(row.getLong("amount"));
            writer.person(row.getLong("person_id"));
        });
    }

    /** What group heads took and nobody has counted; of a loan that is paid off since, nothing can be counted. */
    private void taken(Writer writer) {
        at(TAKEN, writer).param("day", writer.head.day()).query(row -> {
            int member = writer.place("members", row.getLong("member_id"));
            var loan = row.getObject("loan_id", Long.class);
            int place = loan == null ? -1 : writer.place("loans", loan);
            if (member >= 0 && (loan == null || place >= 0)) {
                writer.rows("taken")
                        .addArray()
                        .add(row.getString("line_id"))
                        .add(member)
                        .add(place)
                        .add(row.getLong("interest"))
                        .add(row.getLong("saving"));
            }
        });
    }

    /** A package as it is sent. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Sent(byte[] json, String digest, List<Long> people) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }
    }

    /** Writes the rows of a package. */
    private static final class Writer {

        private final SessionHead head;
        private final ObjectNode root = JSON.createObjectNode();
        private final Map<String, Map<Long, Integer>> places = new HashMap<>();
        private final Map<String, Long> last = new HashMap<>();
        private final Map<String, Integer> programmes = new LinkedHashMap<>();
        private final Map<String, Integer> series = new LinkedHashMap<>();
        private final TreeSet<Long> people = new TreeSet<>();

        Writer(SessionHead head) {
            this.head = head;
            root.put("v", 1);
            root.put("session", Long.toString(head.id()));
            root.put("day", head.day().toString());
            root.put("code", head.place().code());
            root.put("point", head.place().point());
            root.put("office", head.place().office());
            root.put("teller", head.team().teller());
            for (var part : List.of("programmes", "series", "groups", "members", "loans", "payouts", "taken")) {
                root.putArray(part);
            }
        }

        /** A row that begins with the difference to the identifier before; the first one is whole, as text. */
        ArrayNode row(String table, long id) {
            var rows = rows(table);
            var before = last.put(table, id);
            places.computeIfAbsent(table, each -> new HashMap<>()).put(id, rows.size());
            var row = rows.addArray();
            if (before == null) {
                row.add(Long.toString(id));
            } else {
                row.add(id - before);
            }
            return row;
        }

        ArrayNode rows(String table) {
            return (ArrayNode) root.get(table);
        }

        int place(String table, long id) {
            return Objects.requireNonNullElse(
                    places.getOrDefault(table, Map.of()).get(id), -1);
        }

        int programme(String vi, String en) {
            var place = programmes.get(vi);
            if (place == null) {
                place = programmes.size();
                programmes.put(vi, place);
                ((ArrayNode) root.get("programmes")).addArray().add(vi).add(en);
            }
            return place;
        }

        void person(@Nullable Long id) {
            if (id != null) {
                people.add(id);
            }
        }

        /** Whether interest is asked for, then each part: the line of interest, its kind, B and K. */
        void debt(LoanDesk desk, long id, ArrayNode row) {
            var balance = Objects.requireNonNull(desk.balances().get(id));
            row.add(balance.header().asksInterestOn(head.day()) ? 1 : 0);
            for (var part : balance.parts()) {
                if (part.part() == Part.WRITTEN_OFF
                        || (part.line().principal() == 0
                                && part.line().constant().signum() == 0)) {
                    continue;
                }
                row.add(line(part.seriesId() + " " + part.part(), part.part(), desk.indexOn(part, head.day())));
                row.add(part.line().principal());
                row.add(part.line().constant().toString());
            }
        }

        private int line(String key, Part part, long index) {
            var place = series.get(key);
            if (place == null) {
                place = series.size();
                series.put(key, place);
                ((ArrayNode) root.get("series")).addArray().add(part.name()).add(Long.toString(index));
            }
            return place;
        }

        Sent done() {
            var json = JSON.writeValueAsBytes(root);
            return new Sent(json, HexFormat.of().formatHex(FieldHashes.sha256(json)), List.copyOf(people));
        }
    }
}
