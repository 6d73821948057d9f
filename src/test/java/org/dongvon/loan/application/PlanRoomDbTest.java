package org.dongvon.loan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.plan.PlanVillage;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.BorrowerClass;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.text.Language;
import org.dongvon.support.Lending;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** An approval that passes the plan of the month is warned of, or refused where the rule says so. docs/domain/plan.md. */
@PostgresTest
class PlanRoomDbTest {

    private static final long MILLION = 1_000_000;
    private static int villages;

    private final ApplicationContext beans;
    private final BankDecision decision;
    private final OwnerDb owner;
    private PlanVillage plan;
    private Lending lending;

    PlanRoomDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
        this.decision = beans.getBean(BankDecision.class);
    }

    /** The point may have 100 million out; 60 are promised. */
    @BeforeEach
    void village() {
        var village = Village.in(beans, "ROOM" + ++villages);
        village.group(2, 2, "GQVL", 30 * MILLION, Village.FIRST_DAY);
        var members = village.borrowers(1, 3);
        var group = new Village.GroupOfLoans(
                Objects.requireNonNull(members.getFirst().groupId()),
                members.stream()
                        .map(each -> Objects.requireNonNull(each.memberId()))
                        .toList(),
                List.of());
        plan = new PlanVillage(beans, village);
        lending = new Lending(beans, village, group, "TW-" + plan.office);
        plan.give(plan.province, Map.of(plan.province, 500L));
        plan.give(plan.province, Map.of(plan.office, 200L));
        plan.give(plan.office, Map.of(plan.point, 100L));
    }

    @Test
    void whatIsLeftIsToldAndWhatPassesItIsWarnedOf() {
        var application = lending.atBank(0, "GQVL", 50 * MILLION);

        assertThat(cautions(application, 40 * MILLION)).isEmpty();
        assertThat(cautions(application, 40 * MILLION + 1))
                .singleElement()
                .asString()
                .contains("40.000.001", "Điểm " + plan.office, "chỉ còn 40.000.000", "4/2024");
        var left = beans.getBean(Transactions.class)
                .read(
                        lending.officer(),
                        () -> decision.preview(lending.officer(), application, BankDecision.approval(terms(MILLION)))
                                .dongOf("plan-left"));
        assertThat(left).isEqualTo(new Dong(40 * MILLION));
    }

    private List<String> cautions(String application, long amount) {
        return beans.getBean(Transactions.class)
                .read(
                        plan.village.director,
                        () -> decision.cautions(Language.VI, application, BankDecision.approval(terms(amount))));
    }

    private ApprovedTerms terms(long amount) {
        return new ApprovedTerms(new Dong(amount), 36, 12, 0, BorrowerClass.STANDARD, "TW-" + plan.office, 0);
    }

    /** Of 40 left at the point 35 are left in the hamlet: the narrowest bound is named. */
    @Test
    void theHamletIsNamedWhenItHasLess() {
        plan.give(plan.point, Map.of("khu 1", 95L));
        var application = lending.atBank(0, "GQVL", 50 * MILLION);

        assertThat(cautions(application, 35 * MILLION)).isEmpty();
        assertThat(cautions(application, 36 * MILLION))
                .singleElement()
                .asString()
                .contains("khu 1", "35.000.000");
    }

    @Test
    void anotherProgrammeOrSourceHasItsOwnLine() {
        var application = lending.atBank(0, "HONGHEO", 50 * MILLION);

        assertThat(cautions(application, 50 * MILLION)).isEmpty();
    }

    @Test
    void theRuleMayRefuseItAtBothHands() {
        var application = lending.atBank(0, "GQVL", 50 * MILLION);
        var warned = ask(application, 41 * MILLION);
        var second = lending.atBank(1, "GQVL", 50 * MILLION);
        refuse();
        try {
            refused(() -> ask(second, 41 * MILLION));
            refused(() -> approve(warned));
        } finally {
            owner.sql("delete from capital.plan_rule where overrun = 'REFUSE'").update();
        }
        approve(warned);
        assertThat(cautions(second, 1)).singleElement().asString().contains("chỉ còn −1.000.000");
    }

    private void refuse() {
        owner.sql("""
                        insert into capital.plan_rule (valid_from, overrun, document_id, mark)
                        select :day, 'REFUSE', d.id, 'FOUND' from document.document d where d.code = 'QD-131-2002'
                        """).param("day", Village.FIRST_DAY).update();
    }

    private static void refused(Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(CapitalRefusal.PLAN_EXCEEDED));
    }

    private long ask(String application, long amount) {
        return beans.getBean(RequestChange.class)
                .run(
                        lending.officer(),
                        new RequestChange.Proposal(
                                UUID.randomUUID(),
                                BankDecision.NAME,
                                application,
                                BankDecision.approval(terms(amount)),
                                new Basis("Đủ điều kiện vay vốn", null, null)));
    }

    private void approve(long id) {
        beans.getBean(DecideChange.class).approve(plan.village.director, UUID.randomUUID(), id);
    }
}
