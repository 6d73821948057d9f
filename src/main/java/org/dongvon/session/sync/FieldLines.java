package org.dongvon.session.sync;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.dongvon.session.TransactionSession;
import org.dongvon.session.sync.FieldEvent.Line;
import org.dongvon.session.sync.FieldEvent.Totals;
import org.dongvon.shared.RefusalNote;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what became of each line of an applied event: in the books, or on the desk. */
@Repository
class FieldLines {

    private static final String ADD = """
            insert into session.field_line (event_id, line_no, line_id, point_id, loan_id, member_id, due_id, interest, saving, principal,
                                            paid_out, outcome, journal_id)
            select :event, l.line_no, l.line_id, :point, l.loan_id, l.member_id, l.due_id, l.interest, l.saving, l.principal, l.paid_out,
                   case when l.journal_id is null then 'CONFLICT' else 'POSTED' end, l.journal_id
              from unnest(cast(:numbers as smallint[]), cast(:lines as uuid[]), cast(:loans as bigint[]), cast(:members as bigint[]),
                          cast(:dues as bigint[]), cast(:interests as bigint[]), cast(:savings as bigint[]), cast(:principals as bigint[]),
                          cast(:paid as bigint[]), cast(:journals as bigint[]))
                   as l (line_no, line_id, loan_id, member_id, due_id, interest, saving, principal, paid_out, journal_id)
            """;

    private static final String DESK = """
            insert into session.field_conflict (event_id, line_no, point_id, session_id, device_id, code, note, cash)
            select :event, c.line_no, :point, :session, :device, c.code, cast(c.note as jsonb), c.cash
              from unnest(cast(:numbers as smallint[]), cast(:codes as text[]), cast(:notes as text[]), cast(:cash as bigint[]))
                   as c (line_no, code, note, cash)
            """;

    // What this session posted for the loans and members, but for what this device brought itself.
    private static final String SERVED = """
            with others as materialized (
                select p.journal_id, p.kind = 'WITHDRAWAL' as drew from session.posting p
                 where p.session_id = :session and p.kind in ('SHEET', 'COUNTER', 'WITHDRAWAL')
                   and not exists (select from session.field_line f
                                     join session.field_event e on e.id = f.event_id
                                    where f.journal_id = p.journal_id and e.device_id = :device))
            select m.loan_id as loan_id, null::bigint as member_id, false as drew
              from others o join loan.v_line m on m.journal_id = o.journal_id
             where m.kind = 'REPAYMENT' and m.loan_id = any (cast(:loans as bigint[]))
               and not exists (select from loan.v_line r where r.reverses = m.line_id)
             union
            select null, s.member_id, o.drew
              from others o join savings.v_movement s on s.journal_id = o.journal_id
             where s.member_id = any (cast(:members as bigint[])) and s.reverses is null
               and not exists (select from savings.v_movement r where r.reverses = s.line_id)
            """;

    private static final String TOTALS = """
            select count(*) as lines, coalesce(sum(f.interest), 0)::bigint as interest, coalesce(sum(f.saving), 0)::bigint as saving,
                   coalesce(sum(f.principal), 0)::bigint as principal, coalesce(sum(f.paid_out), 0)::bigint as paid_out
              from session.field_line f
              join session.field_event e on e.id = f.event_id
             where e.session_id = :session and e.device_id = :device
            """;

