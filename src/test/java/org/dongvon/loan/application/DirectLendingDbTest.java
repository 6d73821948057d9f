package org.dongvon.loan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.disbursement.EndUndrawn;
import org.dongvon.loan.disbursement.Payee;
import org.dongvon.loan.disbursement.TransferLoan;
import org.dongvon.programme.BorrowerClass;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.ChangeRefusal;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.support.Lending;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ApplicationContext;

/** Loans made directly, from the paper at the office to the last part of the money, at both sides of every rule. */
@PostgresTest
@TestInstance(Lifecycle.PER_CLASS)
class DirectLendingDbTest {

    private static final String CONTRACT = "TW-DIRECT";
    private static final String FIT = "Đủ điều kiện vay vốn";
    private static final long FLAT = 700_000_000;
    private static final long RIGHT = 470_000_000;

    private final ApplicationContext beans;
    private final OwnerDb owner;
    private final WriteDirectApplication write;
    private final MoveApplication move;
    private final Collateral collateral;
    private final RequestChange request;
    private final DecideChange decide;

    private Village village;
    private int groups;

    DirectLendingDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
        this.write = beans.getBean(WriteDirectApplication.class);
        this.move = beans.getBean(MoveApplication.class);
        this.collateral = beans.getBean(Collateral.class);
        this.request = beans.getBean(RequestChange.class);
        this.decide = beans.getBean(DecideChange.class);
    }

    @BeforeAll
    void village() {
        village = Village.in(beans, "DIRECT");
    }

    @Test
    void aFlatIsLentForUpToWhatIsNotPaidYet() {
        filed(housing("PURCHASE", FLAT, 230_000_000, RIGHT));
        refused(ApplicationRefusal.APPLICATION_ABOVE_CAP, housing("PURCHASE", FLAT, 230_000_000, RIGHT + 1));
    }

    @Test
    void buildingIsLentForUpToItsShareAndItsRest() {
        filed(housing("BUILD", FLAT, 240_000_000, 460_000_000));
        refused(ApplicationRefusal.APPLICATION_ABOVE_CAP, housing("BUILD", FLAT, 240_000_000, 460_000_001));
        filed(housing("BUILD", FLAT, 100_000_000, 490_000_000));
        refused(ApplicationRefusal.APPLICATION_ABOVE_CAP, housing("BUILD", FLAT, 100_000_000, 490_000_001));
    }

    @Test
    void anEnterpriseIsLentByItsJobs() {
        var jobs = new Plan("ENTERPRISE", null, jobs("HTX Phú Lâm", 3, 0, 3));
        filed(draft("GQVL", 300_000_000, jobs));
        refused(ApplicationRefusal.APPLICATION_ABOVE_CAP, draft("GQVL", 300_000_001, jobs));
        refused(ApplicationRefusal.PLAN_WITHOUT_JOBS, draft("GQVL", 100_000_000, new Plan("ENTERPRISE", null, null)));
        refused(ApplicationRefusal.PLAN_OF_NO_CLASS, draft("GQVL", 100_000_000, new Plan(null, null, jobs.jobs())));
    }

    @Test
    void aTraderHasCapitalOfHisOwn() {
        filed(draft("THUONGNHAN", 80_000_000, trade(20_000_000)));
        refused(ApplicationRefusal.OWN_CAPITAL_TOO_LOW, draft("THUONGNHAN", 80_000_000, trade(19_999_999)));
        refused(
                ApplicationRefusal.PLAN_WITHOUT_NEED,
                draft("THUONGNHAN", 80_000_000, new Plan("INDIVIDUAL", null, null)));
    }

    @Test
    void aFacilityEmploysThoseWhomTheProgrammeIsFor() {
        filed(draft("NCHXAPT", 100_000_000, new Plan("ENTERPRISE", null, jobs("HTX Phú Lâm", 1, 1, 10))));
        refused(
                ApplicationRefusal.LABOUR_SHARE_TOO_LOW,
                draft("NCHXAPT", 100_000_000, new Plan("ENTERPRISE", null, jobs("HTX Phú Lâm", 1, 1, 11))));
    }

    @Test
    void whatGroupsLendIsNotLentDirectly() {
        refused(ApplicationRefusal.PROGRAMME_NOT_DIRECT, draft("HONGHEO", 10_000_000, Plan.NONE));
        var code = housing("PURCHASE", FLAT, 230_000_000, RIGHT);
        refused(ApplicationRefusal.APPLICATION_ELSEWHERE, () -> move(code, Move.RESUBMIT));
        refused(ApplicationRefusal.APPLICATION_ELSEWHERE, () -> move(code, Move.SIGN));
    }

    @Test
    void theContractIsSignedWhenItsSecurityIsEnough() {
        var enough = approved(housing("PURCHASE", FLAT, 230_000_000, RIGHT));
        refused(ApplicationRefusal.COLLATERAL_TOO_LOW, () -> move(enough, Move.SIGN));
        secure(enough, 671_428_571);
        refused(ApplicationRefusal.COLLATERAL_TOO_LOW, () -> move(enough, Move.SIGN));
        secure(enough, 1);
        move(enough, Move.SIGN);
        assertThat(step(enough)).isEqualTo("CONTRACTED");
        refused(ApplicationRefusal.APPLICATION_ELSEWHERE, () -> secure(enough, 1));

        var small = approved(draft("GQVL", 200_000_000, new Plan("ENTERPRISE", null, jobs(null, 2, 0, 2))));
        move(small, Move.SIGN);
        assertThat(step(small)).isEqualTo("CONTRACTED");
    }

    @Test
    void isPaidInPartsEachFromItsDay() {
        var code = approved(housing("PURCHASE", FLAT, 230_000_000, RIGHT));
        var loan = code.replace("-HS", "-V");
        refused(ApplicationRefusal.APPLICATION_NOT_CONTRACTED, () -> ask(loan, 200_000_000));
        secure(code, FLAT);
        move(code, Move.SIGN);
        refused(LoanRefusal.PART_ABOVE_UNDRAWN, () -> ask(loan, RIGHT + 1));
        long first = ask(loan, 200_000_000);
        refused(ChangeRefusal.ROLE_MAY_NOT_APPROVE, () -> decide.approve(village.director, UUID.randomUUID(), first));
        decide.approve(village.controller, UUID.randomUUID(), first);

        assertThat(step(code)).isEqualTo("PAID_OUT");
        assertThat(loan(loan)).isEqualTo("ACTIVE 200000000 470000000 270000000 200000000 200000000");
        assertThat(owner.sql("""
                        select string_agg(e.account || ' ' || e.amount, ', ' order by e.account)
                          from ledger.entry e join ledger.journal j on j.id = e.journal_id
                          join loan.transfer t on t.submission = j.submission
                          join loan.loan l on l.id = t.loan_id where l.code = :code
                        """).param("code", loan).query(String.class).single())
                .isEqualTo("BANK -200000000, LOAN_IN_TERM 200000000");

        long stale = ask(loan, 100_000_000);
        decide.approve(village.controller, UUID.randomUUID(), ask(loan, 150_000_000));
        assertThat(loan(loan)).isEqualTo("ACTIVE 350000000 470000000 120000000 350000000 350000000");
        refused(ChangeRefusal.CHANGE_STALE, () -> decide.approve(village.controller, UUID.randomUUID(), stale));
        refused(LoanRefusal.PART_ABOVE_UNDRAWN, () -> ask(loan, 120_000_001));

        var end = beans.getBean(EndUndrawn.class);
        refused(LoanRefusal.UNDRAWN_NEEDS_REASON, () -> end.run(officer(), UUID.randomUUID(), loan, "thôi"));
        end.run(officer(), UUID.randomUUID(), loan, "Người vay không nhận nữa");
        assertThat(loan(loan)).isEqualTo("ACTIVE 350000000 470000000 0 350000000 350000000");
        refused(LoanRefusal.LOAN_NOTHING_UNDRAWN, () -> ask(loan, 1));
    }

    @Test
    void whatIsNotTakenIsPromisedUntilItIsGivenUp() {
        var code = filed(housing("PURCHASE", FLAT, 230_000_000, RIGHT));
        long before = free();
        decide.approve(village.director, UUID.randomUUID(), propose(code, RIGHT));
        assertThat(free()).isEqualTo(before - RIGHT);
        secure(code, FLAT);
        move(code, Move.SIGN);
        var loan = code.replace("-HS", "-V");
        decide.approve(village.controller, UUID.randomUUID(), ask(loan, 200_000_000));
        assertThat(free()).isEqualTo(before - RIGHT);
        beans.getBean(EndUndrawn.class).run(officer(), UUID.randomUUID(), loan, "Người vay không nhận nữa");
        assertThat(free()).isEqualTo(before - 200_000_000);
    }

    @Test
    void whatAGroupHasNoticeOfMayGoToAnAccountInOneSum() {
        groups++;
        var group = village.group(groups, 3, "HONGHEO", 50_000_000, Village.FIRST_DAY);
        var lending = new Lending(beans, village, group, CONTRACT);
        var code = lending.notified(0, "HONGHEO", 10_000_000);
        var loan = code.replace("-HS", "-V");
        refused(LoanRefusal.PROGRAMME_PAYS_WHOLE, () -> ask(loan, 9_999_999));
        decide.approve(village.controller, UUID.randomUUID(), ask(loan, 10_000_000));
        assertThat(step(code)).isEqualTo("PAID_OUT");
        assertThat(loan(loan)).isEqualTo("ACTIVE 10000000  0 10000000 10000000");
    }

    @Test
    void aSellerIsPaidByHisInvoice() {
        new Payee(Payee.Kind.BORROWER, "Phan Thị Mận", "0102 0304", "NHCSXH Hải Phòng", "");
        refused(
                LoanRefusal.PAYEE_INCOMPLETE,
                () -> new Payee(Payee.Kind.SELLER, "Công ty Nhà ở", "01020304", "NHCSXH Hải Phòng", ""));
    }

    @Test
    void anEventIsOfItsApplicationsPath() {
        var code = housing("PURCHASE", FLAT, 230_000_000, RIGHT);
        assertThatThrownBy(() -> owner.sql("""
                        insert into loan.application_event (application_id, path, point_id, move, from_step, to_step, role,
                                                            needs_reason, human, happened_on, submission)
                        select a.id, 'ENTRUSTED', a.point_id, 'SUBMIT', 'DRAFT', 'AT_GROUP', 'GROUP_HEAD', false, 1, a.written_on,
                               (select key from shared.submission limit 1)
                          from loan.application a where a.code = :code
                        """).param("code", code).update())
                .hasMessageContaining("application_event_of_its_path");
    }

    @Test
    void whoFiledItDoesNotDecide() {
        var code = housing("PURCHASE", FLAT, 230_000_000, RIGHT);
        var filer = someone(Role.CREDIT_OFFICER, village.director);
        move.run(filer, new MoveApplication.Wish(UUID.randomUUID(), List.of(code), Move.FILE, null));
        long asked = propose(code, RIGHT);
        refused(
                ApplicationRefusal.APPLICATION_SAME_PERSON,
                () -> decide.approve(village.director, UUID.randomUUID(), asked));
    }

    private String housing(String capClass, long need, long own, long amount) {
        return draft("NOXH", amount, new Plan(capClass, new Plan.Need(new Dong(need), new Dong(own)), null));
    }

    private static Plan trade(long own) {
        return new Plan("INDIVIDUAL", new Plan.Need(new Dong(100_000_000), new Dong(own)), null);
    }

    private static JobPlan jobs(@Nullable String establishment, int created, int ofTheClass, int hired) {
        return new JobPlan(
                establishment,
                "thôn Phú Lâm",
                new JobPlan.Jobs(created, 0, 0, 0),
                new JobPlan.Labour(0, hired, ofTheClass),
                List.of(JobPlan.Priority.DISABLED),
                new Dong(900_000_000),
                new Dong(700_000_000));
    }

    /** A draft of an adult of a household of its own. */
    private String draft(String programme, long amount, Plan plan) {
        groups++;
        var group = village.group(groups, 1, "HONGHEO", 1_000_000, Village.FIRST_DAY);
        long person = owner.sql("select person_id from \"group\".member where id = :id")
                .param("id", group.members().getFirst())
                .query(Long.class)
                .single();
        return write.run(
                officer(),
                new WriteDirectApplication.Wish(
                        UUID.randomUUID(),
                        person,
                        programme,
                        "Mua căn hộ nhà ở xã hội",
                        new WriteDirectApplication.Asked(new Dong(amount), 60, 12),
                        plan));
    }

    private String filed(String code) {
        move(code, Move.FILE);
        assertThat(step(code)).isEqualTo("AT_BANK");
        return code;
    }

    private String approved(String code) {
        filed(code);
        long amount = owner.sql("select amount from loan.application where code = :code")
                .param("code", code)
                .query(Long.class)
                .single();
        decide.approve(village.director, UUID.randomUUID(), propose(code, amount));
        assertThat(step(code)).isEqualTo("APPROVED");
        return code;
    }

    private long propose(String code, long amount) {
        var terms = new ApprovedTerms(new Dong(amount), 60, 12, 0, BorrowerClass.STANDARD, CONTRACT, 0);
        return ask(BankDecision.NAME, code, BankDecision.approval(terms));
    }

    private long ask(String loan, long amount) {
        var payee = new Payee(Payee.Kind.SELLER, "Công ty Nhà ở", "0102 0304 05", "NHCSXH Hải Phòng", "HĐ 12/2024");
        return ask(TransferLoan.NAME, loan, TransferLoan.wanted(new Dong(amount), payee));
    }

    private long ask(String kind, String subject, Facts wanted) {
        return request.run(
                officer(),
                new RequestChange.Proposal(UUID.randomUUID(), kind, subject, wanted, new Basis(FIT, null, null)));
    }

    private void secure(String code, long value) {
        collateral.enter(
                officer(),
                UUID.randomUUID(),
                code,
                new Collateral.Asset(
                        Collateral.Kind.FORMED, "Căn hộ A-12 tòa nhà số 3", "", "Nguyễn Thị 0", new Dong(value)));
    }

    private void move(String code, Move way) {
        move.run(officer(), new MoveApplication.Wish(UUID.randomUUID(), List.of(code), way, "Thiếu giấy tờ"));
    }

    private long free() {
        return owner.sql("""
                        select a.granted - a.lent
                               - (select coalesce(sum(case l.stage when 'APPROVED' then l.amount else l.undrawn end), 0)
                                    from loan.loan l where l.allotment_id = a.id)
                          from capital.allotment a where a.id = :id
                        """).param("id", village.allotment).query(Long.class).single();
    }

    private String loan(String code) {
        return owner.sql("""
                        select format('%s %s %s %s %s %s', l.stage, l.amount, l.whole, l.undrawn, sum(i.amount),
                                      (select sum(p.principal) from loan.part p where p.loan_id = l.id))
                          from loan.loan l join loan.instalment i on i.loan_id = l.id where l.code = :code group by l.id
                        """).param("code", code).query(String.class).single();
    }

    private String step(String code) {
        return owner.sql("select step from loan.application where code = :code")
                .param("code", code)
                .query(String.class)
                .single();
    }

    private Actor officer() {
        return someone(Role.CREDIT_OFFICER, village.leader);
    }

    private Actor someone(Role role, Actor who) {
        return new Actor(
                who.id(),
                who.personId(),
                who.login(),
                who.name(),
                role,
                village.office,
                Scope.of(village.direct, village.point).narrowedTo(Narrowing.NONE));
    }

    private void refused(Refusal refusal, String draft) {
        refused(refusal, () -> move(draft, Move.FILE));
        assertThat(step(draft)).isEqualTo("DRAFT");
    }

    private static void refused(Refusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
