package org.dongvon.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Invariant;
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
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ApplicationContext;

/** An office without a local contract, and the two persons who sign one, take its money in and grant it. */
public abstract class ContractByTwo {

    protected static final LocalDate DAY = Village.FIRST_DAY;
    protected static final long MILLION = 1_000_000;
    private static int villages;

    protected final ApplicationContext beans;
    protected final OwnerDb owner;
    private final RequestChange request;
    private final DecideChange decide;
    protected Village village;
    protected String code;
    protected String contract;
    protected Actor maker;
    protected Actor manager;

    protected ContractByTwo(ApplicationContext beans) {
        this.beans = beans;
        this.owner = beans.getBean(OwnerDb.class);
        this.request = beans.getBean(RequestChange.class);
        this.decide = beans.getBean(DecideChange.class);
    }

    @BeforeEach
    protected void newVillage() {
        code = "MON" + ++villages;
        contract = "UT-" + code;
        village = Village.in(beans, code);
        maker = person(1, Role.FUND_OFFICER, village.director.scope());
        manager = person(2, Role.MANAGER, village.director.scope());
    }

    Actor person(int number, Role role, Scope scope) {
        long id = village.office * 100 + number;
        return new Actor(id, id, "u" + number, "Bùi Thị Tâm", role, village.office, scope);
    }

    /** The terms of a contract of 500 million of the province, with its interest distributed 30/50/15/5. */
    protected Facts terms() {
        return Facts.none()
                .text("source", "PROVINCE")
                .text("owner", "UBND tỉnh")
                .dong("amount", new Dong(500 * MILLION))
                .date("signed-on", DAY)
                .date("ends-on", null)
                .text("office", code)
                .text("programmes", "GQVL, HONGHEO")
                .text("area", null)
                .dong("cap", null)
                .text("series", null)
                .count("priority", 50)
                .text("risk", "30 %")
                .text("fee", "50 %")
                .text("boards", "15 %")
                .text("added", "5 %");
    }

    /** The terms with one field of another value; text fields only. */
    protected Facts termsWith(String name, String value) {
        var result = Facts.none();
        for (var fact : terms().all()) {
            var wanted = fact.name().equals(name) ? value : fact.value();
            result = switch (fact.type()) {
                case DONG -> result.dong(fact.name(), wanted == null ? null : new Dong(Long.parseLong(wanted)));
                case DATE -> result.date(fact.name(), wanted == null ? null : LocalDate.parse(wanted));
                case COUNT -> result.count(fact.name(), Long.parseLong(wanted));
                default -> result.text(fact.name(), wanted);
            };
        }
        return result;
    }

    protected void sign() {
        sign(contract, terms());
    }

    protected void sign(String contract, Facts terms) {
        change("capital.contract", contract, terms);
    }

    void receive(long amount) {
        receive(contract, amount, DAY);
    }

    void receive(String contract, long amount, LocalDate on) {
        change(
                "capital.money",
                contract + ":RECEIVED",
                Facts.none().dong("amount", new Dong(amount)).date("on", on));
    }

    void giveBack(long amount) {
        change(
                "capital.money",
                contract + ":RETURNED",
                Facts.none().dong("amount", new Dong(amount)).date("on", DAY));
    }

    void grant(String office, long granted) {
        change("capital.grant", contract + ":" + office, Facts.none().dong("granted", new Dong(granted)));
    }

    void move(String from, String to, long amount) {
        change("capital.move", from + ":" + to, Facts.none().dong("amount", new Dong(amount)));
    }

    protected void change(String kind, String subject, Facts wanted) {
        long id = ask(kind, subject, wanted);
        decide.approve(manager, UUID.randomUUID(), id);
    }

    protected long ask(String kind, String subject, Facts wanted) {
        return request.run(
                maker,
                new Proposal(
                        UUID.randomUUID(), kind, subject, wanted, new Basis("theo quyết định", "QD-131-2002", null)));
    }

    /** Received, added, moved, returned, granted and lent. */
    protected List<Long> sums(String contract) {
        return owner.sql("""
                        select c.received, c.added, c.moved, c.returned, coalesce(sum(a.granted), 0) as granted,
                               coalesce(sum(a.lent), 0) as lent
                          from capital.contract c
                          left join capital.allotment a on a.contract_id = c.id
                         where c.code = :code
                         group by c.id
                        """)
                .param("code", contract)
                .query((row, n) -> List.of(
                        row.getLong("received"),
                        row.getLong("added"),
                        row.getLong("moved"),
                        row.getLong("returned"),
                        row.getLong("granted"),
                        row.getLong("lent")))
                .single();
    }

    /** What the journal has on an account of a contract at an office, in credit. */
    protected long booked(String contract, String account, String office) {
        return owner.sql("""
                        select coalesce(-sum(e.amount), 0)
                          from ledger.entry e
                          join ledger.journal j on j.id = e.journal_id
                          join organisation.unit u on u.id = j.office_id
                          join capital.contract c on c.id = e.contract_id
                         where c.code = :contract and e.account = :account and u.code = :office
                        """)
                .param("contract", contract)
                .param("account", account)
                .param("office", office)
                .query(Long.class)
                .single();
    }

    protected void assertBooksHold() {
        for (var rule : beans.getBean(CapitalInvariants.class).all()) {
            assertThat(broken(rule)).as(rule.name()).isEmpty();
        }
    }

    protected List<String> broken(Invariant rule) {
        return owner
                .sql(rule.sql())
                .query((row, n) -> row.getLong("broken") == 0 ? "" : row.getString("first"))
                .list()
                .stream()
                .filter(first -> !first.isEmpty())
                .toList();
    }

    protected static void assertRefused(ThrowingCallable work, Refusal rule) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(rule));
    }
}