    private static final String POSTED = """
            select line_id from session.field_line where line_id = any (cast(:lines as uuid[])) and outcome = 'POSTED'
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    FieldLines(JdbcClient db) {
        this.db = db;
    }

    void add(TransactionSession session, FieldEvent event, List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        db.sql(ADD)
                .param("event", event.head().id())
                .param("point", session.pointId())
                .param("numbers", of(outcomes, each -> (short) each.line().number(), Short[]::new))
                .param("lines", of(outcomes, each -> each.line().id().toString(), String[]::new))
                .param("loans", of(outcomes, each -> each.line().whose().loan(), Long[]::new))
                .param("members", of(outcomes, each -> each.line().whose().member(), Long[]::new))
                .param("dues", of(outcomes, each -> each.line().whose().due(), Long[]::new))
                .param("interests", of(outcomes, each -> each.line().money().interest(), Long[]::new))
                .param("savings", of(outcomes, each -> each.line().money().saving(), Long[]::new))
                .param("principals", of(outcomes, each -> each.line().money().principal(), Long[]::new))
                .param("paid", of(outcomes, each -> each.line().money().paidOut(), Long[]::new))
                .param("journals", of(outcomes, Outcome::journal, Long[]::new))
                .update();
        var desk = outcomes.stream()
                .filter(each -> each.refusal() != null)
                .map(each -> new Desk(
                        each.line().number(),
                        Objects.requireNonNull(each.refusal()),
                        each.line().cash()))
                .toList();
        desk(session, event, desk);
    }

    void desk(TransactionSession session, FieldEvent event, List<Desk> desk) {
        if (desk.isEmpty()) {
            return;
        }
        db.sql(DESK)
                .param("event", event.head().id())
                .param("point", session.pointId())
                .param("session", session.id())
                .param("device", event.head().device())
                .param("numbers", of(desk, each -> (short) each.number(), Short[]::new))
                .param("codes", of(desk, each -> each.refusal().code(), String[]::new))
                .param("notes", of(desk, each -> JSON.writeValueAsString(each.refusal()), String[]::new))
                .param("cash", of(desk, Desk::cash, Long[]::new))
                .update();
    }

    /** The loans and members of an event that were served in this session elsewhere: who saved, and who drew savings. */
    Served servedElsewhere(FieldEvent event) {
        Set<Long> loans = new HashSet<>();
        Set<Long> members = new HashSet<>();
        Set<Long> drew = new HashSet<>();
        db.sql(SERVED)
                .param("session", event.head().session())
                .param("device", event.head().device())
                .param("loans", numbers(event, line -> line.whose().loan()))
                .param(
                        "members",
                        numbers(
                                event,
                                line -> line.money().saving() > 0 || isDrawn(line)
                                        ? line.whose().member()
                                        : null))
                .query(row -> {
                    var loan = row.getObject("loan_id", Long.class);
                    if (loan == null) {
                        (row.getBoolean("drew") ? drew : members).add(row.getLong("member_id"));
                    } else {
                        loans.add(loan);
                    }
                });
        return new Served(loans, members, drew);
    }

    /** A withdrawal is paid out and names a member, but no loan. */
    private static boolean isDrawn(Line line) {
        return line.money().paidOut() > 0
                && line.whose().member() != null
                && line.whose().loan() == null;
    }

    private static Long[] numbers(FieldEvent event, Function<Line, @Nullable Long> part) {
        return event.content().lines().stream()
                .map(part)
                .filter(Objects::nonNull)
                .toArray(Long[]::new);
    }

    /** Lines that another event has brought into the books already. */
    Set<UUID> posted(FieldEvent event) {
        var lines = event.content().lines().stream()
                .map(line -> line.id().toString())
                .toArray(String[]::new);
        return new HashSet<>(
                db.sql(POSTED).param("lines", lines).query(UUID.class).list());
    }

    /** The sum of all lines of a device in a session, on the desk or not. */
    Totals totals(FieldEvent event) {
        return db.sql(TOTALS)
                .param("session", event.head().session())
                .param("device", event.head().device())
                .query((row, n) -> new Totals(
                        row.getInt("lines"),
                        row.getLong("interest"),
                        row.getLong("saving"),
                        row.getLong("principal"),
                        row.getLong("paid_out")))
                .single();
    }

    private static <S, T> T[] of(Collection<S> all, Function<S, @Nullable T> part, IntFunction<T[]> array) {
        return all.stream().map(part).toArray(array);
    }

    /** What became of a line: its journal, or why it lies on the desk. */
    record Outcome(
            Line line, @Nullable Long journal, @Nullable RefusalNote refusal) {}

    /** Something for the desk; number 0 is the event as a whole. */
    record Desk(int number, RefusalNote refusal, long cash) {}

    /** Loans, members who saved and members who drew. */
    record Served(Set<Long> loans, Set<Long> members, Set<Long> drew) {

        boolean holds(Line line) {
            var loan = line.whose().loan();
            var member = line.whose().member();
            return (loan != null && loans.contains(loan))
                    || (line.money().saving() > 0 && member != null && members.contains(member))
                    || (isDrawn(line) && member != null && drew.contains(member));
        }
    }
}
