package org.dongvon.loan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.programme.BorrowerClass;
import org.dongvon.session.payout.PayOutLoans;
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
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ApplicationContext;

/** From the commune's answer to the money, in a village that opens on a session day, 18/04/2024. */
@PostgresTest
@TestInstance(Lifecycle.PER_CLASS)
class BankSideDbTest {

    private static final String PROGRAMME = "HONGHEO";
    private static final String CONTRACT = "TW-BANKSIDE";
    private static final String FIT = "Đủ điều kiện vay vốn";
    private static final LocalDate SESSION = Village.FIRST_DAY;

    private final ApplicationContext beans;
    private final WriteApplication write;
    private final MoveApplication move;
    private final HoldMeeting meeting;
    private final NotifyApproved notify;
    private final RequestChange request;
    private final DecideChange decide;
    private final PayOutLoans payOut;
    private final OwnerDb owner;

    private Village village;
    private int groups;
    private long session;

    BankSideDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
        this.write = beans.getBean(WriteApplication.class);
        this.move = beans.getBean(MoveApplication.class);
        this.meeting = beans.getBean(HoldMeeting.class);
        this.notify = beans.getBean(NotifyApproved.class);
        this.request = beans.getBean(RequestChange.class);
        this.decide = beans.getBean(DecideChange.class);
        this.payOut = beans.getBean(PayOutLoans.class);
    }

    @BeforeAll
    void village() {
        village = Village.in(beans, "BANKSIDE");
        session = village.openSession(900_000_000);
    }

    @Test
    void becomesALoanThatIsPaidOut() {
        var group = group();
        var first = atBank(group, 0, 40_000_000);
        var second = atBank(group, 1, 30_000_000);

        approve(first, terms(35_000_000, 36, CONTRACT));
        approve(second, terms(30_000_000, 36, CONTRACT));
        assertThat(notify.run(officer(), new NotifyApproved.Wish(UUID.randomUUID(), List.of(first, second), SESSION)))
                .isEqualTo(2);
        assertThat(owner.sql("""
                        select n.number || ' ' || count(*) || ' ' || n.pay_on
                          from loan.notice n join loan.notice_line l on l.notice_id = n.id
                          join loan.application a on a.id = l.application_id
                         where a.code = :code or a.code = :other
                         group by n.id
                        """)
                        .param("code", first)
                        .param("other", second)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .endsWith("2 2024-04-18");

        pay(first, second);

        assertThat(step(first)).isEqualTo("PAID_OUT");
        assertThat(owner.sql("""
                        select concat_ws(' ', l.code, l.amount, l.stage, l.term_months, l.interval_months, l.grace_months,
                                         count(i.*), sum(i.amount))
                          from loan.approval v
                          join loan.application a on a.id = v.application_id
                          join loan.loan l on l.id = v.loan_id
                          join loan.instalment i on i.loan_id = l.id
                         where a.code = :code
                         group by l.id
                        """).param("code", first).query(String.class).single())
                .isEqualTo(first.replace("-HS", "-V") + " 35000000 ACTIVE 36 12 0 3 35000000");
    }

    @Test
    void whatWasReturnedGoesOnWhereItWas() {
        var group = group();
        var code = atBank(group, 0, 10_000_000);

        move(officer(), code, Move.RETURN);
        assertThat(step(code)).isEqualTo("RETURNED_BY_BANK");
        refused(ApplicationRefusal.APPLICATION_ELSEWHERE, () -> ask(code, terms(10_000_000, 36, CONTRACT), FIT));
        move(head(group), code, Move.RESUBMIT);
        assertThat(step(code)).isEqualTo("AT_BANK");
    }

    @Test
    void theDirectorDeclinesWithTheOfficersReason() {
        var code = atBank(group(), 0, 10_000_000);
        long asked = ask(code, BankDecision.refusal(), "Phương án vay vốn không khả thi");

        decide.approve(village.director, UUID.randomUUID(), asked);

        assertThat(step(code)).isEqualTo("DECLINED");
        assertThat(owner.sql("""
                        select e.reason from loan.application_event e join loan.application a on a.id = e.application_id
                         where a.code = :code and e.move = 'DECLINE'
                        """).param("code", code).query(String.class).single())
                .isEqualTo("Phương án vay vốn không khả thi");
    }

    @Test
    void noMoreThanWasAskedForNorThanTheCapLeaves() {
        var group = group();
        var code = atBank(group, 0, 30_000_000);
        refused(ApplicationRefusal.APPLICATION_ABOVE_ASKED, () -> ask(code, terms(30_000_001, 36, CONTRACT), FIT));
        refused(ApplicationRefusal.APPLICATION_TERM_TOO_LONG, () -> ask(code, terms(30_000_000, 121, CONTRACT), FIT));
        ask(code, terms(30_000_000, 120, CONTRACT), FIT);

        // The household owes another 50 million in the office, which the group head did not see.
        owner.sql("update loan.loan set amount = 70000001 where id = :id")
                .param("id", group.loans().get(1))
                .update();
        var sibling = atBankUnchecked(group, 1, 30_000_000);
        refused(ApplicationRefusal.APPLICATION_ABOVE_CAP, () -> ask(sibling, terms(30_000_000, 36, CONTRACT), FIT));
        ask(sibling, terms(29_999_999, 36, CONTRACT), FIT);
    }

    @Test
    void theMoneyIsOfTheOfficesOwnContract() {
        var code = atBank(group(), 0, 30_000_000);
        refused(ApplicationRefusal.ALLOTMENT_NOT_OF_OFFICE, () -> ask(code, terms(30_000_000, 36, "TW-KHAC"), FIT));

        owner.sql("""
                        with signed as (insert into capital.contract (code, point_id, source, owner, decision, signed_on, amount, received)
                            values ('UT-BANKSIDE', :point, 'PROVINCE', 'UBND tỉnh', 'QĐ 1', date '2024-01-01', 10000000, 10000000) returning *)
                        insert into capital.contract_term (contract_id, valid_from, point_id, source, owner, decision, amount)
                        select id, signed_on, point_id, source, owner, decision, amount from signed
                        """).param("point", village.direct).update();
        owner.sql("""
                        insert into capital.allotment (contract_id, office_id, point_id, granted)
                        select id, :office, point_id, 10000000 from capital.contract where code = 'UT-BANKSIDE'
                        """).param("office", village.office).update();
        refused(CapitalRefusal.ALLOTMENT_EXHAUSTED, () -> ask(code, terms(10_000_001, 36, "UT-BANKSIDE"), FIT));
        ask(code, terms(10_000_000, 36, "UT-BANKSIDE"), FIT);
    }

    @Test
    void aPoorHouseholdTakesNoNearPoorLoanBesides() {
        var group = group();
        var student = draft(group, 0, "HSSV", 10_000_000);
        move(head(group), student, Move.SUBMIT);
        var nearPoor = draft(group, 0, "CANNGHEO", 10_000_000);
        refused(ApplicationRefusal.PROGRAMMES_EXCLUDE, () -> move(head(group), nearPoor, Move.SUBMIT));
        var closed = draft(group, 0, "COVID", 10_000_000);
        refused(ApplicationRefusal.PROGRAMME_CLOSED, () -> move(head(group), closed, Move.SUBMIT));
        var direct = draft(group, 0, "NOXH", 10_000_000);
        refused(ApplicationRefusal.PROGRAMME_NOT_BY_GROUPS, () -> move(head(group), direct, Move.SUBMIT));
    }

    @Test
    void theHouseholdIsOfTheClassThatItsCommuneDecided() {
        var group = group();
        owner.sql("""
                        with list as (
                            insert into household.class_list (document_id, point_id, decided_on, complete, submission)
                            select (select id from document.document where code = 'CT-40-2014'), :point, date '2024-01-15',
                                   false, (select key from shared.submission limit 1)
                            returning id)
                        insert into household.class_entry (list_id, household_id, point_id, class)
                        select list.id, m.household_id, :point, n.class
                          from list, unnest(cast(:members as bigint[]), array['NEAR_POOR', 'POOR']) as n (member, class)
                          join "group".member m on m.id = n.member
                        """)
                .param("point", village.point)
                .param("members", group.members().subList(0, 2).toArray(Long[]::new))
                .update();
        var nearPoor = draft(group, 0, PROGRAMME, 10_000_000);
        refused(ApplicationRefusal.HOUSEHOLD_OF_ANOTHER_CLASS, () -> move(head(group), nearPoor, Move.SUBMIT));
        move(head(group), draft(group, 1, PROGRAMME, 10_000_000), Move.SUBMIT);
        move(head(group), draft(group, 2, PROGRAMME, 10_000_000), Move.SUBMIT);
    }

    @Test
    void eachHandOnlyOnce() {
        var group = group();
        var code = atBank(group, 0, 10_000_000);
        long asked = ask(code, terms(10_000_000, 36, CONTRACT), FIT);

        refused(ChangeRefusal.OWN_CHANGE, () -> decide.approve(officer(), UUID.randomUUID(), asked));
        var head = brought(Role.DIRECTOR, Narrowing.NONE);
        refused(ApplicationRefusal.APPLICATION_SAME_PERSON, () -> decide.approve(head, UUID.randomUUID(), asked));
        decide.approve(village.director, UUID.randomUUID(), asked);
        assertThat(step(code)).isEqualTo("APPROVED");
    }

    @Test
    void isPaidOutAfterItsNoticeAlone() {
        var code = atBank(group(), 0, 10_000_000);
        approve(code, terms(10_000_000, 36, CONTRACT));

        refused(ApplicationRefusal.APPLICATION_NOT_NOTIFIED, () -> pay(code));
        refused(
                ApplicationRefusal.NOTICE_NOT_ON_A_SESSION,
                () -> notify.run(
                        officer(), new NotifyApproved.Wish(UUID.randomUUID(), List.of(code), SESSION.plusDays(1))));
        notify.run(officer(), new NotifyApproved.Wish(UUID.randomUUID(), List.of(code), LocalDate.of(2024, 5, 18)));
        pay(code);
        assertThat(step(code)).isEqualTo("PAID_OUT");
    }

    @Test
    void whatIsNotTakenEndsWithoutADong() {
        var code = atBank(group(), 0, 10_000_000);
        approve(code, terms(10_000_000, 36, CONTRACT));

        move(officer(), code, Move.CANCEL);

        assertThat(step(code)).isEqualTo("CANCELLED");
        assertThat(owner.sql("""
                        select l.stage from loan.loan l join loan.approval v on v.loan_id = l.id
                          join loan.application a on a.id = v.application_id where a.code = :code
                        """).param("code", code).query(String.class).single())
                .isEqualTo("CANCELLED");
        refused(LoanRefusal.LOAN_NOT_APPROVED, () -> pay(code));
    }

    @Test
    void aChangedApplicationMakesTheProposalStale() {
        var group = group();
        var code = atBank(group, 0, 10_000_000);
        long asked = ask(code, terms(10_000_000, 36, CONTRACT), FIT);
        move(head(group), code, Move.WITHDRAW);

        refused(ChangeRefusal.CHANGE_STALE, () -> decide.approve(village.director, UUID.randomUUID(), asked));
        assertThat(step(code)).isEqualTo("WITHDRAWN");
    }

    private Village.GroupOfLoans group() {
        groups++;
        return village.group(groups, 3, PROGRAMME, 50_000_000, Village.FIRST_DAY);
    }

    private String draft(Village.GroupOfLoans group, int member, String programme, long amount) {
        return write.run(
                head(group),
                new WriteApplication.Wish(
                        UUID.randomUUID(),
                        group.members().get(member),
                        programme,
                        "Nuôi bò sinh sản",
                        new Dong(amount),
                        36,
                        12));
    }

    private String atBank(Village.GroupOfLoans group, int member, long amount) {
        var code = draft(group, member, PROGRAMME, amount);
        move(head(group), code, Move.SUBMIT);
        return onward(group, code);
    }

    /** An application whose household came to owe more only after the group had looked. */
    private String atBankUnchecked(Village.GroupOfLoans group, int member, long amount) {
        var loan = group.loans().get(member);
        long before = owner.sql("select amount from loan.loan where id = :id")
                .param("id", loan)
                .query(Long.class)
                .single();
        owner.sql("update loan.loan set amount = 1 where id = :id")
                .param("id", loan)
                .update();
        var code = atBank(group, member, amount);
        owner.sql("update loan.loan set amount = :amount where id = :id")
                .param("amount", before)
                .param("id", loan)
                .update();
        return code;
    }

    private String onward(Village.GroupOfLoans group, String code) {
        meeting.run(
                head(group),
                new HoldMeeting.Minutes(
                        UUID.randomUUID(), Village.FIRST_DAY, 3, List.of(new HoldMeeting.Vote(code, 3, 0))));
        move(actor(village.controller, Role.ASSOCIATION_STAFF, Narrowing.ofAssociation("HPN")), code, Move.SEND);
        move(actor(village.controller, Role.COMMUNE_OFFICIAL, Narrowing.NONE), code, Move.CONFIRM);
        move(officer(), code, Move.RECEIVE);
        return code;
    }

    private static Facts terms(long amount, int months, String contract) {
        return BankDecision.approval(
                new ApprovedTerms(new Dong(amount), months, 12, 0, BorrowerClass.STANDARD, contract, 0));
    }

    private long ask(String code, Facts wanted, String reason) {
        return request.run(
                officer(),
                new RequestChange.Proposal(
                        UUID.randomUUID(), BankDecision.NAME, code, wanted, new Basis(reason, null, null)));
    }

    private void approve(String code, Facts wanted) {
        decide.approve(village.director, UUID.randomUUID(), ask(code, wanted, FIT));
    }

    private void pay(String... codes) {
        var lines = owner.sql("""
                        select v.loan_id from loan.approval v join loan.application a on a.id = v.application_id
                         where a.code = any (:codes) order by a.id
                        """)
                .param("codes", codes)
                .query((row, n) -> new PayOutLoans.PayOutLine(UUID.randomUUID(), row.getLong("loan_id")))
                .list();
        payOut.run(village.teller, new PayOutLoans.PayOut(UUID.randomUUID(), session, lines));
    }

    private void move(Actor actor, String code, Move way) {
        move.run(actor, new MoveApplication.Wish(UUID.randomUUID(), List.of(code), way, "Thiếu xác nhận của hộ"));
    }

    private String step(String code) {
        return owner.sql("select step from loan.application where code = :code")
                .param("code", code)
                .query(String.class)
                .single();
    }

    private Actor head(Village.GroupOfLoans group) {
        return brought(Role.GROUP_HEAD, Narrowing.ofGroup(group.id()));
    }

    /** Who brings the applications: somebody who is not of the village's staff. */
    private Actor brought(Role role, Narrowing narrowing) {
        var like = actor(village.teller, role, narrowing);
        return new Actor(
                like.id() + 1000,
                like.personId() + 1000,
                like.login(),
                like.name(),
                role,
                like.officeId(),
                like.scope());
    }

    private Actor officer() {
        return actor(village.leader, Role.CREDIT_OFFICER, Narrowing.NONE);
    }

    private Actor actor(Actor who, Role role, Narrowing narrowing) {
        return new Actor(
                who.id(),
                who.personId(),
                who.login(),
                who.name(),
                role,
                village.office,
                Scope.of(village.direct, village.point).narrowedTo(narrowing));
    }

    private static void refused(Refusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
