package org.dongvon.ledger.seal;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a superuser may do to history: any column of any row that is sealed, rows taken away or put in, and more. */
final class Tampering {

    private static final String NAME =
            "concat(u.code, '-', to_char(j.business_date, 'YY'), '-', lpad(j.voucher::text, 6, '0'))";

    private static final String JOURNAL = " join ledger.journal j on %s join organisation.unit u on u.id = j.point_id ";

    /** Columns that say nothing of what was posted. */
    private static final List<String> UNSEALED = List.of("ledger.seal.recorded_at", "ledger.seal_key.recorded_at");

    /** The sealed tables, each with a query of its rows and the voucher, record or office that a change of them names. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("ledger.journal", rows("ledger.journal", "j.id = t.id")),
            Map.entry("ledger.entry", rows("ledger.entry", "j.id = t.journal_id")),
            Map.entry("shared.submission", rows("shared.submission", "j.submission = t.key")),
            Map.entry("loan.movement", rows("loan.movement", "j.id = t.journal_id")),
            Map.entry("loan.succession", rows("loan.succession", "j.id = t.journal_id")),
            Map.entry("loan.source_move", rows("loan.source_move", "j.id = t.journal_id")),
            Map.entry("savings.movement", rows("savings.movement", "j.id = t.journal_id")),
            Map.entry("savings.interest", rows("savings.interest", "j.id = t.journal_id")),
            Map.entry("savings.term_movement", rows("savings.term_movement", "j.id = t.journal_id")),
            Map.entry("savings.term_period", rows("savings.term_period", "j.id = t.journal_id")),
            Map.entry("savings.unclaimed", rows("savings.unclaimed", "j.id = t.journal_id")),
            Map.entry("savings.unclaimed_payment", rows("savings.unclaimed_payment", "j.id = t.journal_id")),
            Map.entry("capital.movement", rows("capital.movement", "j.id = t.journal_id")),
            Map.entry("capital.contract_movement", rows("capital.contract_movement", "j.id = t.journal_id")),
            Map.entry("capital.gift_movement", rows("capital.gift_movement", "j.id = t.journal_id")),
            Map.entry("capital.state_claim_step", rows("capital.state_claim_step", "j.id = t.journal_id")),
            Map.entry("session.posting", rows("session.posting", "j.id = t.journal_id")),
            Map.entry("session.reversal", rows("session.reversal", "j.id = t.journal_id")),
            Map.entry("session.line_remark", rows("session.line_remark", "j.id = t.journal_id")),
            Map.entry("session.vault_movement", rows("session.vault_movement", "j.id = t.journal_id")),
            Map.entry("session.hand_over", rows("session.hand_over", "j.id = t.journal_id")),
            Map.entry("session.hand_over_end", rows("session.hand_over_end", "j.id = t.journal_id")),
            Map.entry(
                    "session.vault_count",
                    "select t.ctid::text as place, concat('vault-', u.code, '-', t.day, '-', t.number) as name"
                            + " from session.vault_count t join organisation.unit u on u.id = t.office_id order by 2, 1"),
            Map.entry("fee.payment", rows("fee.payment", "j.id = t.journal_id")),
            Map.entry("fee.board_payment", rows("fee.board_payment", "j.id = t.journal_id")),
            Map.entry("fee.distribution_part", rows("fee.distribution_part", "j.id = t.journal_id")),
            Map.entry("session.field_line", rows("session.field_line", "j.id = t.journal_id")),
            Map.entry("session.provisional_final", rows("session.provisional_final", "j.id = t.journal_id")),
            Map.entry("ledger.manual_voucher", rows("ledger.manual_voucher", "j.id = t.journal_id")),
            Map.entry("ledger.manual_line", rows("ledger.manual_line", "j.id = t.journal_id")),
            Map.entry("ledger.carry_over", rows("ledger.carry_over", "j.id = t.journal_id")),
            Map.entry("session.session", session("session.session", "s.id = t.id")),
            Map.entry("session.cash_count", session("session.cash_count", "s.id = t.session_id")),
            Map.entry("session.provisional_left", session("session.provisional_left", "s.id = t.session_id")),
            Map.entry("session.cash_difference", session("session.cash_difference", "s.id = t.session_id")),
            Map.entry(
                    "ledger.seal",
                    "select t.ctid::text as place, u.code as name from ledger.seal t"
                            + " join organisation.unit u on u.id = t.office_id order by t.to_day"),
            Map.entry(
                    "ledger.sealed_voucher",
                    "select t.ctid::text as place, u.code as name from ledger.sealed_voucher t"
                            + " join organisation.unit u on u.id = t.office_id order by t.to_day, t.ordinal"));

    private final JdbcClient db;
    private final String office;
    private final Random random;

    Tampering(JdbcClient db, String office, Random random) {
        this.db = db;
        this.office = office;
        this.random = random;
    }

    private static String rows(String table, String on) {
        return "select t.ctid::text as place, " + NAME + " as name from " + table + " t" + JOURNAL.formatted(on)
                + "order by 2, 1";
    }

    private static String session(String table, String on) {
        return "select t.ctid::text as place, concat('session-', u.code, '-', s.held_on) as name from " + table
                + " t join session.session s on " + on + " join organisation.unit u on u.id = s.point_id order by 2, 1";
    }

    /** The tables that are tampered with. */
    static Set<String> tables() {
        return TABLES.keySet();
    }

