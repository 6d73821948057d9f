package org.dongvon.fee.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.fee.month.ApproveMonth;
import org.dongvon.fee.month.ComputeMonth;
import org.dongvon.fee.month.FeeMonth;
import org.dongvon.session.field.FieldPackages;
import org.dongvon.session.sync.ReceiveBatch;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Verification;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.ChangeRefusal;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PocketDevice;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/**
 * A month of one group, computed by hand: three loans of 30 000 000 at 6.6 % since 18/04/2024; on 18/05 two members pay
 * 162 740 of interest each and one deposits 50 000.
 *
 * <p>Fee 12 × 325 480 × 32 000 ÷ 6 600 000 = 18 937.02; commission × 85 000 = 50 301.45; the deposit stood 14 of 31 days:
 * 700 000 × 0.1 % ÷ 31 = 22.58. Levels of 18 937: 473.4, 852.2, 1 704.3, and the rest 15 908 of the commune.
 */
@PostgresTest
class FeeMonthDbTest {

    private final ApplicationContext beans;
    private final OwnerDb owner;

    FeeMonthDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void aMonthIsComputedApprovedPaidOnceAndTakenBack() {
        var village = village("FEE1");
        var may = new FeeMonth("FEE1", YearMonth.of(2024, 5));
        var june = VillageDay.open(beans, village);
        compute(village, may);
        assertThat(lines("FEE1"))
                .containsExactly(
                        "COMMISSION 1 6600000 325480 85000 100 50301",
                        "DEPOSIT 0 0 0 100000 100 23",
                        "ENTRUSTMENT 1 6600000 325480 32000 100 18937");
        assertThat(dues("FEE1"))
                .isEqualTo(Map.of(
                        "GROUP", 50_324L, "CENTRAL", 473L, "PROVINCE", 852L, "DISTRICT", 1_704L, "COMMUNE", 15_908L));
        assertRefused(
                FeeRefusal.UNKNOWN_DUE, () -> pay(village, june.session(), Map.of(due("FEE1", "GROUP"), Way.CASH)));

        approve(village, may);
        assertThat(entries("FEE_DUE", village))
                .containsExactlyInAnyOrder(
                        "COMMISSION 0 23", "COMMISSION 1 50301", "ENTRUSTMENT_FEE 1 18937", "FEE_PAYABLE 0 -69261");
        assertRefused(FeeRefusal.MONTH_APPROVED, () -> compute(village, may));
        assertRefused(FeeRefusal.MONTH_NOT_OVER, () -> compute(village, new FeeMonth("FEE1", YearMonth.of(2024, 6))));
        assertRefused(FeeRefusal.MONTH_APPROVED, () -> compute(village, new FeeMonth("FEE1", YearMonth.of(2024, 4))));

        paysOnceAndTakesBack(village, june.session());
        transfersOnce(village);
        june.end();
        assertThat(broken()).isEmpty();
        everyBreachIsFound();
    }

