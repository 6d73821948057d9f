package org.dongvon.fee.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.Verification;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.ChangeRefusal;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/**
 * Three loans of 30 000 000 at 6.6 % since 18/04/2024; on 18/05 two members pay 162 740 of interest each: 325 480 in May, of which
 * 30/50/15/5 % are 97 644, 162 740, 48 822 and 16 274.
 */
@PostgresTest
class DistributionDbTest {

    private final ApplicationContext beans;
    private final OwnerDb owner;

    DistributionDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void aMonthIsDistributedOnceAndTakenBack() {
        var village = village("DIS1");
        var maker = person(village, 1, Role.FUND_OFFICER);
        assertRefused(FeeRefusal.NO_DISTRIBUTION_RULE, () -> ask(maker, "DIS1", 5));
        gives("DIS1", 3000, 5000, 1500, 500);
        assertRefused(FeeRefusal.INTEREST_MONTH_OPEN, () -> ask(maker, "DIS1", 6));
        assertRefused(FeeRefusal.MONTH_BEFORE_CONTRACT, () -> ask(maker, "DIS1", 3));

        long id = ask(maker, "DIS1", 5);
        assertThatThrownBy(() -> decide(maker, id)).isInstanceOf(Refused.class);
        decide(village.director, id);

        assertThat(entries("INTEREST_DISTRIBUTION", village))
                .containsExactlyInAnyOrder(
                        "INTEREST_SHARED 325480",
                        "LOCAL_PROVISION -97644",
                        "MANAGEMENT_FEE -162740",
                        "BOARDS_PAYABLE -48822",
                        "UNGRANTED_CAPITAL -16274");
        assertThat(added("DIS1")).isEqualTo(16_274);
        assertRefused(FeeRefusal.DISTRIBUTED_ALREADY, () -> ask(maker, "DIS1", 5));
        assertThat(broken()).isEmpty();

        decide(village.director, back(maker, "DIS1", 5));
        assertThat(added("DIS1")).isZero();
        assertThat(entries("INTEREST_DISTRIBUTION_BACK", village))
                .contains("UNGRANTED_CAPITAL 16274", "INTEREST_SHARED -325480");
        assertRefused(FeeRefusal.NOT_DISTRIBUTED, () -> back(maker, "DIS1", 5));
        decide(village.director, ask(maker, "DIS1", 5));
        assertThat(added("DIS1")).isEqualTo(16_274);
        paysTheBoards(village, maker);
        assertThat(broken()).isEmpty();
        everyBreachIsFound();
    }

