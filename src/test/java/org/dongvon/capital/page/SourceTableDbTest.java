package org.dongvon.capital.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.dongvon.engine.money.Dong;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Capital by its kinds at two days, under the kind that a contract was of on each. */
@PostgresTest
class SourceTableDbTest {

    private static final LocalDate CHANGED = LocalDate.of(2024, 6, 1);

    private final ApplicationContext beans;
    private final SourceTable table;
    private final OwnerDb owner;

    SourceTableDbTest(ApplicationContext beans, SourceTable table, OwnerDb owner) {
        this.beans = beans;
        this.table = table;
        this.owner = owner;
    }

    @Test
    void countsAContractUnderTheKindItWasOfOnThatDay() {
        var village = Village.in(beans, "SRC");
        owner.sql("""
                        insert into capital.contract_term (contract_id, valid_from, point_id, source, owner, decision, amount)
                        select id, :day, point_id, 'PROVINCE', 'UBND tỉnh', 'QĐ 2', amount from capital.contract where code = 'TW-SRC'
                        """).param("day", CHANGED).update();
        var all = new Dong(900_000_000_000L);

        var first = table.at(village.director, Village.FIRST_DAY.minusDays(1), Village.FIRST_DAY);
        assertThat(line(first, "CENTRAL").base()).isEqualTo(Dong.ZERO);
        assertThat(line(first, "CENTRAL").amount()).isEqualTo(all);
        assertThat(first.local().amount()).isEqualTo(Dong.ZERO);

        var later = table.at(village.director, CHANGED.minusDays(1), CHANGED);
        assertThat(line(later, "CENTRAL").change()).isEqualTo(all.negate());
        assertThat(line(later, "PROVINCE").change()).isEqualTo(all);
        assertThat(line(later, "PROVINCE").contracts()).isEqualTo(1);
        assertThat(later.local().amount()).isEqualTo(all);
        assertThat(later.total().change()).isEqualTo(Dong.ZERO);
    }

    private static SourceTable.Line line(SourceTable.Table table, String code) {
        return table.lines().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
