package org.dongvon.shared.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the change requests and their history. Everything runs in the caller's transaction and its scope. */
@Repository
public class ChangeBook {

    /** The requests of the reader's scope: those of its points, and of a narrowed reader the own ones and those about accounts. */
    static final String IN_READERS_SCOPE = """
            r.point_id <@ (select shared.scope())
            and (not (select shared.narrowed()) or r.maker_account = (select shared.actor_account())
                 or r.kind like 'identity.%%' and (select shared.scope_group()) = 0)
            """.formatted();

    private static final String INSERT = """
            with counted as (
                insert into shared.change_counter (point_id, year, last)
                values (:point, extract(year from cast(:day as date)), 1)
                    on conflict (point_id, year) do update set last = change_counter.last + 1
                returning last)
            insert into shared.change_request (number, kind, subject, point_id, business_date, old_facts, new_facts, amount,
                                               reason, document, former_id, submission, maker_account, maker_person,
                                               maker_role, maker_name)
            select concat(cast(:place as text), '-DN', to_char(cast(:day as date), 'YY'), '-',
                          lpad(last::text, greatest(4, length(last::text)), '0')),
                   :kind, :subject, :point, :day, cast(:old as jsonb), cast(:new as jsonb), :amount, :reason, :document,
                   cast(:former as bigint), :submission, :account, :person, :role, :name
              from counted
            returning id
            """;

    private static final String FIND = """
            select r.id, r.number, r.kind, r.subject, r.point_id, r.business_date, r.old_facts, r.new_facts, r.amount, r.reason,
                   r.document, r.former_id, r.maker_account, r.maker_person, r.maker_role, r.maker_name, r.made_at, r.state,
                   r.checker_account, r.checker_person, r.checker_role, r.checker_name, r.decided_at, r.note, r.found_facts
              from shared.change_request r
             where r.id = any (:ids) and %s
            """.formatted(IN_READERS_SCOPE);

    // Held until the decision is written: of two checkers the second one sees what the first decided.
    private static final String LOCK = """
            select r.id from shared.change_request r where r.id = :id and %s for no key update
            """.formatted(IN_READERS_SCOPE);

    // One change of a thing at a time, also where its rows cannot be locked because they do not exist yet.
    private static final String LOCK_SUBJECT = """
            select pg_advisory_xact_lock(hashtextextended(:kind || ' ' || :subject, 0)) is null as locked
            """;

    private static final String DECIDE = """
            update shared.change_request
               set state = :state, checker_account = :account, checker_person = :person, checker_role = :role,
                   checker_name = :name, decided_at = transaction_timestamp(), note = :note,
                   found_facts = cast(:found as jsonb)
             where id = :id
            """;

    private static final String EVENTS = """
            select e.state, e.at, e.role, e.note,
                   case when e.account = r.maker_account then r.maker_name else coalesce(r.checker_name, r.maker_name) end as name
              from shared.change_event e
              join shared.change_request r on r.id = e.request_id
             where e.request_id = :id and %s
             order by e.at, e.state desc
            """.formatted(IN_READERS_SCOPE);

    private static final String LATER = """
            select r.id, r.number from shared.change_request r where r.former_id = :id and %s order by r.id
            """.formatted(IN_READERS_SCOPE);

    private static final String IN_SCOPE = """
            select cast(:point as bigint) <@ (select shared.scope()) as in_scope
            """;

    private final JdbcClient db;
    private final PointsAndDays days;

    ChangeBook(JdbcClient db, PointsAndDays days) {
        this.db = db;
        this.days = days;
    }

    /**
     * A request in the transaction's scope.
     *
     * @throws Refused {@link ChangeRefusal#UNKNOWN_CHANGE} also for one that lies outside
     */
    public ChangeRequest get(long id) {
        return all(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(ChangeRefusal.UNKNOWN_CHANGE, Long.toString(id)));
    }

    /** Those of the requests that lie in scope, in the order of the list. */
    List<ChangeRequest> all(List<Long> ids) {
        return db.sql(FIND).param("ids", ids.toArray(Long[]::new)).query((row, n) -> request(row)).list().stream()
                .sorted(Comparator.comparingInt(each -> ids.indexOf(each.id())))
                .toList();
    }

    /** The request, held until the transaction ends. */
    ChangeRequest lock(long id) {
        db.sql(LOCK).param("id", id).query(Long.class).optional();
        return get(id);
    }