    /** Somebody with the owner's rights changes one figure by one đồng. */
    private void everyBreachIsFound() {
        findsBreach(
                "fee.lines-are-collected", "fee.line set balance_days = balance_days %s 1 where target = 'DEPOSIT'");
        findsBreach(
                "fee.dues-are-lines", "fee.payable set computed = computed %1$s 1, paid = paid %1$s 1 where paid > 0");
        findsBreach("fee.dues-are-paid-once", "fee.payment set amount = amount %s 1 where way = 'DEPOSIT'");
        findsBreach("fee.dues-are-entries", "fee.payment set amount = amount %s 1 where way = 'DEPOSIT'");
        findsBreach("fee.expenses-are-lines", "ledger.entry set amount = amount %s 1 where account = 'COMMISSION'");
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

    private List<String> broken() {
        return beans.getBean(Verification.class).run(Actor.SYSTEM, each -> {}).stream()
                .filter(check -> !check.holds())
                .map(Verification.Checked::name)
                .toList();
    }

    private void paysOnceAndTakesBack(Village village, long session) {
        long group = due("FEE1", "GROUP");
        long commune = due("FEE1", "COMMUNE");
        var order = order(session, Map.of(group, Way.CASH, commune, Way.CASH));
        int voucher = beans.getBean(PayDues.class).run(village.teller, order);
        assertThat(beans.getBean(PayDues.class).run(village.teller, order)).isEqualTo(voucher);
        assertThat(cash(session)).isEqualTo(2_000_000_000L - 50_324 - 15_908);
        assertRefused(FeeRefusal.ALREADY_PAID, () -> pay(village, session, Map.of(group, Way.CASH)));
        assertRefused(
                FeeRefusal.MONTH_HAS_PAYMENTS,
                () -> ask(
                        village, "fee.month-back", "FEE1:2024-05", Facts.none().word("state", "fee.state.TAKEN_BACK")));

        var line = payment(group);
        var back = new TakePaymentBack.Order(UUID.randomUUID(), session, line, "trả nhầm Tổ");
        beans.getBean(TakePaymentBack.class).run(village.teller, back);
        assertThat(cash(session)).isEqualTo(2_000_000_000L - 15_908);
        assertRefused(
                FeeRefusal.ALREADY_TAKEN_BACK,
                () -> beans.getBean(TakePaymentBack.class)
                        .run(
                                village.teller,
                                new TakePaymentBack.Order(UUID.randomUUID(), session, line, "trả nhầm Tổ")));

        assertRefused(FeeRefusal.NO_DEPOSIT_OF_HEAD, () -> pay(village, session, Map.of(group, Way.DEPOSIT)));
        owner.sql("""
                update "group".member set office_held = 'HEAD'
                 where id = (select min(m.id) from "group".member m join "group".credit_group g on g.id = m.group_id where g.code = 'FEE1-T1')
                """).update();
        pay(village, session, Map.of(group, Way.DEPOSIT));
        assertThat(cash(session)).isEqualTo(2_000_000_000L - 15_908);
        assertThat(owner.sql("""
                        select max(a.balance) from savings.account a join organisation.unit u on u.id = a.point_id where u.code = 'FEE1-01'
                        """).query(Long.class).single()).isEqualTo(100_324L);
    }

    private void transfersOnce(Village village) {
        var wanted = Facts.none().dong("amount", new Dong(473 + 852 + 1_704));
        assertRefused(
                FeeRefusal.NOTHING_OWED,
                () -> ask(
                        village,
                        "fee.transfer",
                        "FEE1:2024-05:HPN",
                        Facts.none().dong("amount", new Dong(18_937))));
        long id = ask(village, "fee.transfer", "FEE1:2024-05:HPN", wanted);
        assertThatThrownBy(() -> decide(village.controller, id))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(ChangeRefusal.OWN_CHANGE));
        decide(village.director, id);
        assertThat(entries("FEE_TRANSFER", village)).containsExactlyInAnyOrder("FEE_PAYABLE 0 3029", "BANK 0 -3029");
        assertRefused(FeeRefusal.NOTHING_OWED, () -> ask(village, "fee.transfer", "FEE1:2024-05:HPN", wanted));

        var voucher = owner.sql(
                        "select 'FEE1-00-24-' || lpad(voucher::text, 6, '0') from ledger.journal where kind = 'FEE_TRANSFER' and office_id = :office")
                .param("office", village.office)
                .query(String.class)
                .single();
        decide(village.director, ask(village, "fee.transfer-back", voucher, wanted));
        assertThat(entries("FEE_TRANSFER_BACK", village))
                .containsExactlyInAnyOrder("FEE_PAYABLE 0 -3029", "BANK 0 3029");
        assertRefused(FeeRefusal.ALREADY_TAKEN_BACK, () -> ask(village, "fee.transfer-back", voucher, wanted));
        decide(village.director, ask(village, "fee.transfer", "FEE1:2024-05:HPN", wanted));
    }

