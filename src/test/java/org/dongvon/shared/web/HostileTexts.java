package org.dongvon.shared.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dongvon.support.SuperuserDb;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Sixty texts that try to run as code, each begun by its number so that it is known again, written into every column of
 * free text that the database has: all sixty into a field that holds so much, otherwise one after the other down the rows.
 */
final class HostileTexts {

    /** Columns of text that the program itself fills with words of its own: codes, kinds, marks, hashes. */
    private static final Pattern CODES = Pattern.compile(
            "(code|bank_code|kind|role|maker_role|checker_role|state|stage|part|mark|day_mark|class|channel|way|side|sex|bound"
                    + "|step|plan|dimension|key|series|applies_to|term_rule|office_held|unpaid_instalment|identity_last4|event"
                    + "|page|purpose|area|reach|rule|one_group|one_person|fingerprint|login|account|value|unit|subject"
                    + "|indicator|covers|criterion|programme|association|only_association|.*_hash|round|move|from_step|to_step|path|list|cap_class|measure|as_printed|unit_kind|status|method|result)");

    /** Tables whose names are codes, and what must stay as it is for anything to work. */
    private static final Set<String> KEPT = Set.of(
            "identity.role_conflict.other",
            "identity.setting.name",
            "identity.second_factor_rule.role",
            "ledger.sealed_voucher.name",
            "shared.change_request.number",
            "shared.web_limit.name",
            "simulation.step.name",
            "capital.contract.source",
            "capital.contract_term.source",
            "capital.source.part_of",
            "programme.programme.security",
            "programme.cap.basis",
            "report.published_figure.document",
            "identity.sign_in.address",
            "identity.event.address");

    /** Words of people in columns that elsewhere hold a code. */
    private static final Set<String> FREE = Set.of(
            "loan.application.purpose",
            "loan.risk_dossier.plan",
            "loan.transfer.account",
            "identity.external_subject.subject");

    private static final String COLUMNS = """
            select n.nspname || '.' || c.relname || '.' || a.attname as name,
                   format('%I.%I', n.nspname, c.relname) as tab, quote_ident(a.attname) as col
              from pg_attribute a
              join pg_class c on c.oid = a.attrelid
              join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
               and a.atttypid = 'text'::regtype and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'database')
             order by 1
            """;

    private final List<String> texts;

    HostileTexts() {
        try (var file = Objects.requireNonNull(HostileTexts.class.getResourceAsStream("/hostile/xss.txt"))) {
            texts = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return texts.size();
    }

    /** A text with its number before it. */
    String numbered(int number) {
        return "‹%02d›".formatted(number) + texts.get(number - 1);
    }

    String all() {
        var joined = new StringBuilder();
        for (int n = 1; n <= texts.size(); n++) {
            joined.append(numbered(n)).append(' ');
        }
        return joined.toString().strip();
    }

    /** Writes them, past all triggers but under all other constraints; the columns that took them, with the number of rows. */
    Map<String, Integer> writeInto(SuperuserDb superuser, Set<String> unread) {
        var written = new TreeMap<String, Integer>();
        try (var connection =
                new SingleConnectionDataSource(superuser.dataSource().getConnection(), true)) {
            var db = new JdbcTemplate(connection);
            db.execute("set session_replication_role = replica");
            var columns = db.query(
                    COLUMNS, (row, n) -> new Column(row.getString("name"), row.getString("tab"), row.getString("col")));
            for (var column : columns) {
                var name = column.name();
                var last = name.substring(name.lastIndexOf('.') + 1);
                if (!FREE.contains(name)
                        && (KEPT.contains(name) || CODES.matcher(last).matches())) {
                    continue;
                }
                int rows = write(db, column.tab(), column.col());
                if (rows > 0) {
                    written.put(name, rows);
                } else {
                    unread.add(name);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return written;
    }

    private int write(JdbcTemplate db, String table, String column) {
        for (var rows : List.of("true", column + " is not null")) {
            int written = tryAll(db, "update %s set %s = ? where %s".formatted(table, column, rows));
            if (written > 0) {
                return written;
            }
        }
        return writeDownTheRows(db, table, column);
    }

    private int tryAll(JdbcTemplate db, String sql) {
        try {
            return db.update(sql, all());
        } catch (DataAccessException tooLongOrBoundToAnotherColumn) {
            return 0;
        }
    }

    private int writeDownTheRows(JdbcTemplate db, String table, String column) {
        var numbered =
                texts.stream().map(text -> numbered(texts.indexOf(text) + 1)).toArray(String[]::new);
        var sql = """
                update %1$s t set %2$s = (?::text[])[1 + (n.row - 1) %% %3$d]
                  from (select ctid as id, row_number() over (order by ctid) as row from %1$s where %2$s is not null) n
                 where t.ctid = n.id
                """.formatted(table, column, texts.size());
        try {
            return db.update(sql, (Object) numbered);
        } catch (DataAccessException stillNot) {
            return 0;
        }
    }

    /** What stands in a text otherwise than it was written; {@code seen} learns which numbers came. */
    Set<String> spoilt(String text, Set<Integer> seen) {
        var wrong = new TreeSet<String>();
        var mark = Pattern.compile("‹(\\d\\d)›").matcher(text);
        while (mark.find()) {
            int number = Integer.parseInt(mark.group(1));
            var expected = texts.get(number - 1);
            // A receipt prints its head in capitals.
            if (text.startsWith(expected, mark.end())
                    || text.startsWith(expected.toUpperCase(Locale.ROOT), mark.end())) {
                seen.add(number);
            } else if (!isShortened(text.substring(mark.end()), expected)) {
                wrong.add(numbered(number) + " → "
                        + text.substring(mark.start(), Math.min(text.length(), mark.end() + expected.length())));
            }
        }
        return wrong;
    }

    /** Long texts may end early, with the sign that says so. */
    private static boolean isShortened(String found, String expected) {
        int end = found.indexOf('…');
        return end >= 0 && expected.startsWith(found.substring(0, end).stripTrailing());
    }

    private record Column(String name, String tab, String col) {}
}
