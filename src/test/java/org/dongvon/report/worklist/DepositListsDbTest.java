package org.dongvon.report.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dongvon.savings.IdleDeposit;
import org.dongvon.savings.OpenedDeposit;
import org.dongvon.savings.term.AtMaturity;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The lists of deposits: who saved less than the convention says, what matures, what nobody claims; docs/domain/deposits.md. */
@PostgresTest
class DepositListsDbTest {

    private final ApplicationContext beans;
    private final WorkListPages pages;
    private final OwnerDb owner;

    DepositListsDbTest(ApplicationContext beans, WorkListPages pages, OwnerDb owner) {
        this.beans = beans;
        this.pages = pages;
        this.owner = owner;
    }

    private List<WorkLists.WorkRow> rows(Village village, String list) {
        return pages.show(village.director, list, "").rows();
    }

    private static List<String> told(List<WorkLists.WorkRow> rows) {
        return rows.stream()
                .map(row -> row.subject().code() + " "
                        + Objects.requireNonNull(row.amount()).amount())
                .toList();
    }

    private void setDay(Village village, LocalDate day) {
        owner.sql("update organisation.business_day set day = :day where office_id = :office")
                .param("day", day)
                .param("office", village.office)
                .update();
    }

    @Test
    void belowLeastIsWhoDepositedLessInTheLastFullMonth() {
        var village = Village.in(beans, "DSA");
        var april = VillageDay.open(beans, village);
        var group = april.lend(1, 4, "HONGHEO");
        owner.sql("""
                        insert into "group".convention (group_id, valid_from, point_id, saving_least, meets_every, said)
                        values (:group, '2024-01-01', :point, 50000, 1, 'mỗi tháng')
                        """).param("group", group.id()).param("point", village.point).update();
        april.save(group, 0, 50_000);
        april.save(group, 1, 49_999);
        april.save(group, 2, 30_000);
        april.save(group, 2, 20_000);

        setDay(village, LocalDate.of(2024, 4, 30));
        assertThat(told(rows(village, "below-least"))).as("March: nobody saved").hasSize(4);
        setDay(village, LocalDate.of(2024, 5, 1));
        assertThat(told(rows(village, "below-least"))).containsExactlyInAnyOrder("DSA-T1 · 2 49999", "DSA-T1 · 4 0");
    }

    @Test
    void maturingIsWhatMaturesWithinTheDaysOfTheRule() {
        var village = Village.in(beans, "DSB");
        var deposits = new OpenedDeposit(beans, village);
        var april = VillageDay.open(beans, village);
        long saver = deposits.person(april.lend(1, 1, "HONGHEO").members().getFirst());
        var book = deposits.open(april.session(), saver, 6, AtMaturity.PAY, 50_000_000);
        deposits.open(april.session(), saver, 12, AtMaturity.PAY, 1_000_000);

        // It matures on 18/10; seven days before it is 11/10.
        setDay(village, LocalDate.of(2024, 10, 10));
        assertThat(rows(village, "maturing-deposits")).isEmpty();
        setDay(village, LocalDate.of(2024, 10, 11));
        assertThat(told(rows(village, "maturing-deposits"))).containsExactly(book + " 50000000");
        setDay(village, LocalDate.of(2024, 12, 1));
        assertThat(told(rows(village, "maturing-deposits")))
                .as("waits to be paid")
                .containsExactly(book + " 50000000");
    }

    @Test
    void unclaimedIsWhatNothingMovedForTheMonthsOfTheRule() {
        var village = Village.in(beans, "DSC");
        var april = VillageDay.open(beans, village);
        new IdleDeposit(beans, village, 9, april.session(), 70_000);
        april.save(april.lend(1, 1, "HONGHEO"), 0, 90_000);

        // A member with a loan is not named, however long.
        setDay(village, LocalDate.of(2026, 4, 18));
        assertThat(rows(village, "unclaimed-deposits")).isEmpty();
        setDay(village, LocalDate.of(2026, 4, 19));
        assertThat(told(rows(village, "unclaimed-deposits"))).containsExactly("DSC-T9 · 1 70000");
    }

    @Test
    void unclaimedIsWhoseOwnerDiedOrMovedAway() {
        var village = Village.in(beans, "DSD");
        var april = VillageDay.open(beans, village);
        var saver = new IdleDeposit(beans, village, 9, april.session(), 70_000);
        assertThat(rows(village, "unclaimed-deposits")).isEmpty();

        owner.sql("""
                        insert into household.member_event (household_id, person_id, point_id, kind, cause, happened_on, submission)
                        select m.household_id, m.person_id, m.point_id, 'LEFT', 'DIED', '2024-04-17', s.key
                          from "group".member m
                          join lateral (select key from shared.submission where point_id = m.point_id limit 1) s on true
                         where m.id = :member
                        """).param("member", saver.member).update();

        assertThat(told(rows(village, "unclaimed-deposits"))).containsExactly("DSD-T9 · 1 70000");
    }
}
