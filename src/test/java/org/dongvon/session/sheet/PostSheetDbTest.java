package org.dongvon.session.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.sheet.SheetAnswer.Outcome;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@PostgresTest
class PostSheetDbTest {

    private final ApplicationContext beans;
    private final PostSheet postSheet;
    private final OwnerDb owner;

    PostSheetDbTest(ApplicationContext beans, PostSheet postSheet, OwnerDb owner) {
        this.beans = beans;
        this.postSheet = postSheet;
        this.owner = owner;
    }

    @Test
    void postsSavingsOfAGroupOnceHoweverOftenTheSheetComes() {
        var village = Village.in(beans, "A");
        var session = village.openSession(500_000_000);
        var group = village.group(1, 5, "HONGHEO", 50_000_000, Village.FIRST_DAY);
        village.payOut(session, group);
        var sheet = savings(session, group, 50_000);

        var answer = postSheet.run(village.teller, sheet);

        assertThat(answer.posted()).isEqualTo(5);
        assertThat(answer.cash()).isEqualTo(250_000);
        assertThat(postSheet.run(village.teller, sheet)).isEqualTo(answer);
        var again = new Sheet(UUID.randomUUID(), session, group.id(), sheet.lines());
        assertThat(postSheet.run(village.teller, again).others())
                .extracting(SheetAnswer.LineResult::outcome)
                .containsOnly(Outcome.ALREADY_POSTED)
                .hasSize(5);
        assertThat(sum("select sum(balance) from savings.account")).isEqualTo(250_000);
        assertThat(sum("select sum(amount) from ledger.entry")).isZero();
    }

    private long sum(String sql) {
        return owner.sql(sql).query(Long.class).single();
    }

    private static Sheet savings(long session, Village.GroupOfLoans group, long amount) {
        List<SheetLine> lines = new ArrayList<>();
        for (int i = 0; i < group.members().size(); i++) {
            lines.add(new SheetLine(
                    UUID.randomUUID(),
                    group.members().get(i),
                    group.loans().get(i),
                    Dong.ZERO,
                    new Dong(amount),
                    Dong.ZERO,
                    Payer.GROUP_HEAD));
        }
        return new Sheet(UUID.randomUUID(), session, group.id(), lines);
    }
}