    /** Changes one column of one row. */
    Deed update() {
        var table = any(TABLES.keySet().stream().sorted().toList());
        var row = anyRow(table);
        dropChecks(table);
        var columns = columns(table);
        var column = any(columns);
        var changed = changed(column);
        db.sql("update " + table + " set " + column.name() + " = " + changed + " where ctid = '" + row.place()
                        + "'::tid")
                .update();
        return new Deed("update of " + table + "." + column.name() + " in " + row.name(), row.name());
    }

    /** Takes one row away. */
    Deed delete() {
        var table = any(TABLES.keySet().stream().sorted().toList());
        var row = anyRow(table);
        db.sql("delete from " + table + " where ctid = '" + row.place() + "'::tid")
                .update();
        return new Deed("delete from " + table + " in " + row.name(), row.name());
    }

    /** Puts a row like another beside it. */
    Deed insert() {
        var fresh = Map.of(
                "ledger.entry", "jsonb_build_object('account', 'BANKX', 'amount', 1)",
                "loan.movement", "jsonb_build_object('line_id', gen_random_uuid())",
                "savings.movement", "jsonb_build_object('line_id', gen_random_uuid(), 'reverses', null)",
                "capital.movement", "jsonb_build_object('kind', 'GRANTEDX')",
                "capital.contract_movement", "jsonb_build_object('kind', 'RECEIVEDX')",
                "session.cash_count", "jsonb_build_object('attempt', 77)",
                "ledger.journal",
                        "jsonb_build_object('id', 999999, 'voucher', 999000 + (random() * 900)::int, 'submission', gen_random_uuid())");
        var table = any(fresh.keySet().stream().sorted().toList());
        var row = anyRow(table);
        dropChecks(table);
        db.sql("insert into " + table + " select n.* from " + table + " t, jsonb_populate_record(t, " + fresh.get(table)
                        + ") n where t.ctid = '" + row.place() + "'::tid")
                .update();
        return new Deed(
                "insert into " + table + " beside " + row.name(),
                table.equals("ledger.journal") ? row.name().replaceFirst("\\d{6}$", "999") : row.name());
    }

    /** Exchanges a value between two rows. */
    Deed swap() {
        var columns = Map.of(
                "ledger.entry", "amount",
                "loan.movement", "loan_id",
                "savings.movement", "account_id",
                "session.posting", "cash",
                "shared.submission", "actor_id",
                "session.cash_difference", "counted");
        var table = any(columns.keySet().stream().sorted().toList());
        var column = columns.get(table);
        dropChecks(table);
        for (int attempt = 0; attempt < 50; attempt++) {
            var one = anyRow(table);
            var other = anyRow(table);
            var moved = db.sql(
                            "update %s t set %s = o.%s from %s o where t.%s <> o.%s and (t.ctid, o.ctid) in (('%s','%s'),('%s','%s'))"
                                    .formatted(
                                            table,
                                            column,
                                            column,
                                            table,
                                            column,
                                            column,
                                            one.place(),
                                            other.place(),
                                            other.place(),
                                            one.place()))
                    .update();
            if (moved == 2) {
                return new Deed("swap of " + table + "." + column + " with " + other.name(), one.name());
            }
        }
        return update();
    }

    /** Renumbers the vouchers of a year from one on. */
    Deed resequence() {
        var row = anyRow("ledger.journal");
        var from = Integer.parseInt(row.name().substring(row.name().length() - 6));
        var point = "point_id = (select id from organisation.unit where code = '"
                + row.name().substring(0, row.name().length() - 10) + "')";
        db.sql("update ledger.journal set voucher = voucher + 100000 where voucher >= " + from + " and " + point)
                .update();
        db.sql("update ledger.journal set voucher = voucher - 99999 where voucher >= 100000 and " + point)
                .update();
        return new Deed("resequence from " + row.name(), row.name());
    }

