package org.dongvon.capital.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.ContractByTwo;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.change.Facts;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** The campaign of docs/domain/donations.md, from its opening to the last đồng. */
@PostgresTest
class GiftDbTest extends ContractByTwo {

    GiftDbTest(ApplicationContext beans) {
        super(beans);
    }

    @AfterEach
    void theBooksHold() {
        assertBooksHold();
    }

    private String campaign() {
        return "VNN-" + code;
    }

    private void open() {
        change(
                "capital.campaign",
                campaign(),
                Facts.none()
                        .text("name-vi", "Chung tay vì người nghèo")
                        .text("name-en", "Together for the poor")
                        .text("thanks-vi", "Xin trân trọng cảm ơn.")
                        .text("thanks-en", "With our thanks.")
                        .dong("goal", new Dong(10 * MILLION))
                        .date("from", DAY)
                        .date("through", DAY.plusMonths(6)));
    }

    private void give(long amount) {
        give(amount, DAY);
    }

    private void give(long amount, LocalDate on) {
        change(
                "capital.gift",
                campaign(),
                Facts.none()
                        .dong("amount", new Dong(amount))
                        .date("on", on)
                        .text("donor", "Công ty Sao Biển")
                        .word("named", "giftName.SHOWN")
                        .text("reference", "FT24109")
                        .text("pledge", null));
    }

    private void contractOfDonations(String name) {
        sign(name, termsWith("source", "DONATION"));
    }

    private void allocate(long amount) {
        change(
                "capital.gift-allocation",
                campaign() + ":" + contract,
                Facts.none().dong("amount", new Dong(amount)));
    }

    private void giveBack(int number, long amount) {
        change(
                "capital.gift-refund",
                Campaign.receipt(campaign(), number),
                Facts.none().dong("amount", new Dong(amount)));
    }

    private long donations() {
        return owner.sql("""
                        select coalesce(-sum(e.amount), 0) from ledger.entry e join ledger.journal j on j.id = e.journal_id
                         where j.office_id = :office and e.account = 'DONATIONS'
                        """).param("office", village.office).query(Long.class).single();
    }

    private String gifts() {
        return owner.sql("""
                        select string_agg(concat_ws(' ', g.number, g.amount, g.allocated, g.refunded), ', ' order by g.number)
                          from capital.gift g join capital.campaign c on c.id = g.campaign_id where c.code = :code
                        """).param("code", campaign()).query(String.class).single();
    }

    @Test
    void theCampaignOfThePage() {
        open();
        contractOfDonations(contract);
        give(5 * MILLION);
        give(3 * MILLION);
        give(MILLION + 1);
        assertThat(donations()).isEqualTo(9 * MILLION + 1);
        allocate(6 * MILLION);
        assertThat(gifts()).isEqualTo("1 5000000 5000000 0, 2 3000000 1000000 0, 3 1000001 0 0");
        assertThat(donations()).isEqualTo(3 * MILLION + 1);
        giveBack(2, 2 * MILLION);
        assertThat(donations()).isEqualTo(MILLION + 1);
        allocate(MILLION + 1);
        assertThat(gifts()).isEqualTo("1 5000000 5000000 0, 2 3000000 1000000 2000000, 3 1000001 1000001 0");
        assertThat(donations()).isZero();
        assertThat(sums(contract).getFirst()).isEqualTo(7 * MILLION + 1);
        assertThat(booked(contract, "UNGRANTED_CAPITAL", code)).isEqualTo(7 * MILLION + 1);
        assertThat(owner.sql("""
                        select concat_ws(' ', gifts, received, allocated, refunded) from capital.campaign_totals() where code = :code
                        """).param("code", campaign()).query(String.class).single())
                .isEqualTo("3 9000001 7000001 2000000");
    }

    @Test
    void noMoreIsAllocatedThanIsThereAndToNoOtherCapital() {
        open();
        contractOfDonations(contract);
        give(5 * MILLION);
        assertRefused(() -> allocate(5 * MILLION + 1), CapitalRefusal.MORE_THAN_GIVEN);
        assertRefused(() -> allocate(0), CapitalRefusal.AMOUNT_NOT_POSITIVE);
        var other = contract;
        contract = contract + "-P";
        sign(contract, terms());
        assertRefused(() -> allocate(MILLION), CapitalRefusal.CONTRACT_NOT_OF_DONATIONS);
        contract = other;
        allocate(5 * MILLION);
        assertThat(donations()).isZero();
    }

    @Test
    void aGiftIsGivenBackOnceAndNotWhenItIsCapital() {
        open();
        contractOfDonations(contract);
        give(2 * MILLION);
        give(MILLION);
        giveBack(1, 2 * MILLION);
        assertRefused(() -> giveBack(1, 2 * MILLION), CapitalRefusal.GIFT_USED_UP);
        allocate(MILLION);
        assertRefused(() -> giveBack(2, MILLION), CapitalRefusal.GIFT_USED_UP);
        assertRefused(() -> giveBack(3, MILLION), CapitalRefusal.UNKNOWN_GIFT);
        assertThatThrownBy(() -> owner.sql(
                                "update capital.gift set refunded = 1 where donor = 'Công ty Sao Biển' and allocated = amount")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("violates check constraint");
    }

    @Test
    void aGiftComesOnADayOfTheCampaign() {
        open();
        assertRefused(this::open, CapitalRefusal.CAMPAIGN_KNOWN);
        assertRefused(() -> give(MILLION, DAY.minusDays(1)), CapitalRefusal.GIFT_BEFORE_CAMPAIGN);
        assertRefused(() -> give(MILLION, DAY.plusDays(1)), CapitalRefusal.DAY_NOT_YET);
        assertRefused(() -> give(0), CapitalRefusal.AMOUNT_NOT_POSITIVE);
        give(1);
    }

    @Test
    void aPledgeIsWrittenOnceAndBooksNothing() {
        open();
        var pledge = beans.getBean(MakePledge.class);
        var key = UUID.randomUUID();
        var promise = new MakePledge.Promise("Bà Lý Thị Hoa", new Dong(2 * MILLION), DAY.plusMonths(1));
        long id = pledge.run(maker, key, campaign(), promise);
        assertThat(pledge.run(maker, key, campaign(), promise)).isEqualTo(id);
        assertThat(donations()).isZero();
        assertRefused(
                () -> pledge.run(
                        maker,
                        UUID.randomUUID(),
                        campaign(),
                        new MakePledge.Promise("Bà Hoa", new Dong(1), DAY.minusDays(1))),
                CapitalRefusal.CAMPAIGN_DAYS);
        change(
                "capital.gift",
                campaign(),
                Facts.none()
                        .dong("amount", new Dong(2 * MILLION))
                        .date("on", DAY)
                        .text("donor", "Bà Lý Thị Hoa")
                        .word("named", "giftName.HIDDEN")
                        .text("reference", "FT1")
                        .text("pledge", Long.toString(id)));
        assertThat(owner.sql("select concat_ws(' ', number, anonymous, pledge_id) from capital.gift where pledge_id = "
                                + id)
                        .query(String.class)
                        .single())
                .isEqualTo("1 t " + id);
    }
}
