package org.dongvon.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Scope;
import org.dongvon.shared.change.ChangeRefusal;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Fact;
import org.dongvon.shared.change.Facts;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** Contracts, their money and their terms, from the signing to the return, by two persons. */
@PostgresTest
class ContractMoneyDbTest extends ContractByTwo {

    ContractMoneyDbTest(ApplicationContext beans) {
        super(beans);
    }

    @Test
    void aContractIsSignedReceivedGrantedTakenBackAndReturned() {
        sign();
        receive(200 * MILLION);
        receive(100 * MILLION);
        grant(code, 250 * MILLION);

        assertThat(sums(contract)).containsExactly(300 * MILLION, 0L, 0L, 0L, 250 * MILLION, 0L);
        assertThat(booked(contract, "UNGRANTED_CAPITAL", code)).isEqualTo(50 * MILLION);
        assertThat(booked(contract, "POLICY_CAPITAL", code)).isEqualTo(250 * MILLION);

        grant(code, 100 * MILLION);
        giveBack(200 * MILLION);

        assertThat(sums(contract)).containsExactly(300 * MILLION, 0L, 0L, 200 * MILLION, 100 * MILLION, 0L);
        assertThat(booked(contract, "UNGRANTED_CAPITAL", code)).isZero();
        assertThat(booked(contract, "POLICY_CAPITAL", code)).isEqualTo(100 * MILLION);
        assertBooksHold();
    }

    @Test
    void aGrantIsNotLoweredBelowWhatIsPromised() {
        village.group(1, 2, "HONGHEO", 50_000_000, DAY);
        var subject = "TW-" + code + ":" + code;
        // Within what the two of them may decide.
        owner.sql("update capital.allotment set granted = :granted where id = :id")
                .param("granted", 150 * MILLION)
                .param("id", village.allotment)
                .update();
        assertRefused(
                () -> change("capital.grant", subject, Facts.none().dong("granted", new Dong(100 * MILLION - 1))),
                CapitalRefusal.GRANT_BELOW_PROMISED);
        change("capital.grant", subject, Facts.none().dong("granted", new Dong(100 * MILLION)));
        assertThat(sums("TW-" + code).get(4)).isEqualTo(100 * MILLION);
        owner.sql("update capital.allotment set granted = granted + :granted where id = :id")
                .param("granted", 900_000_000_000L - 150 * MILLION)
                .param("id", village.allotment)
                .update();
        assertBooksHold();
    }

    @Test
    void theTermsAreKeptWithTheirDocument() {
        sign();

        assertThat(owner.sql("""
                        select concat_ws(' ', t.valid_from, t.source, t.amount, t.programmes, t.priority, t.risk, t.fee, t.boards, t.added,
                                         d.code)
                          from capital.contract_term t
                          join capital.contract c on c.id = t.contract_id
                          join document.document d on d.id = t.document_id
                         where c.code = :code
                        """).param("code", contract).query(String.class).single())
                .isEqualTo("2024-04-18 PROVINCE 500000000 {1,6} 50 3000 5000 1500 500 QD-131-2002");
    }

