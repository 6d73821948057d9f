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
        assertThat(sum("select sum(a.balance) from savings.account a join \"group\".member m on m.id = a.member_id"
                        + " where m.group_id = " + group.id()))
                .isEqualTo(250_000);
        assertThat(sum("select sum(amount) from ledger.entry")).isZero();
    }

    @Test
    void takesTheInterestOfThirtyDaysAndRefusesPrincipalThroughTheHead() {
        var village = Village.in(beans, "B");
        var group = village.group(2, 6, "HONGHEO", 50_000_000, Village.FIRST_DAY);
        village.payOut(village.openSession(500_000_000), group);
        owner.sql("update organisation.business_day set day = '2024-05-18' where office_id = :office")
                .param("office", village.office)
                .update();
        var session = village.openSession(0);
        // 50 000 000 đ × 30 days × 6.6 % / 365 = 271 232.88 đ.
        var lines = new ArrayList<SheetLine>();
        lines.add(throughHead(group, 0, 271_233, 50_000, 0));
        lines.add(throughHead(group, 1, 271_234, 50_000, 0));
        lines.add(throughHead(group, 2, 271_233, 0, 1_000_000));
        lines.add(throughHead(group, 3, 100_000, 0, 0));
        lines.add(throughHead(group, 4, 0, 0, 0));
        lines.add(atCounter(group, 5, 271_233, 7_000_000));

        var answer = postSheet.run(village.teller, new Sheet(UUID.randomUUID(), session, group.id(), lines));

        assertThat(lines.stream()
                        .map(l -> answer.of(l.lineId()))
                        .map(r -> r.outcome() + " "
                                + (r.refusal() == null ? "" : r.refusal().code())))
                .containsExactly(
                        "POSTED ",
                        "REFUSED INTEREST_HIDES_PRINCIPAL",
                        "REFUSED PRINCIPAL_THROUGH_GROUP_HEAD",
                        "POSTED ",
                        "ABSENT ",
                        "POSTED ");
        assertThat(answer.cash()).isEqualTo(271_233 + 50_000 + 100_000 + 271_233 + 7_000_000);
        assertThat(sum("select -sum(amount) from ledger.entry where account = 'INTEREST_INCOME'"))
                .isEqualTo(271_233 + 100_000 + 271_233);
        assertThat(sum("select lent from capital.allotment where id = " + village.allotment))
                .isEqualTo(6 * 50_000_000L - 7_000_000);
        assertThat(owner.sql("select constant + principal * programme.in_term_index(series_id, '2024-05-18')"
                                + " from loan.part where loan_id = :loan")
                        .param("loan", group.loans().getFirst())
                        .query(java.math.BigDecimal.class)
                        .single())
                .as("residue of 271 232.88 − 271 233 đ")
                .isEqualByComparingTo("-4500000000");
    }

    @Test
    void closesALoanThatIsPaidInFullAndClearsTheResidue() {
        var village = Village.in(beans, "C");
        var group = village.group(3, 5, "HONGHEO", 50_000_000, Village.FIRST_DAY);
        village.payOut(village.openSession(500_000_000), group);
        owner.sql("update organisation.business_day set day = '2024-05-18' where office_id = :office")
                .param("office", village.office)
                .update();
        var session = village.openSession(0);
        var lines = List.of(atCounter(group, 0, 271_233, 50_000_000));

        var answer = postSheet.run(village.teller, new Sheet(UUID.randomUUID(), session, group.id(), lines));

        assertThat(answer.posted()).isEqualTo(1);
        assertThat(owner.sql("select l.stage || ' ' || p.principal || ' ' || p.constant + p.principal"
                                + " from loan.loan l join loan.part p on p.loan_id = l.id where l.id = :loan")
                        .param("loan", group.loans().getFirst())
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED 0 0");
        var late = List.of(atCounter(group, 0, 0, 1));
        assertThat(postSheet
                        .run(village.teller, new Sheet(UUID.randomUUID(), session, group.id(), late))
                        .others())
                .extracting(r -> java.util.Objects.requireNonNull(r.refusal()).code())
                .containsExactly("LOAN_NOT_ACTIVE");
    }

    @Test
    void refusesAPostedLineWithOtherContentAndALineOfAnotherGroup() {
        var village = Village.in(beans, "D");
        var session = village.openSession(900_000_000);
        var group = village.group(4, 5, "HONGHEO", 50_000_000, Village.FIRST_DAY);
        var other = village.group(5, 5, "HONGHEO", 50_000_000, Village.FIRST_DAY);
        village.payOut(session, group);
        village.payOut(session, other);
        var sheet = savings(session, group, 50_000);
        postSheet.run(village.teller, sheet);
        var posted = sheet.lines().getFirst();
        var changed = new SheetLine(
                posted.lineId(),
                posted.memberId(),
                posted.loanId(),
                Dong.ZERO,
                new Dong(60_000),
                Dong.ZERO,
                Payer.GROUP_HEAD);
        var foreign = throughHead(other, 0, 0, 50_000, 0);
        var foreignLoan = atCounter(other, 0, 0, 1_000_000);

        var answer = postSheet.run(
                village.teller,
                new Sheet(UUID.randomUUID(), session, group.id(), List.of(changed, foreign, foreignLoan)));

        assertThat(answer.posted()).isZero();
        assertThat(answer.others())
                .extracting(r -> java.util.Objects.requireNonNull(r.refusal()).code())
                .containsExactly("LINE_CHANGED", "WRONG_GROUP", "WRONG_GROUP");
    }

    private static SheetLine throughHead(
            Village.GroupOfLoans group, int member, long interest, long saving, long principal) {
        return new SheetLine(
                UUID.randomUUID(),
                group.members().get(member),
                group.loans().get(member),
                new Dong(interest),
                new Dong(saving),
                new Dong(principal),
                Payer.GROUP_HEAD);
    }

    private static SheetLine atCounter(Village.GroupOfLoans group, int member, long interest, long principal) {
        return new SheetLine(
                UUID.randomUUID(),
                group.members().get(member),
                group.loans().get(member),
                new Dong(interest),
                Dong.ZERO,
                new Dong(principal),
                Payer.BORROWER);
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
