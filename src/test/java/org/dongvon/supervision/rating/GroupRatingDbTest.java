package org.dongvon.supervision.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Verification;
import org.dongvon.support.Golden;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ApplicationContext;

/** The monthly rating beside docs/domain/group-rating.md. */
@PostgresTest
class GroupRatingDbTest {

    private static final LocalDate MAY = LocalDate.of(2024, 5, 31);

    private final ApplicationContext beans;
    private final OwnerDb owner;

    GroupRatingDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    static List<Golden.Row> points() {
        return Golden.rows("group-rating/points");
    }

    @ParameterizedTest
    @MethodSource("points")
    void aCriterionGivesItsShareOfTheWeight(Golden.Row row) {
        assertThat(owner.sql("select supervision.points(:criterion, cast(:weight as int), cast(:reached as bigint),"
                                + " cast(:out_of as bigint), 400)")
                        .param("criterion", row.text("criterion"))
                        .param("weight", row.text("weight"))
                        .param("reached", row.text("reached"))
                        .param("out_of", row.text("out_of"))
                        .query(Integer.class)
                        .single())
                .isEqualTo(Integer.parseInt(row.text("points")));
    }

    @Test
    void aMonthIsRatedByItsRecordsAndKept() {
        var village = Village.in(beans, "RATE1");
        var april = VillageDay.open(beans, village);
        var group = april.lend(1, 3, "HONGHEO", 30_000_000);
        april.end();
        VillageDay.close(beans, village, LocalDate.of(2024, 5, 17));
        var may = VillageDay.open(beans, village);
        sheet(village, may.session(), group);
        may.end();
        VillageDay.close(beans, village, LocalDate.of(2024, 6, 17));

        assertThat(scores(group.id(), MAY))
                .containsExactly(
                        "SESSIONS 1/1 2000",
                        "OVERDUE 90000000/90000000 2000",
                        "PRINCIPAL 0/0 2000",
                        "INTEREST 325480/488220 1333",
                        "SAVERS 1/3 333",
                        "DEPOSITS 50000/150000 333");
        assertThat(ratings(group.id())).endsWith("2024-05-31 7999 FAIR");
        assertRecordsMakeScores(group.id());

        // June is rated within its quiet days, and May stays as it was though more is paid later.
        var june = VillageDay.open(beans, village);
        june.repay(group, 2, 1_000_000);
        june.end();
        VillageDay.close(beans, village, LocalDate.of(2024, 7, 2));
        assertThat(ratings(group.id())).hasSize(3).contains("2024-05-31 7999 FAIR");
        assertRecordsMakeScores(group.id());
        assertThat(beans.getBean(Verification.class).run(Actor.SYSTEM, each -> {}))
                .filteredOn(check -> !check.holds())
                .isEmpty();
    }

    /** The head brings interest of two members and the deposit of the first. */
    private void sheet(Village village, long session, Village.GroupOfLoans group) {
        var lines = List.of(line(group, 0, 50_000), line(group, 1, 0));
        var answer = beans.getBean(PostSheet.class)
                .run(village.teller, new Sheet(UUID.randomUUID(), session, group.id(), lines));
        assertThat(answer.posted()).isEqualTo(2);
    }

    private static SheetLine line(Village.GroupOfLoans group, int member, long saving) {
        return new SheetLine(
                UUID.randomUUID(),
                group.members().get(member),
                group.loans().get(member),
                new Dong(162_740),
                new Dong(saving),
                Dong.ZERO,
                SheetLine.Payer.GROUP_HEAD);
    }

    private List<String> scores(long group, LocalDate month) {
        return owner.sql("""
                        select criterion || ' ' || reached || '/' || out_of || ' ' || points
                          from supervision.rating_score
                         where group_id = :group and as_of = :month
                         order by array_position(array['SESSIONS', 'OVERDUE', 'PRINCIPAL', 'INTEREST', 'SAVERS', 'DEPOSITS'], criterion)
                        """)
                .param("group", group)
                .param("month", month)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private List<String> ratings(long group) {
        return owner.sql(
                        "select as_of || ' ' || points || ' ' || class from supervision.rating where group_id = :group order by as_of")
                .param("group", group)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** What the page shows of a past month still makes the score that was given then. */
    private void assertRecordsMakeScores(long group) {
        assertThat(owner.sql("""
                        select s.as_of || ' ' || s.criterion
                          from supervision.rating_score s
                          left join lateral (
                               select sum(c.reached) as reached, sum(c.out_of) as out_of
                                 from supervision.counted(array[s.group_id], s.as_of) c
                                where c.criterion = s.criterion) c on true
                         where s.group_id = :group
                           and (s.reached, s.out_of) is distinct from (coalesce(c.reached, 0), coalesce(c.out_of, 0))
                        """).param("group", group).query(String.class).list())
                .isEmpty();
    }
}