    @Test
    void aContractPassesToAnotherLevelAndEarlierDaysKeepTheirs() {
        sign();
        nextDay();
        change("capital.contract", contract, termsWith("source", "COMMUNE"));

        assertThat(owner.sql("""
                        select t.source from capital.contract_term t join capital.contract c on c.id = t.contract_id
                         where c.code = :code order by t.valid_from
                        """).param("code", contract).query(String.class).list())
                .containsExactly("PROVINCE", "COMMUNE");
        assertThatThrownBy(() -> owner.sql(
                                "update capital.contract_term set owner = 'X' where valid_from = :day and owner = 'UBND tỉnh'")
                        .param("day", DAY)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("closed day");
    }

    private void nextDay() {
        owner.sql("update organisation.business_day set day = day + 1 where office_id = :office")
                .param("office", village.office)
                .update();
    }

    @Test
    void noMoreIsReceivedThanWasAgreed() {
        sign();
        receive(400 * MILLION);
        assertRefused(() -> receive(100 * MILLION + 1), CapitalRefusal.MORE_THAN_AGREED);
        receive(100 * MILLION);
        assertThat(sums(contract).getFirst()).isEqualTo(500 * MILLION);
        assertRefused(
                () -> sign(contract, termsWith("amount", Long.toString(500 * MILLION - 1))),
                CapitalRefusal.CONTRACT_BELOW_RECEIVED);
    }

    @Test
    void noMoreIsReturnedOrGrantedThanLiesIdle() {
        sign();
        receive(100 * MILLION);
        assertRefused(() -> grant(code, 100 * MILLION + 1), CapitalRefusal.CONTRACT_EXCEEDED);
        grant(code, 60 * MILLION);
        assertRefused(() -> giveBack(40 * MILLION + 1), CapitalRefusal.MORE_THAN_IDLE);
        giveBack(40 * MILLION);
        assertRefused(() -> grant(code, 60 * MILLION + 1), CapitalRefusal.CONTRACT_EXCEEDED);
        assertBooksHold();
    }

    @Test
    void theMoneyComesWithinTheDaysOfTheContract() {
        sign(contract, termsWith("ends-on", DAY.toString()));
        assertRefused(() -> receive(contract, MILLION, DAY.minusDays(1)), CapitalRefusal.BEFORE_CONTRACT);
        assertRefused(() -> receive(contract, MILLION, DAY.plusDays(1)), CapitalRefusal.DAY_NOT_YET);
        receive(contract, MILLION, DAY);
        nextDay();
        assertRefused(() -> receive(contract, MILLION, DAY.plusDays(1)), CapitalRefusal.AFTER_CONTRACT);
        receive(contract, MILLION, DAY);
    }

    @Test
    void aContractSaysWhatTheRulesAllow() {
        assertRefused(() -> sign(contract, termsWith("added", "5.01 %")), CapitalRefusal.DISTRIBUTION_NOT_WHOLE);
        assertRefused(() -> sign(contract, termsWith("added", "4.99 %")), CapitalRefusal.DISTRIBUTION_NOT_WHOLE);
        assertRefused(() -> sign(contract, termsWith("source", "NOTHING")), CapitalRefusal.UNKNOWN_SOURCE);
        assertRefused(() -> sign(contract, termsWith("amount", "0")), CapitalRefusal.AMOUNT_NOT_POSITIVE);
        assertRefused(() -> sign(contract, termsWith("priority", "1000")), CapitalRefusal.PRIORITY_OUTSIDE);
        assertRefused(
                () -> sign(contract, termsWith("signed-on", DAY.plusDays(1).toString())), CapitalRefusal.DAY_NOT_YET);
        assertRefused(
                () -> sign(contract, termsWith("ends-on", DAY.minusDays(1).toString())),
                CapitalRefusal.CONTRACT_ENDS_BEFORE_SIGNING);
        assertRefused(() -> sign(contract, termsWith("series", "GQVL")), CapitalRefusal.SERIES_OF_OTHER_PROGRAMME);
        sign();
    }

    @Test
    void aDistrictSignsNothingSinceThereAreNone() {
        owner.sql("update organisation.business_day set day = date '2025-07-02' where office_id = :office")
                .param("office", village.office)
                .update();
        var late = Facts.none();
        for (var fact : termsWith("source", "DISTRICT").all()) {
            late = fact.name().equals("signed-on")
                    ? late.date("signed-on", LocalDate.of(2025, 7, 1))
                    : with(late, fact);
        }
        var wanted = late;
        assertRefused(() -> sign(contract, wanted), CapitalRefusal.SOURCE_ENDED);
        sign(contract, termsWith("source", "DISTRICT"));
    }

    private static Facts with(Facts facts, Fact fact) {
        var more = new ArrayList<>(facts.all());
        more.add(fact);
        return new Facts(more);
    }

    @Test
    void idleMoneyMovesToAnotherContract() {
        sign();
        receive(100 * MILLION);
        var other = contract + "-2";
        sign(other, termsWith("source", "COMMUNE"));

        move(contract, other, 30 * MILLION);

        assertThat(sums(contract)).containsExactly(100 * MILLION, 0L, -30 * MILLION, 0L, 0L, 0L);
        assertThat(sums(other)).containsExactly(0L, 0L, 30 * MILLION, 0L, 0L, 0L);
        assertRefused(() -> move(contract, other, 70 * MILLION + 1), CapitalRefusal.MORE_THAN_IDLE);
        assertRefused(() -> move(contract, contract, MILLION), CapitalRefusal.SAME_CONTRACT);
        move(contract, other, 70 * MILLION);
        assertBooksHold();
    }

    @Test
    void whatIsGrantedOrMovedToAnotherOfficeGoesThroughBothBooks() {
        var here = village;
        sign();
        receive(100 * MILLION);
        var first = contract;
        var firstOffice = code;
        newVillage();
        var scope = Scope.of(here.direct, here.point, village.direct, village.point);
        maker = person(1, maker.role(), scope);
        manager = person(2, manager.role(), scope);
        var second = contract;
        sign();
        contract = first;

        grant(code, 40 * MILLION);
        move(first, second, 60 * MILLION);

        assertThat(booked(first, "UNGRANTED_CAPITAL", firstOffice)).isZero();
        assertThat(booked(first, "POLICY_CAPITAL", code)).isEqualTo(40 * MILLION);
        assertThat(booked(second, "UNGRANTED_CAPITAL", code)).isEqualTo(60 * MILLION);
        grant(code, 0);
        assertThat(booked(first, "UNGRANTED_CAPITAL", firstOffice)).isEqualTo(40 * MILLION);
        assertBooksHold();
    }

    @Test
    void twoPersonsSignAndTheSameKeyPostsOnce() {
        long id = ask("capital.contract", contract, terms());
        var alone = new Actor(9, maker.personId(), "x", "x", manager.role(), village.office, maker.scope());
        assertRefused(
                () -> beans.getBean(DecideChange.class).approve(alone, UUID.randomUUID(), id),
                ChangeRefusal.OWN_CHANGE);
        var decide = beans.getBean(DecideChange.class);
        decide.approve(manager, UUID.randomUUID(), id);
        long money = ask(
                "capital.money",
                contract + ":RECEIVED",
                Facts.none().dong("amount", new Dong(MILLION)).date("on", DAY));
        var key = UUID.randomUUID();
        decide.approve(manager, key, money);
        decide.approve(manager, key, money);
        assertThat(sums(contract).getFirst()).isEqualTo(MILLION);
    }

    @Test
    void theDatabaseItselfGrantsNoMoreThanThereIs() {
        sign();
        receive(100 * MILLION);
        grant(code, 100 * MILLION);

        for (var sql : List.of(
                "update capital.contract set returned = returned + 1 where code = :code",
                "update capital.allotment a set granted = granted + 1 from capital.contract c where c.id = a.contract_id and c.code = :code")) {
            assertThatThrownBy(() -> owner.sql(sql).param("code", contract).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("allotments of contract");
        }
        assertThatThrownBy(
                        () -> owner.sql("delete from capital.contract_movement").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aColleagueOfAnotherOfficeSeesNoContract() {
        sign();
        var theirs = contract;
        newVillage();
        contract = theirs;
        assertRefused(() -> receive(MILLION), CapitalRefusal.UNKNOWN_CONTRACT);
    }
}