    @Test
    void anApprovedMonthIsTakenBackAndComputedAnew() {
        var village = village("FEE2");
        var may = new FeeMonth("FEE2", YearMonth.of(2024, 5));
        compute(village, may);
        long waiting =
                beans.getBean(ApproveMonth.class).ask(village.controller, UUID.randomUUID(), may, "đối chiếu sổ");
        compute(village, may);
        assertThatThrownBy(() -> decide(village.director, waiting))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(ChangeRefusal.CHANGE_STALE));
        approve(village, may);
        decide(
                village.director,
                ask(village, "fee.month-back", "FEE2:2024-05", Facts.none().word("state", "fee.state.TAKEN_BACK")));
        assertThat(entries("FEE_DUE_BACK", village)).contains("FEE_PAYABLE 0 69261");
        compute(village, may);
        approve(village, may);
        assertThat(broken()).isEmpty();
    }

    @Test
    void aDueIsPaidOnceByADeviceInTheField() {
        var village = village("FEE7");
        var june = VillageDay.open(beans, village);
        compute(village, new FeeMonth("FEE7", YearMonth.of(2024, 5)));
        approve(village, new FeeMonth("FEE7", YearMonth.of(2024, 5)));
        long session = june.session();
        var device = PocketDevice.enrolled(beans, village).takes(beans, village.teller, session);
        assertThat(new String(
                        beans.getBean(FieldPackages.class)
                                .read(village.teller, session)
                                .json(),
                        StandardCharsets.UTF_8))
                .contains("\"2024-05\",50324,1,\"FEE7-T1\"", "\"2024-05\",15908,0,\"\"")
                .contains("\"draw\":\"NOTHING_DUE\"");
        device.paysDue(session, due("FEE7", "GROUP"), 50_324);
        device.paysDue(session, due("FEE7", "GROUP"), 50_324);
        device.paysDue(session, due("FEE7", "COMMUNE"), 15_907);
        device.paysDue(session, due("FEE7", "PROVINCE"), 852);
        var receive = beans.getBean(ReceiveBatch.class);

        receive.run(village.teller, UUID.randomUUID(), PocketDevice.batch(device.events()));
        receive.run(village.teller, UUID.randomUUID(), PocketDevice.batch(device.events()));

        assertThat(cash(session)).isEqualTo(2_000_000_000L - 50_324);
        assertThat(owner.sql(
                                "select code || ' ' || cash from session.field_conflict where session_id = :session order by id")
                        .param("session", session)
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("ALREADY_PAID -50324", "FIELD_PAID_OUT_OTHERWISE -15907", "UNKNOWN_DUE -852");
        assertThat(broken()).isEmpty();
        findsBreach(
                "fee.field-dues-are-paid", "session.field_line set paid_out = paid_out %s 1 where outcome = 'POSTED'");
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
        may.save(group, 0, 50_000);
        may.end();
        VillageDay.close(beans, village, LocalDate.of(2024, 6, 17));
        return village;
    }

    private void compute(Village village, FeeMonth month) {
        beans.getBean(ComputeMonth.class).run(village.controller, UUID.randomUUID(), month);
    }

    private void approve(Village village, FeeMonth month) {
        var approve = beans.getBean(ApproveMonth.class);
        approve.approve(
                village.director,
                UUID.randomUUID(),
                approve.ask(village.controller, UUID.randomUUID(), month, "đối chiếu sổ"));
    }

    private long ask(Village village, String kind, String subject, Facts wanted) {
        return beans.getBean(RequestChange.class)
                .run(
                        village.controller,
                        new Proposal(UUID.randomUUID(), kind, subject, wanted, new Basis("thử", null, null)));
    }

    private void decide(Actor checker, long id) {
        beans.getBean(DecideChange.class).approve(checker, UUID.randomUUID(), id);
    }

    private void pay(Village village, long session, Map<Long, Way> dues) {
        beans.getBean(PayDues.class).run(village.teller, order(session, dues));
    }

    private static PayDues.Order order(long session, Map<Long, Way> dues) {
        var lines = dues.entrySet().stream()
                .map(due -> new PayDues.Line(UUID.randomUUID(), due.getKey(), due.getValue()))
                .toList();
        return new PayDues.Order(UUID.randomUUID(), session, lines);
    }

    private static void assertRefused(FeeRefusal rule, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(rule));
    }

    private List<String> lines(String office) {
        return owner.sql("""
                        select concat_ws(' ', l.target, l.programme_id, l.yearly, l.interest, l.rate, l.share, l.amount)
                          from fee.line l
                          join fee.computation c on c.id = l.computation_id and c.state in ('COMPUTED', 'APPROVED')
                          join organisation.unit u on u.id = c.office_id
                         where u.code = :office
                         order by l.target
                        """)
                .param("office", office)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private Map<String, Long> dues(String office) {
        return owner
                .sql("""
                        select p.beneficiary, p.computed + p.carried as amount
                          from fee.payable p
                          join fee.computation c on c.id = p.computation_id and c.state in ('COMPUTED', 'APPROVED')
                          join organisation.unit u on u.id = c.office_id
                         where u.code = :office
                        """)
                .param("office", office)
                .query((row, n) -> Map.entry(row.getString("beneficiary"), row.getLong("amount")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private long due(String office, String beneficiary) {
        return owner.sql("""
                        select p.id
                          from fee.payable p
                          join fee.computation c on c.id = p.computation_id and c.state in ('COMPUTED', 'APPROVED')
                          join organisation.unit u on u.id = c.office_id
                         where u.code = :office and p.beneficiary = :beneficiary
                        """)
                .param("office", office)
                .param("beneficiary", beneficiary)
                .query(Long.class)
                .single();
    }

    private UUID payment(long due) {
        return owner.sql("select line_id from fee.payment where payable_id = :due and reverses is null")
                .param("due", due)
                .query(UUID.class)
                .single();
    }

    private long cash(long session) {
        return owner.sql("select balance from session.cash_box where session_id = :session")
                .param("session", session)
                .query(Long.class)
                .single();
    }

    private List<String> entries(String kind, Village village) {
        return owner.sql("""
                        select concat_ws(' ', e.account, e.programme_id, e.amount)
                          from ledger.journal j
                          join ledger.entry e on e.journal_id = j.id
                         where j.kind = :kind and j.office_id = :office
                        """)
                .param("kind", kind)
                .param("office", village.office)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
