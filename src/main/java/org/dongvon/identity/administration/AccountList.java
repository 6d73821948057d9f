package org.dongvon.identity.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads accounts with the roles they hold at the units below the reader's own; of roles elsewhere it tells nothing. */
@Repository
class AccountList {

    static final int PAGE = 50;

    private static final String ACCOUNTS = """
            with mine as materialized (
                select under.id
                  from identity.role_grant own, organisation.units_under(own.unit_id, organisation.latest_day()) as under(id)
                 where own.account_id = :reader and own.role = :role and own.ended_at is null
                   and daterange(own.valid_from, own.valid_through, '[]') @> organisation.latest_day())
            select a.id, a.login, a.full_name, a.active
              from identity.account a
             where a.login > :after
               and (cast(:login as text) is null or a.login = :login)
               and (:typed = '' or a.login like :typed || '%'
                    or lower(unaccent(a.full_name)) like '%' || lower(unaccent(:typed)) || '%')
               and exists (select from identity.role_grant g where g.account_id = a.id and g.unit_id in (select id from mine))
             order by a.login
             limit :most
            """;

    private static final String GRANTS = """
            with mine as materialized (
                select under.id
                  from identity.role_grant own, organisation.units_under(own.unit_id, organisation.latest_day()) as under(id)
                 where own.account_id = :reader and own.role = :role and own.ended_at is null
                   and daterange(own.valid_from, own.valid_through, '[]') @> organisation.latest_day())
            select g.id, g.account_id, g.role, u.name as unit, o.name_vi, o.name_en, g.group_id is not null as one_group,
                   g.subject_id is not null as one_person, g.valid_from, g.valid_through,
                   case when g.ended_at is not null or g.valid_through < organisation.latest_day() then 'ENDED'
                        when g.valid_from > organisation.latest_day() then 'TO_COME'
                        else 'HELD' end as state
              from identity.role_grant g
              join organisation.unit u on u.id = g.unit_id
              left join organisation.association o on o.code = g.association
             where g.account_id = any (:accounts) and g.unit_id in (select id from mine)
             order by g.ended_at is not null, g.valid_from, g.id
            """;

    private static final String UNITS = """
            select distinct u.code, u.name, u.kind
              from identity.role_grant own, organisation.units_under(own.unit_id, organisation.latest_day()) as under(id)
              join organisation.unit u on u.id = under.id and u.kind <> 'HAMLET'
             where own.account_id = :reader and own.role = :role and own.ended_at is null
               and daterange(own.valid_from, own.valid_through, '[]') @> organisation.latest_day()
             order by u.kind, u.code
             limit 1000
            """;

    private static final String ASSOCIATIONS = """
            select code, name_vi, name_en from organisation.association where code <> 'NONE' order by bank_code
            """;

    private static final String WAITING = """
            select r.id, r.kind, r.maker_name, r.made_at::date as on_day
              from shared.change_request r
             where r.state = 'WAITING' and r.kind like 'identity.%' and r.subject = any (:subjects)
             order by r.id
            """;

    private static final String NEVER_CAME = """
            select a.password_one_time
                   and not exists (select from identity.event e where e.account_id = a.id and e.kind = 'LOGGED_IN') as never
              from identity.account a
             where a.id = :account
            """;

    private static final String NUMBERS = """
            with mine as materialized (
                select under.id
                  from identity.role_grant own, organisation.units_under(own.unit_id, organisation.latest_day()) as under(id)
                 where own.account_id = :reader and own.role = :role and own.ended_at is null
                   and daterange(own.valid_from, own.valid_through, '[]') @> organisation.latest_day())
            select count(distinct g.account_id) as accounts, count(*) as grants,
                   count(*) filter (where g.valid_through < organisation.latest_day() + 30) as ending
              from identity.role_grant g
              join identity.account a on a.id = g.account_id and a.active
             where g.ended_at is null and daterange(g.valid_from, g.valid_through, '[]') @> organisation.latest_day()
               and g.unit_id in (select id from mine)
            """;

    private final JdbcClient db;

    AccountList(JdbcClient db) {
        this.db = db;
    }

    /** A page of accounts by login, after one; one more than a page when there are more. */
    List<Row> page(Actor reader, String typed, String after) {
        return withGrants(reader, accounts(reader, null, typed, after));
    }