    /** Empties a table. */
    Deed truncate() {
        var table = any(List.of(
                "ledger.entry",
                "loan.movement",
                "savings.movement",
                "capital.movement",
                "session.vault_movement",
                "session.cash_count"));
        var row = anyRow(table);
        db.sql("truncate " + table).update();
        return new Deed("truncate of " + table, row.name());
    }

    /** Cuts the newest vouchers off, with all that belongs to them. */
    Deed cutOff() {
        var row = anyRow("ledger.journal");
        var serial = Integer.parseInt(row.name().substring(row.name().length() - 6));
        var code = row.name().substring(0, row.name().length() - 10);
        var gone = "(select j.id from ledger.journal j join organisation.unit u on u.id = j.point_id where u.code = '"
                + code + "' and j.voucher >= " + serial + ")";
        for (var table :
                List.of("ledger.entry", "loan.movement", "savings.movement", "capital.movement", "session.posting")) {
            db.sql("delete from " + table + " where journal_id in " + gone).update();
        }
        db.sql("delete from ledger.journal where id in " + gone).update();
        return new Deed("cut off from " + row.name(), row.name());
    }

    /** Gives a loan or a deposit to somebody else. */
    Deed giveAway() {
        var loan = random.nextBoolean();
        var sql = loan
                ? "select t.id::text as place, " + NAME
                        + " as name from loan.loan t join loan.movement m on m.loan_id = t.id"
                        + JOURNAL.formatted("j.id = m.journal_id") + "order by 2, 1"
                : "select t.id::text as place, " + NAME + " as name from savings.account t join savings.movement m"
                        + " on m.account_id = t.id" + JOURNAL.formatted("j.id = m.journal_id") + "order by 2, 1";
        var row = any(ofOffice(sql));
        db.sql(
                        loan
                                ? "update loan.loan set borrower_id = (select t.person_id from household.person_tag t where t.person_id <> borrower_id limit 1) where id = "
                                        + row.place()
                                : "update savings.account a set member_id = -1 where id = " + row.place())
                .update();
        return new Deed((loan ? "loan" : "deposit") + " given away in " + row.name(), row.name());
    }

    private void dropChecks(String table) {
        db.sql("select conname from pg_constraint where contype = 'c' and conrelid = '" + table + "'::regclass")
                .query(String.class)
                .list()
                .forEach(name -> db.sql("alter table " + table + " drop constraint " + name)
                        .update());
    }

    private List<Column> columns(String table) {
        var names = table.split("\\.", -1);
        return db
                .sql("select column_name as name, data_type as type from information_schema.columns"
                        + " where table_schema = :schema and table_name = :table order by ordinal_position")
                .param("schema", names[0])
                .param("table", names[1])
                .query((row, n) -> new Column(row.getString("name"), row.getString("type")))
                .list()
                .stream()
                .filter(column -> !UNSEALED.contains(table + "." + column.name()))
                .toList();
    }

    private static String changed(Column column) {
        var name = column.name();
        return switch (column.type()) {
            case "bigint", "integer", "smallint", "numeric" -> "coalesce(" + name + ", 0) + 7001";
            case "text" -> "coalesce(" + name + ", '') || 'x'";
            case "date" -> "coalesce(" + name + ", date '2024-06-20') + 1";
            case "timestamp with time zone" -> name + " + interval '1 microsecond'";
            case "uuid" -> "gen_random_uuid()";
            case "boolean" -> "not " + name;
            case "bytea" -> "set_byte(" + name + ", 0, (get_byte(" + name + ", 0) + 1) % 256)";
            case "jsonb" -> "jsonb_build_object('forged', true)";
            case "ARRAY" -> name + " || 7001";
            default -> throw new IllegalStateException("no way to change " + column);
        };
    }

    private Row anyRow(String table) {
        return any(ofOffice(java.util.Objects.requireNonNull(TABLES.get(table))));
    }

    private List<Row> ofOffice(String sql) {
        return db.sql(sql).query((row, n) -> new Row(row.getString("place"), row.getString("name"))).list().stream()
                .filter(row -> row.name().equals(office)
                        || row.name().startsWith(office + "-")
                        || row.name().startsWith("session-" + office + "-")
                        || row.name().startsWith("vault-" + office + "-"))
                .toList();
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** What was done, and what a check must name. */
    record Deed(String what, String names) {}

    record Row(String place, String name) {}

    record Column(String name, String type) {}
}