    /** Holds the thing itself against every other change of its kind, until the transaction ends. */
    void lockSubject(ChangeRequest.What what) {
        db.sql(LOCK_SUBJECT)
                .param("kind", what.kind())
                .param("subject", what.subject())
                .query(Boolean.class)
                .single();
    }

    boolean isInScope(long pointId) {
        return db.sql(IN_SCOPE).param("point", pointId).query(Boolean.class).single();
    }

    long add(Actor maker, UUID submission, New asked) {
        return db.sql(INSERT)
                .param("place", days.code(asked.place().pointId()))
                .param("kind", asked.what().kind())
                .param("subject", asked.what().subject())
                .param("point", asked.place().pointId())
                .param("day", asked.place().day())
                .param("old", asked.values().old().toJson())
                .param("new", asked.values().wanted().toJson())
                .param(
                        "amount",
                        asked.values().amount() == null
                                ? null
                                : Objects.requireNonNull(asked.values().amount())
                                        .amount())
                .param("reason", asked.basis().reason())
                .param("document", asked.basis().document())
                .param("former", asked.basis().former())
                .param("submission", submission)
                .param("account", maker.id())
                .param("person", maker.personId())
                .param("role", maker.role().name())
                .param("name", maker.name())
                .query(Long.class)
                .single();
    }

    /** Writes a decision; a withdrawal has no checker. */
    void decide(long id, ChangeState state, @Nullable Actor checker, @Nullable String note, @Nullable Facts found) {
        db.sql(DECIDE)
                .param("id", id)
                .param("state", state.name())
                .param("account", checker == null ? null : checker.id())
                .param("person", checker == null ? null : checker.personId())
                .param("role", checker == null ? null : checker.role().name())
                .param("name", checker == null ? null : checker.name())
                .param("note", note)
                .param("found", found == null ? null : found.toJson())
                .update();
    }

    /** The steps of a request, the first one first. */
    List<Step> steps(long id) {
        return db.sql(EVENTS)
                .param("id", id)
                .query((row, n) -> new Step(
                        ChangeState.valueOf(row.getString("state")),
                        Role.valueOf(row.getString("role")),
                        row.getString("name"),
                        at(row, "at").orElseThrow(),
                        row.getString("note")))
                .list();
    }

    /** The requests that correct this one. */
    List<Numbered> corrections(long id) {
        return db.sql(LATER)
                .param("id", id)
                .query((row, n) -> new Numbered(row.getLong("id"), row.getString("number")))
                .list();
    }

    private static ChangeRequest request(ResultSet row) throws SQLException {
        var found = row.getString("found_facts");
        var amount = row.getObject("amount", Long.class);
        return new ChangeRequest(
                row.getLong("id"),
                row.getString("number"),
                new ChangeRequest.What(row.getString("kind"), row.getString("subject")),
                new Approved.Place(row.getLong("point_id"), row.getObject("business_date", LocalDate.class)),
                new ChangeRequest.Values(
                        Facts.ofJson(row.getString("old_facts")),
                        Facts.ofJson(row.getString("new_facts")),
                        amount == null ? null : new Dong(amount),
                        found == null ? null : Facts.ofJson(found)),
                new Approved.Basis(
                        row.getString("reason"), row.getString("document"), row.getObject("former_id", Long.class)),
                new ChangeRequest.Signature(
                        row.getLong("maker_account"),
                        row.getLong("maker_person"),
                        Role.valueOf(row.getString("maker_role")),
                        row.getString("maker_name"),
                        at(row, "made_at").orElseThrow()),
                outcome(row));
    }

    private static ChangeRequest.Outcome outcome(ResultSet row) throws SQLException {
        var at = at(row, "decided_at").orElse(null);
        var name = row.getString("checker_name");
        var checker = name == null || at == null
                ? null
                : new ChangeRequest.Signature(
                        row.getLong("checker_account"),
                        row.getLong("checker_person"),
                        Role.valueOf(row.getString("checker_role")),
                        name,
                        at);
        return new ChangeRequest.Outcome(
                ChangeState.valueOf(row.getString("state")), checker, at, row.getString("note"));
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** What is asked for, before it has a number. */
    record New(ChangeRequest.What what, Approved.Place place, ChangeRequest.Values values, Approved.Basis basis) {}

    /** A request by what people call it. */
    record Numbered(long id, String number) {}

    /** A step in the life of a request. */
    record Step(
            ChangeState state,
            Role role,
            String name,
            Instant at,
            @Nullable String note) {}
}