    /** One account, if it holds or held a role at the reader's units. */
    Optional<Row> find(Actor reader, String login) {
        return withGrants(reader, accounts(reader, login, "", "")).stream().findFirst();
    }

    private List<Row> accounts(Actor reader, @Nullable String login, String typed, String after) {
        return db.sql(ACCOUNTS)
                .param("reader", reader.id())
                .param("role", reader.role().name())
                .param("login", login)
                .param("typed", typed)
                .param("after", after)
                .param("most", PAGE + 1)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getString("login"),
                        row.getString("full_name"),
                        row.getBoolean("active"),
                        List.of()))
                .list();
    }

    private List<Row> withGrants(Actor reader, List<Row> rows) {
        Map<Long, List<HeldRole>> byAccount = db
                .sql(GRANTS)
                .param("reader", reader.id())
                .param("role", reader.role().name())
                .param("accounts", rows.stream().map(Row::id).toArray(Long[]::new))
                .query((row, n) -> heldRole(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(HeldRole::accountId));
        return rows.stream()
                .map(row -> new Row(
                        row.id(), row.login(), row.name(), row.open(), byAccount.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static HeldRole heldRole(ResultSet row) throws SQLException {
        var vietnamese = row.getString("name_vi");
        return new HeldRole(
                row.getLong("id"),
                row.getLong("account_id"),
                Role.valueOf(row.getString("role")),
                row.getString("unit"),
                new Within(
                        vietnamese == null ? null : new Label(vietnamese, row.getString("name_en")),
                        row.getBoolean("one_group"),
                        row.getBoolean("one_person")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_through", LocalDate.class),
                row.getString("state"));
    }

    /** The units that the reader may give roles at. */
    List<UnitChoice> units(Actor reader) {
        return db.sql(UNITS)
                .param("reader", reader.id())
                .param("role", reader.role().name())
                .query((row, n) -> new UnitChoice(row.getString("code"), row.getString("name"), row.getString("kind")))
                .list();
    }

    /** The associations by code. */
    List<AssociationChoice> associations() {
        return db.sql(ASSOCIATIONS)
                .query((row, n) -> new AssociationChoice(
                        row.getString("code"), new Label(row.getString("name_vi"), row.getString("name_en"))))
                .list();
    }

    /** What is asked for about an account and waits for a second person. */
    List<Waiting> waiting(Row account) {
        var subjects = account.roles().stream()
                .map(role -> Long.toString(role.id()))
                .collect(Collectors.toCollection(java.util.ArrayList::new));
        subjects.add(account.login());
        return db.sql(WAITING)
                .param("subjects", subjects.toArray(String[]::new))
                .query((row, n) -> new Waiting(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("maker_name"),
                        row.getObject("on_day", LocalDate.class)))
                .list();
    }

    /** Whether the account waits for its person's first log-in. */
    boolean neverCame(Row account) {
        return db.sql(NEVER_CAME)
                .param("account", account.id())
                .query(Boolean.class)
                .single();
    }

    /** How many there are. */
    Numbers numbers(Actor reader) {
        return db.sql(NUMBERS)
                .param("reader", reader.id())
                .param("role", reader.role().name())
                .query((row, n) -> new Numbers(row.getLong("accounts"), row.getLong("grants"), row.getLong("ending")))
                .single();
    }

    /** An account with the roles that the reader may know of. */
    record Row(long id, String login, String name, boolean open, List<HeldRole> roles) {

        /** Those in force. */
        public List<HeldRole> held() {
            return roles.stream().filter(role -> role.state().equals("HELD")).toList();
        }
    }

    /** A role; {@code state} is HELD, TO_COME or ENDED. */
    record HeldRole(
            long id,
            long accountId,
            Role role,
            String unit,
            Within within,
            LocalDate from,
            @Nullable LocalDate through,
            String state) {}

    /** What a role is narrowed to. */
    record Within(@Nullable Label association, boolean oneGroup, boolean onePerson) {}

    record UnitChoice(String code, String name, String kind) {}

    record AssociationChoice(String code, Label name) {}

    record Waiting(long id, String kind, String maker, LocalDate on) {}

    record Numbers(long accounts, long grants, long ending) {}
}
