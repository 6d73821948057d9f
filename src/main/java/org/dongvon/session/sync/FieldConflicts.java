package org.dongvon.session.sync;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.FieldRefusal;
import org.dongvon.session.sync.FieldEvent.Money;
import org.dongvon.session.sync.FieldEvent.Whose;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.RefusalNote;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The desk: what devices recorded and the books did not take. */
@Repository
class FieldConflicts {

    private static final String GET = conflicts("f.id = :id");

    private static final String OF_SESSION =
            conflicts("f.session_id = :session") + " order by f.posted is not null, f.id limit 500";

    private static String conflicts(String which) {
        return """
            select f.id, f.event_id, f.line_no, f.point_id, f.session_id, f.note, f.cash, f.posted, f.rest, e.seq, e.kind, e.group_id, s.held_on,
                   d.name as device, l.line_id, l.loan_id, l.member_id, l.due_id, coalesce(l.interest, 0) as interest, coalesce(l.saving, 0) as saving,
                   coalesce(l.principal, 0) as principal, coalesce(l.paid_out, 0) as paid_out, p.id as person_id, p.full_name, c.code as loan_code,
                   coalesce(c.outstanding, 0) as outstanding, coalesce(x.interest, 0) as held_interest, coalesce(x.principal, 0) as held_principal
              from session.field_conflict f
              join session.field_event e on e.id = f.event_id
              join session.field_device d on d.id = f.device_id
              join session.session s on s.id = f.session_id
              left join session.field_line l on l.event_id = f.event_id and l.line_no = f.line_no
              left join loan.v_loan_card c on c.id = l.loan_id
              left join "group".v_member m on m.id = l.member_id
              left join household.v_person p on p.id = coalesce(c.borrower_id, m.person_id)
              left join lateral (select sum(v.interest) as interest, -sum(v.principal) as principal
                                   from loan.v_line v
                                  where v.loan_id = l.loan_id and v.kind = 'REPAYMENT' and v.value_date >= s.held_on) x on true
             where %s and f.point_id <@ (select shared.scope())
            """.formatted(which);
    }

    private static final String HOLD = """
            select posted is not null from session.field_conflict where id = :id for no key update
            """;

    private static final String SETTLE = """
            update session.field_conflict
               set posted = :posted, rest = :rest, settled_by = :by, settled_at = transaction_timestamp()
             where id = :id and posted is null
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final RowMapper<Conflict> CONFLICT = (row, n) -> new Conflict(
            new Which(
                    row.getLong("id"),
                    row.getLong("session_id"),
                    row.getLong("point_id"),
                    row.getObject("event_id", UUID.class),
                    row.getInt("line_no")),
            new FromDevice(
                    row.getString("device"),
                    row.getInt("seq"),
                    FieldEvent.Kind.valueOf(row.getString("kind")),
                    row.getObject("group_id", Long.class),
                    new Money(
                            row.getLong("interest"),
                            row.getLong("saving"),
                            row.getLong("principal"),
                            row.getLong("paid_out"))),
            new Who(
                    new Whose(
                            row.getObject("member_id", Long.class),
                            row.getObject("loan_id", Long.class),
                            row.getObject("due_id", Long.class)),
                    row.getObject("person_id", Long.class),
                    row.getString("full_name"),
                    row.getString("loan_code")),
            new InBooks(
                    row.getObject("held_on", LocalDate.class),
                    new Dong(row.getLong("outstanding")),
                    new Dong(row.getLong("held_interest")),
                    new Dong(row.getLong("held_principal"))),
            new Outcome(
                    JSON.readValue(row.getString("note"), RefusalNote.class),
                    new Dong(row.getLong("cash")),
                    row.getObject("posted") == null ? null : new Dong(row.getLong("posted")),
                    row.getString("rest")));

    private final JdbcClient db;

    FieldConflicts(JdbcClient db) {
        this.db = db;
    }

    /** @throws Refused {@link FieldRefusal#FIELD_CONFLICT_UNKNOWN} */
    Conflict get(String id) {
        return number(id)
                .flatMap(known -> db.sql(GET).param("id", known).query(CONFLICT).optional())
                .orElseThrow(() -> new Refused(FieldRefusal.FIELD_CONFLICT_UNKNOWN, id));
    }

    private static java.util.Optional<Long> number(String id) {
        try {
            return java.util.Optional.of(Long.valueOf(id));
        } catch (NumberFormatException e) {
            return java.util.Optional.empty();
        }
    }

    List<Conflict> of(long session) {
        return db.sql(OF_SESSION).param("session", session).query(CONFLICT).list();
    }

    /** Holds a conflict that is open. */
    void holdOpen(long id) {
        if (db.sql(HOLD).param("id", id).query(Boolean.class).optional().orElse(true)) {
            throw new Refused(FieldRefusal.FIELD_CONFLICT_SETTLED);
        }
    }

    void settle(long id, Dong posted, String rest, long byPerson) {
        db.sql(SETTLE)
                .param("id", id)
                .param("posted", posted.amount())
                .param("rest", rest)
                .param("by", byPerson)
                .update();
    }

    /** A conflict with both versions. */
    record Conflict(Which which, FromDevice device, Who who, InBooks books, Outcome outcome) {

        public boolean isOpen() {
            return outcome.posted() == null;
        }
    }

    record Which(long id, long session, long point, UUID event, int line) {}

    /** The device's version. */
    record FromDevice(
            String name,
            int seq,
            FieldEvent.Kind kind,
            @Nullable Long group,
            Money money) {}

    record Who(
            Whose whose,
            @Nullable Long person,
            @Nullable String name,
            @Nullable String loan) {}

    /** What the books hold of the loan: outstanding, and what was paid on it from the session's day on. */
    record InBooks(LocalDate day, Dong outstanding, Dong interest, Dong principal) {}

    /** Why, how much cash, and how it was settled. */
    record Outcome(
            RefusalNote why,
            Dong cash,
            @Nullable Dong posted,
            @Nullable String rest) {}

    /** A refusal that was kept as a note, to be thrown again. */
    record Noted(RefusalNote note) implements Refusal {

        @Override
        public String name() {
            return note.code();
        }

        @Override
        public String module() {
            return note.key().substring("refusal.".length(), note.key().lastIndexOf('.'));
        }

        Refused refused() {
            return new Refused(this, note.values().toArray());
        }
    }
}
