package org.dongvon.loan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.ApproveLoans;
import org.dongvon.programme.BorrowerClass;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.support.Lending;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** Which money a loan is of: the contract says under which programmes, where, how much, at which rate, and which comes first. */
@PostgresTest
class MoneyByRuleDbTest {

    private static int villages;

    private final ApplicationContext beans;
    private final OwnerDb owner;
    private final BankDecision decision;
    private Village village;
    private Lending lending;
    private String code;
    private String contract;

    MoneyByRuleDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
        this.decision = beans.getBean(BankDecision.class);
    }

    @BeforeEach
    void village() {
        code = "RULE" + ++villages;
        contract = "UT-" + code;
        village = Village.in(beans, code);
        var members = village.borrowers(1, 3);
        var group = new Village.GroupOfLoans(
                Objects.requireNonNull(members.getFirst().groupId()),
                members.stream()
                        .map(each -> Objects.requireNonNull(each.memberId()))
                        .toList(),
                List.of());
        lending = new Lending(beans, village, group, contract);
        owner.sql("""
                        with signed as (
                            insert into capital.contract (code, point_id, source, owner, decision, signed_on, amount, received)
                            values (:code, :point, 'PROVINCE', 'UBND tỉnh', 'QĐ 1', date '2024-01-01', 100000000, 100000000)
                            returning id, point_id, source, owner, decision, signed_on, amount)
                        insert into capital.contract_term (contract_id, valid_from, point_id, source, owner, decision, amount, priority)
                        select id, signed_on, point_id, source, owner, decision, amount, 10 from signed
                        """).param("code", contract).param("point", village.direct).update();
        owner.sql("""
                        insert into capital.allotment (contract_id, office_id, point_id, granted)
                        select id, :office, point_id, 20000000 from capital.contract where code = :code
                        """).param("code", contract).param("office", village.office).update();
    }

    @Test
    void theMoneyOfTheLowestNumberComesFirst() {
        var application = lending.atBank(0, "GQVL", 20_000_000);

        assertThat(sources(application)).containsExactly(contract, "TW-" + code);
        terms("priority = 200");
        assertThat(sources(application)).containsExactly("TW-" + code, contract);
    }

    @Test
    void aProgrammeThatTheContractDoesNotAllowIsRefused() {
        var application = lending.atBank(0, "GQVL", 10_000_000);
        terms("programmes = array(select id from programme.programme where code = 'HONGHEO')");

        assertThat(sources(application)).containsExactly("TW-" + code);
        refused(CapitalRefusal.PROGRAMME_NOT_ALLOWED, () -> ask(application, 10_000_000));
        terms("programmes = array(select id from programme.programme where code in ('GQVL', 'HONGHEO') order by id)");
        ask(application, 10_000_000);
    }

    /** Whoever writes the loan. */
    @Test
    void theDatabaseItselfRefusesTheProgramme() {
        var borrower = village.borrowers(2, 1).getFirst();
        terms("programmes = array(select id from programme.programme where code = 'GQVL')");

        assertThatThrownBy(() -> approve("HONGHEO", borrower))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is not among those of contract");
        approve("GQVL", borrower);
    }

    private void approve(String programme, ApproveLoans.Borrower borrower) {
        var reference = beans.getBean(Programmes.class).current();
        long allotment =
                owner.sql("""
                        select a.id from capital.allotment a join capital.contract c on c.id = a.contract_id where c.code = :code
                        """).param("code", contract).query(Long.class).single();
        var loan = new ApproveLoans.NewLoan(
                code + "-9-9",
                borrower,
                reference.programme(programme).id(),
                reference
                        .rates()
                        .seriesFor(programme, BorrowerClass.STANDARD, Village.FIRST_DAY)
                        .id(),
                allotment,
                new Dong(1_000_000),
                new ApproveLoans.Terms(36, 12, 0, 0),
                0);
        beans.getBean(Transactions.class)
                .write(
                        Actor.SYSTEM,
                        () -> beans.getBean(ApproveLoans.class).run(village.point, Village.FIRST_DAY, List.of(loan)));
    }

    @Test
    void aPointOutsideOfTheAreaIsRefused() {
        var application = lending.atBank(0, "GQVL", 10_000_000);
        terms("area_id = (select id from organisation.unit where code = '" + code + "-00')");

        assertThat(sources(application)).containsExactly("TW-" + code);
        refused(CapitalRefusal.AREA_NOT_ALLOWED, () -> ask(application, 10_000_000));
        terms("area_id = (select id from organisation.unit where code = '" + code + "')");
        ask(application, 10_000_000);
    }

    @Test
    void moreThanTheContractsCapOrItsIdleMoneyIsRefused() {
        var application = lending.atBank(0, "GQVL", 50_000_000);
        refused(CapitalRefusal.ALLOTMENT_EXHAUSTED, () -> ask(application, 20_000_001));
        terms("cap = 15000000");
        refused(CapitalRefusal.ABOVE_CAP_OF_CONTRACT, () -> ask(application, 15_000_001));
        ask(application, 15_000_000);
    }

    @Test
    void theLoanBearsTheContractsOwnRate() {
        var application = lending.atBank(0, "HONGHEO", 10_000_000);
        terms("programmes = array(select id from programme.programme where code = 'HONGHEO'),"
                + " series_id = (select id from programme.rate_series where code = 'CANNGHEO')");
        long asked = ask(application, 10_000_000);
        beans.getBean(DecideChange.class).approve(village.director, UUID.randomUUID(), asked);

        assertThat(owner.sql("""
                        select s.code || ' ' || c.code from loan.loan l join programme.rate_series s on s.id = l.series_id
                          join capital.contract c on c.id = l.contract_id where l.code = :code
                        """)
                        .param("code", application.replace("-HS", "-V"))
                        .query(String.class)
                        .single())
                .isEqualTo("CANNGHEO " + contract);
    }

    private List<String> sources(String application) {
        return beans.getBean(Transactions.class).read(lending.officer(), () -> decision.sources(application)).stream()
                .map(SourceOfMoney::contract)
                .toList();
    }

    private long ask(String application, long amount) {
        var terms = new ApprovedTerms(new Dong(amount), 36, 12, 0, BorrowerClass.STANDARD, contract, 0);
        return beans.getBean(RequestChange.class)
                .run(
                        lending.officer(),
                        new RequestChange.Proposal(
                                UUID.randomUUID(),
                                BankDecision.NAME,
                                application,
                                BankDecision.approval(terms),
                                new Basis("Đủ điều kiện vay vốn", null, null)));
    }

    // As of the open day, as an approved change of the terms writes it.
    private void terms(String set) {
        owner.sql("""
                        insert into capital.contract_term (contract_id, valid_from, point_id, source, owner, decision, amount)
                        select id, :day, point_id, source, owner, decision, amount from capital.contract where code = :code
                            on conflict do nothing
                        """).param("code", contract).param("day", Village.FIRST_DAY).update();
        owner.sql(
                        "update capital.contract_term t set " + set
                                + " from capital.contract c where c.id = t.contract_id and c.code = :code and t.valid_from = :day")
                .param("code", contract)
                .param("day", Village.FIRST_DAY)
                .update();
    }

    private static void refused(Refusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
