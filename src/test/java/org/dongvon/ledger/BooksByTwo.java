package org.dongvon.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Invariants;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Village;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ApplicationContext;

/** An office whose books begin on 18/4/2024, its accountant, and who decides; docs/domain/accounting.md has their numbers. */
public abstract class BooksByTwo {

    protected static final LocalDate DAY = Village.FIRST_DAY;
    protected static final LocalDate APRIL_END = LocalDate.of(2024, 4, 30);
    private static int villages;

    protected final ApplicationContext beans;
    protected final OwnerDb owner;
    private final RequestChange request;
    private final DecideChange decide;
    protected Village village;
    protected String code;
    protected Actor accountant;
    protected Actor director;

    protected BooksByTwo(ApplicationContext beans) {
        this.beans = beans;
        this.owner = beans.getBean(OwnerDb.class);
        this.request = beans.getBean(RequestChange.class);
        this.decide = beans.getBean(DecideChange.class);
    }

    @BeforeEach
    void newVillage() {
        code = "SO" + ++villages;
        village = Village.in(beans, code);
        accountant = person(1, Role.ACCOUNTANT, village.director.scope());
        director = person(2, Role.DIRECTOR, village.director.scope());
    }

    @AfterEach
    void theBooksHold() {
        for (var rules : beans.getBeansOfType(Invariants.class).values()) {
            for (var rule : rules.all()) {
                if (rule.name().startsWith("ledger.") || rule.name().startsWith("capital.")) {
                    var broken = owner.sql(rule.sql())
                            .query((row, n) -> row.getLong("broken") == 0 ? "" : row.getString("first"))
                            .list();
                    assertThat(broken).as(rule.name()).allMatch(String::isEmpty);
                }
            }
        }
    }

    protected Actor person(int number, Role role, Scope scope) {
        long id = village.office * 100 + number;
        return new Actor(id, id, "s" + number, "Ngô Thị Hảo", role, village.office, scope);
    }

    protected long ask(Actor maker, String kind, String subject, Facts wanted) {
        return request.run(
                maker,
                new Proposal(UUID.randomUUID(), kind, subject, wanted, new Basis("theo chứng từ kèm", null, null)));
    }

    protected void change(String kind, String subject, Facts wanted) {
        decide.approve(director, UUID.randomUUID(), ask(accountant, kind, subject, wanted));
    }

    protected void approve(Actor checker, long id) {
        decide.approve(checker, UUID.randomUUID(), id);
    }

    /** A voucher whose lines are "ACCOUNT amount word". */
    protected Facts voucher(LocalDate on, String... lines) {
        long debit = List.of(lines).stream()
                .mapToLong(line -> Math.max(0, Long.parseLong(line.split(" ", 3)[1])))
                .sum();
        return Facts.none()
                .text("lines", String.join("\n", lines))
                .dong("amount", new Dong(debit))
                .date("on", on)
                .text("source", "HĐ 015/2024")
                .text("wording", "chi phí của văn phòng");
    }

    protected void write(LocalDate on, String... lines) {
        change("ledger.voucher", code, voucher(on, lines));
    }

    /** Vouchers 1, 2 and 3 of docs/domain/accounting.md; the open day is 3/5/2024 afterwards. */
    protected void vouchersOfApril() {
        write(DAY, "OPERATING_EXPENSE 12500000 thuê nhà", "OPERATING_EXPENSE 2500000 tiền điện", "BANK -15000000");
        write(DAY, "BANK 4000000", "OPERATING_INCOME -4000000 cấp giấy xác nhận");
        openDay(LocalDate.of(2024, 5, 3));
        write(APRIL_END, "OPERATING_EXPENSE 1000000 giấy in", "OTHER_PAYABLE -1000000");
    }

    protected void openDay(LocalDate day) {
        owner.sql("update organisation.business_day set day = :day where office_id = :office")
                .param("day", day)
                .param("office", village.office)
                .update();
    }

    protected void lock(String month) {
        change("ledger.month", code + ":" + month, Facts.none().word("state", "periodState.SHUT"));
    }

    protected void unlock(String month) {
        change("ledger.month", code + ":" + month, Facts.none().word("state", "periodState.OPEN"));
    }

    protected void carryOver(int year) {
        change("ledger.year", code + ":" + year, Facts.none().word("state", "periodState.SHUT"));
    }

    protected void carryBack(int year) {
        change("ledger.year", code + ":" + year, Facts.none().word("state", "periodState.OPEN"));
    }

    /** What the account stands at in the office's books; debit positive. */
    protected long balance(String account) {
        return owner.sql("""
                        select coalesce(sum(e.amount), 0) from ledger.entry e join ledger.journal j on j.id = e.journal_id
                         where j.office_id = :office and e.account = :account
                        """)
                .param("office", village.office)
                .param("account", account)
                .query(Long.class)
                .single();
    }

    /** The number of the office's newest voucher. */
    protected String newest() {
        return owner.sql("""
                        select concat(u.code, '-', to_char(j.business_date, 'YY'), '-', lpad(j.voucher::text, 6, '0'))
                          from ledger.journal j join organisation.unit u on u.id = j.point_id
                         where j.office_id = :office order by j.id desc limit 1
                        """)
                .param("office", village.office)
                .query(String.class)
                .single();
    }

    protected static void assertRefused(ThrowingCallable work, Refusal rule) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(rule));
    }
}
