package org.dongvon.session.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.dongvon.shared.Transactions;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The role that is reserved for sheets of field devices posts a sheet, and does nothing else. */
@PostgresTest
class SyncRoleDbTest {

    private static final String RIGHTS = """
            select format('%s on table %s', a.privilege_type, c.oid::regclass)
              from pg_class c, aclexplode(c.relacl) a
             where a.grantee = 'sync_rw'::regrole and c.relkind <> 'S'
            union all
            select format('%s (%I) on table %s', a.privilege_type, c.attname, c.attrelid::regclass)
              from pg_attribute c, aclexplode(c.attacl) a
             where a.grantee = 'sync_rw'::regrole
            """;

    private static final String TAKE = """
            insert into session.provisional (line_id, point_id, group_id, member_id, loan_id, session_on, taken_on, interest, saving, taker_id,
                   taker)
            values (:line, :point, :group, :member, :loan, '2024-04-18', '2024-04-18', 0, 50000, 1, 'Bùi Thị Hạnh')
            """;

    private final ApplicationContext beans;
    private final PostSheet postSheet;
    private final Transactions transactions;
    private final JdbcClient db;
    private final OwnerDb owner;

    SyncRoleDbTest(
            ApplicationContext beans, PostSheet postSheet, Transactions transactions, JdbcClient db, OwnerDb owner) {
        this.beans = beans;
        this.postSheet = postSheet;
        this.transactions = transactions;
        this.db = db;
        this.owner = owner;
    }

    @Test
    void postsASheetAndHasNoRightToAnythingElse() {
        var village = Village.in(beans, "SYNC");
        var day = VillageDay.open(beans, village);
        var group = day.lend(1, 3, "CANNGHEO");
        var answer = asSync(village, () -> post(village, day, group));

        assertThat(answer.posted()).isEqualTo(2);
        for (var sql : List.of(
                "insert into loan.loan default values",
                "update session.cash_count set notes = 0",
                "select identity_encrypted from household.person",
                "select 1 from identity.account",
                "insert into identity.role_grant default values",
                "update capital.allotment set granted = 0")) {
            assertThatThrownBy(() -> asSync(village, () -> db.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void needsEachOfItsRights() {
        var village = Village.in(beans, "EACH");
        var day = VillageDay.open(beans, village);
        var group = day.lend(1, 20, "CANNGHEO");
        var idle = new ArrayList<String>();
        for (var right : owner.sql(RIGHTS).query(String.class).list()) {
            owner.sql("revoke " + right + " from sync_rw").update();
            try {
                asSync(village, () -> {
                    post(village, day, group);
                    throw new Enough();
                });
            } catch (Enough e) {
                idle.add(right);
            } catch (DataAccessException e) {
                assertThat(e.getRootCause()).hasMessageContaining("permission denied");
            } finally {
                owner.sql("grant " + right + " to sync_rw").update();
            }
        }
        // What programmes offer is remembered between sheets.
        assertThat(idle).allMatch(right -> right.startsWith("SELECT on table programme."));
    }

    private SheetAnswer post(Village village, VillageDay day, Village.GroupOfLoans group) {
        var taken = UUID.randomUUID();
        owner.sql(TAKE)
                .param("line", taken)
                .param("point", village.point)
                .param("group", group.id())
                .param("member", group.members().getFirst())
                .param("loan", group.loans().getFirst())
                .update();
        var lines = List.of(line(group, 0, 50_000, 2_000_000), line(group, 1, 0, 50_000_000));
        var said = Map.of(lines.getFirst().lineId(), new Remark("hẹn nộp đủ phiên sau", null));
        var counts = Map.of(lines.getFirst().lineId(), List.of(taken));
        return postSheet.run(
                village.teller, new Sheet(UUID.randomUUID(), day.session(), group.id(), lines, said, counts));
    }

    private static SheetLine line(Village.GroupOfLoans group, int member, long saving, long principal) {
        return new SheetLine(
                UUID.randomUUID(),
                group.members().get(member),
                group.loans().get(member),
                Dong.ZERO,
                new Dong(saving),
                new Dong(principal),
                Payer.BORROWER);
    }

    private <T> T asSync(Village village, Supplier<T> work) {
        return transactions.write(village.teller, () -> {
            db.sql("select set_config('role', 'sync_rw', true)")
                    .query(String.class)
                    .single();
            return work.get();
        });
    }

    private static final class Enough extends RuntimeException {}
}