    /** Of 48 822 owed to the boards 40 000 are paid, taken back and paid again. */
    private void paysTheBoards(Village village, Actor maker) {
        assertRefused(FeeRefusal.MORE_THAN_BOARDS_ARE_OWED, () -> pay(maker, "DIS1", 48_823));
        decide(village.director, pay(maker, "DIS1", 40_000));
        assertThat(entries("BOARDS_PAYMENT", village)).containsExactlyInAnyOrder("BOARDS_PAYABLE 40000", "BANK -40000");
        assertRefused(FeeRefusal.MORE_THAN_BOARDS_ARE_OWED, () -> pay(maker, "DIS1", 8_823));
        assertRefused(FeeRefusal.BOARDS_PAID_ALREADY, () -> back(maker, "DIS1", 5));
        assertThatThrownBy(() -> owner.sql(
                                "update fee.distribution set state = 'TAKEN_BACK' where contract_id = (select id from capital.contract where code = 'TW-DIS1')")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("were paid 40000 of 0");

        decide(village.director, payBack(maker, "DIS1", 1, 40_000));
        assertThat(entries("BOARDS_PAYMENT_BACK", village))
                .containsExactlyInAnyOrder("BOARDS_PAYABLE -40000", "BANK 40000");
        assertRefused(FeeRefusal.BOARD_PAYMENT_TAKEN_BACK, () -> payBack(maker, "DIS1", 1, 40_000));
        assertRefused(FeeRefusal.BOARD_PAYMENT_TAKEN_BACK, () -> payBack(maker, "DIS1", 2, 40_000));
        assertRefused(FeeRefusal.UNKNOWN_BOARD_PAYMENT, () -> payBack(maker, "DIS1", 3, 40_000));
        decide(village.director, pay(maker, "DIS1", 48_822));
    }

    private long pay(Actor maker, String village, long amount) {
        var wanted = Facts.none()
                .text("receiver", "Ban đại diện phường")
                .dong("amount", new Dong(amount))
                .text("reference", "Giấy đề nghị 1");
        return propose(maker, "fee.boards-payment", "TW-" + village, wanted, null);
    }

    private long payBack(Actor maker, String village, int number, long amount) {
        var wanted = Facts.none().text("receiver", "Ban đại diện phường").dong("amount", new Dong(amount));
        return propose(maker, "fee.boards-payment-back", "TW-" + village + ":" + number, wanted, null);
    }

    /** Somebody with the owner's rights changes one figure by one đồng. */
    private void everyBreachIsFound() {
        findsBreach(
                "fee.distributions-are-collected",
                "fee.distribution_part set collected = collected %s 1 where collected <> 0");
        findsBreach(
                "fee.distributions-are-entries",
                "ledger.entry set amount = amount %s 1 where account = 'BOARDS_PAYABLE'");
        findsBreach("fee.board-payments-are-booked", "fee.board_payment set amount = amount %s 1 where number = 3");
        findsBreach(
                "fee.distributions-are-added",
                "capital.contract_movement set amount = amount %s 1 where kind = 'ADDED'");
        assertThat(broken()).isEmpty();
    }

    private void findsBreach(String check, String change) {
        var table = change.substring(0, change.indexOf(' '));
        owner.sql("alter table " + table + " disable trigger user").update();
        owner.sql("update " + change.formatted("+")).update();
        assertThat(broken()).contains(check);
        owner.sql("update " + change.formatted("-")).update();
        owner.sql("alter table " + table + " enable trigger user").update();
    }

    @Test
    void whatIsBelowNothingIsCarriedIntoTheNextMonth() {
        var village = village("DIS2");
        gives("DIS2", 3000, 5000, 1500, 500);
        var maker = person(village, 1, Role.ACCOUNTANT);
        decide(village.director, ask(maker, "DIS2", 5));
        collects(village, -3_000);
        VillageDay.close(beans, village, LocalDate.of(2024, 7, 10));
        collects(village, 103_000);
        VillageDay.close(beans, village, LocalDate.of(2024, 8, 10));
        assertRefused(FeeRefusal.DISTRIBUTION_OUT_OF_ORDER, () -> ask(maker, "DIS2", 7));

        decide(village.director, ask(maker, "DIS2", 6));
        decide(village.director, ask(maker, "DIS2", 7));

        assertThat(owner.sql("""
                        select concat_ws(' ', d.collected, d.carried, d.risk, d.managed, d.boards, d.added)
                          from fee.v_distribution d join capital.contract c on c.id = d.contract_id
                         where c.code = 'TW-DIS2' order by d.month
                        """).query(String.class).list())
                .containsExactly(
                        "325480 0 97644 162740 48822 16274", "-3000 0 0 0 0 0", "103000 -3000 30000 50000 15000 5000");
        assertThat(added("DIS2")).isEqualTo(21_274);
        assertRefused(FeeRefusal.MONTH_NOT_LAST, () -> back(maker, "DIS2", 6));
        decide(village.director, back(maker, "DIS2", 7));
        decide(village.director, back(maker, "DIS2", 6));
        assertThat(added("DIS2")).isEqualTo(16_274);

        var pages = beans.getBean(InterestPages.class);
        var statement = pages.statement(maker, "TW-DIS2");
        assertThat(statement.quarters()).singleElement().satisfies(quarter -> {
            assertThat(quarter.number()).isEqualTo(2);
            assertThat(quarter.collected()).isEqualTo(new Dong(325_480));
        });
        assertThat(statement.next()).contains(YearMonth.of(2024, 6));
        assertThat(pages.overview(maker, YearMonth.of(2024, 7)))
                .singleElement()
                .satisfies(line -> assertThat(line.collected()).isEqualTo(new Dong(103_000)));
    }

    @Test
    void otherOfficesSendWhatTheyCollected() {
        var home = village("DIS3");
        var other = Village.in(beans, "DIS4");
        gives("DIS3", 3000, 5000, 1500, 500);
        owner.sql("""
                insert into capital.allotment (contract_id, office_id, point_id)
                select c.id, :office, :point from capital.contract c where c.code = 'TW-DIS3'
                """)
                .param("office", other.office)
                .param("point", other.direct)
                .update();
        var alone = person(home, 1, Role.FUND_OFFICER);
        assertRefused(FeeRefusal.OFFICES_BEYOND_SCOPE, () -> ask(alone, "DIS3", 5));

        var scope = Scope.of(home.direct, home.point, other.direct, other.point);
        var maker = new Actor(
                home.office * 100 + 3,
                home.office * 100 + 3,
                "m",
                "Bùi Thị Tâm",
                Role.FUND_OFFICER,
                home.office,
                scope);
        var manager = new Actor(
                home.office * 100 + 4, home.office * 100 + 4, "n", "Lê Văn Bình", Role.MANAGER, home.office, scope);
        VillageDay.close(beans, other, LocalDate.of(2024, 5, 20));
        collects(other, "TW-DIS3", 74_520);
        assertRefused(FeeRefusal.INTEREST_MONTH_OPEN, () -> ask(maker, "DIS3", 5));
        VillageDay.close(beans, other, LocalDate.of(2024, 6, 10));

        decide(manager, ask(maker, "DIS3", 5));

        assertThat(entries("INTEREST_DISTRIBUTION", other))
                .containsExactlyInAnyOrder("INTEREST_SHARED 74520", "BETWEEN_OFFICES -74520");
        assertThat(entries("INTEREST_DISTRIBUTION", home))
                .containsExactlyInAnyOrder(
                        "INTEREST_SHARED 325480",
                        "BETWEEN_OFFICES 74520",
                        "LOCAL_PROVISION -120000",
                        "MANAGEMENT_FEE -200000",
                        "BOARDS_PAYABLE -60000",
                        "UNGRANTED_CAPITAL -20000");
        decide(manager, back(maker, "DIS3", 5));
        assertThat(entries("INTEREST_DISTRIBUTION_BACK", other)).contains("BETWEEN_OFFICES 74520");
    }

    @Test
    void whatWasAddedAndGrantedIsNotTakenBack() {
        var village = village("DIS5");
        gives("DIS5", 0, 0, 0, 10_000);
        var maker = person(village, 1, Role.FUND_OFFICER);
        decide(village.director, ask(maker, "DIS5", 5));
        long granted = 900_000_000_000L + 325_480;
        decide(
                person(village, 2, Role.MANAGER),
                propose(
                        maker,
                        "capital.grant",
                        "TW-DIS5:DIS5",
                        Facts.none().dong("granted", new Dong(granted)),
                        "QD-131-2002"));
        assertRefused(FeeRefusal.ADDED_NOT_IDLE, () -> back(maker, "DIS5", 5));
    }

    @Test
    void aRequestThatSaysOtherFiguresIsRefused() {
        var village = village("DIS6");
        gives("DIS6", 3000, 5000, 1500, 500);
        var maker = person(village, 1, Role.FUND_OFFICER);
        var parts = new Parts(new Dong(97_644), new Dong(162_740), new Dong(48_821), new Dong(16_275));
        assertRefused(
                FeeRefusal.DISTRIBUTION_CHANGED,
                () -> propose(
                        maker,
                        "fee.distribution",
                        "TW-DIS6:2024-05",
                        DistributionRequest.figures(new Dong(325_480), Dong.ZERO, parts),
                        null));
        long id = ask(maker, "DIS6", 5);
        decide(village.director, id);
        assertThatThrownBy(() -> owner.sql("update fee.distribution set boards = boards - 1, added = added + 1")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("distribution_parts_of_the_whole");
        assertThatThrownBy(() -> decide(village.director, id))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().module()).isEqualTo(ChangeRefusal.OWN_CHANGE.module()));
    }

