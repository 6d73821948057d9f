package org.dongvon.session.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The server counts what a sheet asks of it: as many statements for sixty lines as for one. */
@PostgresTest
class StatementsOfASheetDbTest {

    private static final List<Integer> LARGER = List.of(5, 40, 60);
    private static final int TRIES = 5;

    // This test has its own database, and nobody else works in it as the application.
    private static final String CALLS = """
            select s.query, sum(s.calls) as calls
              from pg_stat_statements s
             where s.dbid = (select oid from pg_database where datname = current_database())
               and s.userid = 'dongvon_app'::regrole and s.toplevel
             group by s.query
            """;

    // The server forgets rare statements when it has counted too many; what was counted meanwhile is worth nothing.
    private static final String FORGOTTEN = """
            select dealloc from pg_stat_statements_info
            """;

    // A trigger of the columns that say whose money a loan is of does not run: no sheet changes them.
    private static final String ROW_TRIGGERS = """
            select t.tgrelid::regclass || '.' || t.tgname
              from pg_trigger t
             where t.tgrelid in ('loan.movement'::regclass, 'loan.part'::regclass, 'loan.loan'::regclass,
                                 'savings.movement'::regclass, 'savings.account'::regclass, 'ledger.entry'::regclass)
               and not t.tgisinternal and t.tgtype & 1 = 1
               and not (t.tgrelid = 'loan.loan'::regclass and t.tgattr <> ''
                        and t.tgattr::int2[] <@ array(select a.attnum from pg_attribute a
                                                       where a.attrelid = t.tgrelid
                                                         and a.attname in ('contract_id', 'allotment_id', 'source_moves')))
            """;

    private final ApplicationContext beans;
    private final PostSheet postSheet;
    private final OwnerDb owner;

    StatementsOfASheetDbTest(ApplicationContext beans, PostSheet postSheet, OwnerDb owner) {
        this.beans = beans;
        this.postSheet = postSheet;
        this.owner = owner;
    }

    @Test
    void asksAsMuchOfTheServerForSixtyLinesAsForOne() {
        var village = Village.in(beans, "S");
        var group = village.group(1, 60, "HONGHEO", 50_000_000, Village.FIRST_DAY);
        village.payOut(village.openSession(3_000_000_000L), group);
        owner.sql("update organisation.business_day set day = '2024-05-18' where office_id = :office")
                .param("office", village.office)
                .update();
        long session = village.openSession(0);
        post(village, sheet(session, group, 60));

        var ofOne = statements(village, session, group, 1);

        assertThat(ofOne.values().stream().mapToLong(calls -> calls).sum()).isBetween(5L, 40L);
        for (int size : LARGER) {
            assertThat(statements(village, session, group, size))
                    .as("statements of %d lines", size)
                    .isEqualTo(ofOne);
        }
    }

    @Test
    void noTriggerRunsForEachLine() {
        assertThat(owner.sql(ROW_TRIGGERS).query(String.class).list()).isEmpty();
    }

    private Map<String, Long> statements(Village village, long session, Village.GroupOfLoans group, int size) {
        for (int round = 0; round < TRIES; round++) {
            long forgotten = forgotten();
            var before = calls();
            post(village, sheet(session, group, size));
            var after = calls();
            if (forgotten() == forgotten) {
                after.replaceAll((query, calls) -> calls - before.getOrDefault(query, 0L));
                after.values().removeIf(calls -> calls == 0);
                return after;
            }
        }
        throw new IllegalStateException("the server forgets statements faster than they are counted");
    }

    private void post(Village village, Sheet sheet) {
        assertThat(postSheet.run(village.teller, sheet).posted())
                .isEqualTo(sheet.lines().size());
    }

    /** Each line takes a little interest, a deposit and principal. */
    private static Sheet sheet(long session, Village.GroupOfLoans group, int size) {
        var lines = java.util.stream.IntStream.range(0, size)
                .mapToObj(i -> new SheetLine(
                        UUID.randomUUID(),
                        group.members().get(i),
                        group.loans().get(i),
                        new Dong(1_000),
                        new Dong(50_000),
                        new Dong(10_000),
                        Payer.BORROWER))
                .toList();
        return new Sheet(UUID.randomUUID(), session, group.id(), lines);
    }

    private Map<String, Long> calls() {
        var calls = new TreeMap<String, Long>();
        owner.sql(CALLS).query(row -> {
            calls.put(row.getString("query"), row.getLong("calls"));
        });
        return calls;
    }

    private long forgotten() {
        return owner.sql(FORGOTTEN).query(Long.class).single();
    }
}
