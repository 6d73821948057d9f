package org.dongvon.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dongvon.ledger.SealedRows;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;

/** Whoever adds a table of postings, or a column to one, seals it. */
@PostgresTest
class SealedRowsDbTest {

    private static final String COLUMNS_OF_POSTINGS = """
            select c.table_schema || '.' || c.table_name as name, c.column_name as col
              from information_schema.columns c
              join information_schema.tables t
                on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
             where exists (select from information_schema.columns j
                            where j.table_schema = c.table_schema and j.table_name = c.table_name
                              and j.column_name = 'journal_id')
                or c.table_schema || '.' || c.table_name in ('ledger.journal', 'shared.submission')
            """;

    /** The journal's place says these: its number is the voucher's, its office and day begin each leaf. */
    private static final List<String> IN_THE_BEGINNING =
            List.of("ledger.journal.office_id", "ledger.journal.business_date", "ledger.journal.voucher");

    private final List<SealedRows> modules;
    private final OwnerDb owner;

    SealedRowsDbTest(List<SealedRows> modules, OwnerDb owner) {
        this.modules = modules;
        this.owner = owner;
    }

    @Test
    void everyTableOfPostingsIsTamperedWithInTheTest() {
        var tables = owner.sql("select distinct name from (" + COLUMNS_OF_POSTINGS + ") c")
                .query(String.class)
                .list();

        assertThat(tables).hasSizeGreaterThan(8);
        assertThat(Tampering.tables()).containsAll(tables);
    }

    @Test
    void everyColumnOfEveryTableOfPostingsIsSealed() {
        var open = new TreeSet<String>();
        owner.sql(COLUMNS_OF_POSTINGS).query(row -> {
            var table = row.getString("name");
            var column = row.getString("col");
            var used = Pattern.compile("\\b\\w+\\." + column + "\\b");
            if (modules.stream()
                    .map(SealedRows::ofVouchers)
                    .noneMatch(sql -> Pattern.compile(Pattern.quote(table) + "\\b")
                                    .matcher(sql)
                                    .find()
                            && used.matcher(sql).find())) {
                open.add(table + "." + column);
            }
        });

        assertThat(open).contains("ledger.journal.voucher");
        open.removeAll(IN_THE_BEGINNING);
        assertThat(open).isEmpty();
    }
}