    private Village village(String code) {
        var village = Village.in(beans, code);
        var april = VillageDay.open(beans, village);
        var group = april.lend(1, 3, "HONGHEO", 30_000_000);
        april.end();
        VillageDay.close(beans, village, LocalDate.of(2024, 5, 17));
        var may = VillageDay.open(beans, village);
        may.repay(group, 0, 0);
        may.repay(group, 1, 0);
        may.end();
        VillageDay.close(beans, village, LocalDate.of(2024, 6, 10));
        return village;
    }

    private void gives(String code, int risk, int fee, int boards, int added) {
        owner.sql("alter table capital.contract_term disable trigger user").update();
        owner.sql("""
                update capital.contract_term t set risk = :risk, fee = :fee, boards = :boards, added = :added
                  from capital.contract c where c.id = t.contract_id and c.code = :code
                """)
                .param("risk", risk)
                .param("fee", fee)
                .param("boards", boards)
                .param("added", added)
                .param("code", "TW-" + code)
                .update();
        owner.sql("alter table capital.contract_term enable trigger user").update();
    }

    private void collects(Village village, long amount) {
        collects(village, "TW-" + village.code, amount);
    }

    /** A journal of interest on the office's open day, without the loan's side of it. */
    private void collects(Village village, String contract, long amount) {
        var key = UUID.randomUUID();
        beans.getBean(Submissions.class)
                .once(Actor.SYSTEM, new Submission(key, "test", "interest"), Integer.class, () -> {
                    var day = beans.getBean(BusinessDays.class).hold(village.office);
                    long id = owner.sql("select id from capital.contract where code = :code")
                            .param("code", contract)
                            .query(Long.class)
                            .single();
                    var header = new Journal.Header(key, village.direct, village.office, day, day, "TEST", null);
                    beans.getBean(Ledger.class)
                            .post(new Journal(
                                    header,
                                    List.of(
                                            new Entry(Account.INTEREST_INCOME, 1, id, new Dong(-amount)),
                                            Entry.of(Account.BANK, new Dong(amount)))));
                    return new Submissions.Done<>(village.direct, day, 1);
                });
    }

