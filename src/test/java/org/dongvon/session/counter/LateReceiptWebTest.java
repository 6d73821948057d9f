package org.dongvon.session.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.Application;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.reversal.ReverseLines;
import org.dongvon.session.reversal.ReverseLines.Reversal;
import org.dongvon.session.sheet.PostLateReceipt;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Remark;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetAnswer;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Verification;
import org.dongvon.support.Fields;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresDatabase;
import org.dongvon.support.Site;
import org.dongvon.support.Texts;
import org.dongvon.support.Village;
import org.dongvon.support.Village.GroupOfLoans;
import org.dongvon.support.VillageDay;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/**
 * A receipt of an earlier session that is entered late: who had paid in time stands as if it had been entered in time. The
 * group's first two members are served in time, the next two pay the same and are entered a month later. A database of its own,
 * all of whose days are closed, so that everything is verified.
 */
@SpringBootTest(
        classes = Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "dongvon.demo=true")
@PostgresDatabase
@TestConstructor(autowireMode = AutowireMode.ALL)
class LateReceiptWebTest {

    private static final Remark NUMBER = new Remark("BL giấy 0017, bỏ sót", null);

    private final Site site;
    private final ApplicationContext beans;
    private final OwnerDb owner;

    LateReceiptWebTest(Site site, ApplicationContext beans, OwnerDb owner) {
        this.site = site;
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void standsAsIfTheReceiptHadComeInTime() {
        var late = new Late("LTA");
        assertThat(late.overdue(0)).isZero();
        assertThat(late.overdue(1)).isEqualTo(6_600_000);
        assertThat(late.overdue(2)).isEqualTo(16_600_000);
        assertThat(late.overdue(3)).isEqualTo(16_600_000);
        assertThat(late.notice()).contains("LTA-1-2", "LTA-1-3");

        var fields = Fields.of(late.teller.get(late.path(2)).body());
        fields.put("principal", "16.600.000");
        fields.put("interest", "0");
        fields.put("valueDate", "18/04/2025");
        fields.put("note", "BL giấy 0017, bỏ sót");
        fields.put("paidBy", "Trần Thị Lan");
        fields.put("do", "check");
        assertThat(late.teller.post(late.path(2), fields).body()).contains("Người nộp thay cần cả họ tên và quan hệ");
        fields.put("relation", "con gái");
        assertThat(late.teller.post(late.path(2), fields).body()).contains("Kiểm tra xong");
        assertThat(late.overdue(2)).isEqualTo(16_600_000);
        fields.put("do", "post");
        var taken = late.teller.post(late.path(2), fields);
        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(late.post(3, 10_000_000, UUID.randomUUID()).posted()).isEqualTo(1);

        assertThat(late.parts(2)).as("16.6 m late as in time").isEqualTo(late.parts(0));
        assertThat(late.parts(3)).as("10 m late as in time").isEqualTo(late.parts(1));
        assertThat(late.notice()).contains("LTA-1-3").doesNotContain("LTA-1-2");
        assertThat(late.teller
                        .get(taken.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("16.600.000", "BL giấy 0017, bỏ sót", "Người nộp thay", "Trần Thị Lan");
        assertThat(late.teller.get("/loans/LTA-1-2").body()).contains("Trần Thị Lan (con gái) nộp thay");
        late.ends();
    }

    @Test
    void takenBackItIsOverdueAgainAndMayComeOnceMore() {
        var late = new Late("LTB");
        var before = late.parts(2);
        var line = UUID.randomUUID();
        var answer = late.post(2, 16_600_000, line);

        beans.getBean(ReverseLines.class)
                .run(
                        late.village.teller,
                        new Reversal(UUID.randomUUID(), journal(answer), List.of(line), "nhầm người"));

        assertThat(late.parts(2)).isEqualTo(before);
        assertThat(late.notice()).contains("LTB-1-2");
        late.holds();
        assertThat(late.post(2, 16_600_000, UUID.randomUUID()).posted()).isEqualTo(1);
        assertThat(late.parts(2)).isEqualTo(late.parts(0));
        late.ends();
    }

    @Test
    void theSameLineWithAnotherValueDateIsAnotherFact() {
        var late = new Late("LTC");
        var line = UUID.randomUUID();
        late.post(2, 16_600_000, line);

        assertThat(late.post(2, 16_600_000, line).others())
                .extracting(SheetAnswer.LineResult::outcome)
                .containsExactly(SheetAnswer.Outcome.ALREADY_POSTED);
        var today = beans.getBean(PostSheet.class).run(late.village.teller, late.sheet(2, 16_600_000, line, NUMBER));
        assertThat(today.others())
                .extracting(result -> Objects.requireNonNull(result.refusal()).code())
                .containsExactly("LINE_CHANGED");
    }

    @Test
    void refusesADayWithoutASessionADayTooFarBackASilentReceiptAndALoanPaidSince() {
        var late = new Late("LTD");

        assertThat(late.refusal(LocalDate.of(2025, 4, 17), NUMBER)).isEqualTo("NO_SESSION_ON_VALUE_DATE");
        assertThat(late.refusal(LocalDate.of(2025, 5, 18), NUMBER)).isEqualTo("NO_SESSION_ON_VALUE_DATE");
        assertThat(late.refusal(LocalDate.of(2024, 4, 18), NUMBER)).isEqualTo("VALUE_DATE_TOO_FAR_BACK");
        assertThat(late.refusal(LocalDate.of(2025, 4, 18), Remark.NONE)).isEqualTo("LATE_RECEIPT_NEEDS_NOTE");
        owner.sql("update programme.parameter set value = '30' where code = 'LATE_RECEIPT_DAYS'")
                .update();
        owner.sql("update programme.reference_version set version = version + 1")
                .update();
        assertThat(late.post(3, 1_000_000, UUID.randomUUID()).posted())
                .as("30 days back")
                .isEqualTo(1);
        owner.sql("update programme.parameter set value = '29' where code = 'LATE_RECEIPT_DAYS'")
                .update();
        owner.sql("update programme.reference_version set version = version + 1")
                .update();
        assertThat(late.refusal(LocalDate.of(2025, 4, 18), NUMBER)).isEqualTo("VALUE_DATE_TOO_FAR_BACK");
        owner.sql("update programme.parameter set value = '45' where code = 'LATE_RECEIPT_DAYS'")
                .update();
        owner.sql("update programme.reference_version set version = version + 1")
                .update();
        beans.getBean(PostSheet.class)
                .run(late.village.teller, late.sheet(2, 1_000_000, UUID.randomUUID(), Remark.NONE));
        assertThat(late.refusal(LocalDate.of(2025, 4, 18), NUMBER)).isEqualTo("PAID_SINCE");
    }

    /** Found by {@code torture lending}: what pays an older instalment keeps no later one from becoming overdue. */
    @Test
    void aReceiptThatPaysWhatWasOverdueBeforeCoversNoLaterInstalment() {
        var late = new Late("LTE");
        late.open.end();
        VillageDay.close(beans, late.village, LocalDate.of(2026, 4, 17));
        var due = VillageDay.open(beans, late.village);
        late.pay(due, 2, 16_600_000);
        due.end();
        VillageDay.close(beans, late.village, LocalDate.of(2026, 5, 17));
        assertThat(late.overdue(2)).as("in time: the second instalment").isEqualTo(16_600_000);
        assertThat(late.overdue(3)).as("both instalments").isEqualTo(33_200_000);
        var line = UUID.randomUUID();
        var session = VillageDay.open(beans, late.village);

        beans.getBean(PostLateReceipt.class)
                .run(
                        late.village.teller,
                        late.sheet(session, late.line(3, 16_600_000, line)),
                        LocalDate.of(2026, 4, 18));

        assertThat(late.parts(3)).isEqualTo(late.parts(2));
        session.end();
        VillageDay.close(beans, late.village, LocalDate.of(2026, 5, 18));
        late.holds();
    }

    private static long journal(SheetAnswer answer) {
        var journal = answer.journalId();
        assertThat(journal).isNotNull();
        return journal == null ? 0 : journal;
    }

    /** The village on the day of the late receipts. */
    private final class Late {

        private final String code;
        private final Village village;
        private final GroupOfLoans group;
        private final VillageDay open;
        private final Visitor teller;

        Late(String code) {
            this.code = code;
            village = Village.withAccounts(beans, code);
            var first = VillageDay.open(beans, village);
            group = first.lend(1, 4, "HONGHEO");
            first.end();
            owner.sql("update loan.loan set unpaid_instalment = 'OVERDUE' where group_id = :group")
                    .param("group", group.id())
                    .update();
            VillageDay.close(beans, village, LocalDate.of(2025, 4, 17));
            var due = VillageDay.open(beans, village);
            pay(due, 0, 16_600_000);
            pay(due, 1, 10_000_000);
            due.end();
            VillageDay.close(beans, village, LocalDate.of(2025, 5, 17));
            open = VillageDay.open(beans, village);
            teller = new Visitor(site).as(code.toLowerCase(Locale.ROOT) + ".teller");
        }

        private void pay(VillageDay day, int member, long principal) {
            var answer = beans.getBean(PostSheet.class)
                    .run(
                            village.teller,
                            new Sheet(
                                    UUID.randomUUID(),
                                    day.session(),
                                    group.id(),
                                    List.of(line(member, principal, UUID.randomUUID()))));
            assertThat(answer.posted()).isEqualTo(1);
        }

        SheetAnswer post(int member, long principal, UUID line) {
            return beans.getBean(PostLateReceipt.class)
                    .run(village.teller, sheet(member, principal, line, NUMBER), LocalDate.of(2025, 4, 18));
        }

        String refusal(LocalDate valueDate, Remark remark) {
            try {
                beans.getBean(PostLateReceipt.class)
                        .run(village.teller, sheet(2, 1_000_000, UUID.randomUUID(), remark), valueDate);
                return "none";
            } catch (Refused refused) {
                return refused.refusal().name();
            }
        }

        Sheet sheet(int member, long principal, UUID line, Remark remark) {
            return new Sheet(
                    UUID.randomUUID(),
                    open.session(),
                    group.id(),
                    List.of(line(member, principal, line)),
                    Map.of(line, remark));
        }

        Sheet sheet(VillageDay session, SheetLine line) {
            return new Sheet(
                    UUID.randomUUID(), session.session(), group.id(), List.of(line), Map.of(line.lineId(), NUMBER));
        }

        private SheetLine line(int member, long principal, UUID id) {
            return new SheetLine(
                    id,
                    group.members().get(member),
                    group.loans().get(member),
                    Dong.ZERO,
                    Dong.ZERO,
                    new Dong(principal),
                    Payer.BORROWER);
        }

        String path(int member) {
            return "/sessions/%d/counter/%d"
                    .formatted(open.session(), group.loans().get(member));
        }

        String notice() {
            return Texts.of(teller.getBytes("/groups/" + code + "-T1/forms/14-td"));
        }

        long overdue(int member) {
            return owner.sql(
                            "select coalesce(sum(principal), 0) from loan.part where part = 'OVERDUE' and loan_id = :loan")
                    .param("loan", group.loans().get(member))
                    .query(Long.class)
                    .single();
        }

        /** Principal and constant of each part; a part that nothing is in says nothing. */
        List<String> parts(int member) {
            return owner.sql("select part || ' ' || principal || ' ' || constant from loan.part"
                            + " where loan_id = :loan and (principal <> 0 or constant <> 0) order by part")
                    .param("loan", group.loans().get(member))
                    .query((row, n) -> row.getString(1))
                    .list();
        }

        /** Also when the day is closed. */
        void ends() {
            open.end();
            VillageDay.close(beans, village, LocalDate.of(2025, 5, 18));
            holds();
        }

        void holds() {
            assertThat(beans.getBean(Verification.class).run(Actor.SYSTEM, each -> {}))
                    .filteredOn(check -> !check.holds())
                    .isEmpty();
        }
    }
}
