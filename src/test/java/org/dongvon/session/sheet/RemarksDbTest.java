package org.dongvon.session.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.seal.Breach;
import org.dongvon.ledger.seal.SealCheck;
import org.dongvon.session.sheet.Remark.Delegate;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.Village.GroupOfLoans;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;

/** What the teller writes beside a line, and who pays in the borrower's stead. */
@PostgresTest
class RemarksDbTest {

    private static final Remark DAUGHTER = new Remark("mẹ ốm", new Delegate("Trần Thị Lan", "con gái"));

    private final ApplicationContext beans;
    private final PostSheet postSheet;
    private final OwnerDb owner;

    RemarksDbTest(ApplicationContext beans, PostSheet postSheet, OwnerDb owner) {
        this.beans = beans;
        this.postSheet = postSheet;
        this.owner = owner;
    }

    @Test
    void keepsWhatWasSaidOfPostedLinesAndOfNoOther() {
        var village = Village.in(beans, "RMA");
        var day = VillageDay.open(beans, village);
        var group = day.lend(1, 3, "HONGHEO");
        var lines = List.of(saving(group, 0, 50_000), saving(group, 1, 0), saving(group, 2, 30_000));
        var said = Map.of(lines.get(0).lineId(), DAUGHTER, lines.get(1).lineId(), new Remark("vắng", null));

        var answer =
                postSheet.run(village.teller, new Sheet(UUID.randomUUID(), day.session(), group.id(), lines, said));

        assertThat(answer.posted()).isEqualTo(2);
        assertThat(owner.sql("select line_id || ' ' || line_no || ' ' || note || ' ' || paid_by || ' ' || relation"
                                + " from session.line_remark where point_id = :point")
                        .param("point", village.point)
                        .query(String.class)
                        .list())
                .containsExactly(lines.getFirst().lineId() + " 1 mẹ ốm Trần Thị Lan con gái");
    }

    @Test
    void aPostedLineWithAnotherRemarkIsAnotherFact() {
        var village = Village.in(beans, "RMB");
        var day = VillageDay.open(beans, village);
        var group = day.lend(1, 3, "HONGHEO");
        var lines = List.of(saving(group, 0, 50_000));
        var line = lines.getFirst().lineId();
        var key = UUID.randomUUID();
        var sheet = new Sheet(key, day.session(), group.id(), lines, Map.of(line, DAUGHTER));
        postSheet.run(village.teller, sheet);

        assertThat(outcome(village, again(sheet, Map.of(line, DAUGHTER)), line)).isEqualTo("ALREADY_POSTED");
        var other = new Remark("mẹ ốm", new Delegate("Trần Thị Lan", "con dâu"));
        assertThat(outcome(village, again(sheet, Map.of(line, other)), line)).isEqualTo("LINE_CHANGED");
        assertThat(outcome(village, again(sheet, Map.of()), line)).isEqualTo("LINE_CHANGED");
        assertThatThrownBy(() -> postSheet.run(
                        village.teller, new Sheet(key, day.session(), group.id(), lines, Map.of(line, other))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(SharedRefusal.KEY_REUSED));
    }

    @ParameterizedTest
    @CsvSource({
        "200, 1, 1, ok", "201, 1, 1, REMARK_TOO_LONG", "1, 100, 50, ok", "1, 101, 50, REMARK_TOO_LONG",
        "1, 100, 51, REMARK_TOO_LONG", "0, 5, 0, PAYER_INCOMPLETE", "0, 0, 5, PAYER_INCOMPLETE", "0, 0, 0, ok"
    })
    void keepsTextsThatAreShortAndWhole(int note, int name, int relation, String expected) {
        assertThat(made("n".repeat(note), "p".repeat(name), "r".repeat(relation)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "số 12345678, Lan, con, ok", "số 123456789, Lan, con, REMARK_HOLDS_NUMBER",
        "'', Lan 012345678901, con, REMARK_HOLDS_NUMBER", "'', Lan, 123456789, REMARK_HOLDS_NUMBER"
    })
    void keepsNoIdentityNumber(String note, String name, String relation, String expected) {
        assertThat(made(note, name, relation)).isEqualTo(expected);
    }

    @Test
    void whatIsSaidIsSealedAndDaysWithoutRemarksStillAreWhatTheyWere() {
        var village = Village.in(beans, "RMC");
        var silent = VillageDay.open(beans, village);
        var group = silent.lend(1, 3, "HONGHEO");
        silent.save(group, 0, 40_000);
        silent.end();
        VillageDay.close(beans, village, Village.FIRST_DAY.plusDays(29));
        var day = VillageDay.open(beans, village);
        var lines = List.of(saving(group, 0, 50_000));
        postSheet.run(
                village.teller,
                new Sheet(
                        UUID.randomUUID(),
                        day.session(),
                        group.id(),
                        lines,
                        Map.of(lines.getFirst().lineId(), DAUGHTER)));
        day.end();
        VillageDay.close(beans, village, Village.FIRST_DAY.plusDays(30));

        assertThat(breaches()).isEmpty();
        owner.sql("alter table session.line_remark disable trigger line_remark_append_only")
                .update();
        owner.sql("update session.line_remark set paid_by = 'Trần Thị Liên' where point_id = :point")
                .param("point", village.point)
                .update();
        owner.sql("alter table session.line_remark enable trigger line_remark_append_only")
                .update();

        assertThat(breaches()).singleElement().asString().contains("RMC");
    }

    private List<Breach> breaches() {
        return beans.getBean(SealCheck.class).ofStored().breaches();
    }

    private String outcome(Village village, Sheet sheet, UUID line) {
        var result = postSheet.run(village.teller, sheet).of(line);
        return result.refusal() == null
                ? result.outcome().name()
                : result.refusal().code();
    }

    private static Sheet again(Sheet sheet, Map<UUID, Remark> said) {
        return new Sheet(UUID.randomUUID(), sheet.sessionId(), sheet.groupId(), sheet.lines(), said);
    }

    private static String made(String note, String name, String relation) {
        try {
            Remark.of(note, name, relation);
            return "ok";
        } catch (Refused refused) {
            return refused.refusal().name();
        }
    }

    private static SheetLine saving(GroupOfLoans group, int member, long amount) {
        return new SheetLine(
                UUID.randomUUID(),
                group.members().get(member),
                group.loans().get(member),
                Dong.ZERO,
                new Dong(amount),
                Dong.ZERO,
                Payer.BORROWER);
    }
}