    private static Actor person(Village village, int number, Role role) {
        long id = village.office * 100 + number;
        return new Actor(id, id, "u" + number, "Bùi Thị Tâm", role, village.office, village.director.scope());
    }

    private long ask(Actor maker, String village, int month) {
        var of = new ContractMonth("TW-" + village, YearMonth.of(2024, month));
        var wanted = beans.getBean(DistributionChange.class).wanted(maker, of);
        return propose(maker, "fee.distribution", of.toString(), wanted, null);
    }

    private long back(Actor maker, String village, int month) {
        var of = new ContractMonth("TW-" + village, YearMonth.of(2024, month));
        return propose(maker, "fee.distribution-back", of.toString(), DistributionBackChange.wanted(), null);
    }

    private long propose(Actor maker, String kind, String subject, Facts wanted, @Nullable String document) {
        return beans.getBean(RequestChange.class)
                .run(
                        maker,
                        new Proposal(
                                UUID.randomUUID(), kind, subject, wanted, new Basis("đối chiếu sổ", document, null)));
    }

    private void decide(Actor checker, long id) {
        beans.getBean(DecideChange.class).approve(checker, UUID.randomUUID(), id);
    }

    private long added(String village) {
        return owner.sql("select added from capital.contract where code = :code")
                .param("code", "TW-" + village)
                .query(Long.class)
                .single();
    }

    private List<String> entries(String kind, Village village) {
        return owner.sql("""
                        select concat_ws(' ', e.account, e.amount)
                          from ledger.journal j
                          join ledger.entry e on e.journal_id = j.id
                         where j.kind = :kind and j.office_id = :office
                        """)
                .param("kind", kind)
                .param("office", village.office)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private List<String> broken() {
        return new ArrayList<>(beans.getBean(Verification.class).run(Actor.SYSTEM, each -> {}).stream()
                .filter(check -> !check.holds())
                .map(Verification.Checked::name)
                .filter(name -> name.startsWith("fee.") || name.startsWith("capital."))
                .toList());
    }

    private static void assertRefused(FeeRefusal rule, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(rule));
    }
}
