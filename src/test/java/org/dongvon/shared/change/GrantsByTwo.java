package org.dongvon.shared.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.capital.GrantAllotment;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.postgresql.util.PSQLException;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** An office with 1 000 000 000 đ granted of a contract of 200 000 000 000 đ, and who asks and decides about more. */
class GrantsByTwo {

    static final long GRANTED = 1_000_000_000;
    static final long DIRECTORS_LIMIT = 5_000_000_000L;
    static final long MANAGERS_LIMIT = 100_000_000_000L;
    static final String DOCUMENT = "QD-131-2002";
    private static int villages;

    final ApplicationContext beans;
    final RequestChange request;
    final DecideChange decide;
    final ChangeBook book;
    final Transactions transactions;
    final OwnerDb owner;
    Village village;
    Actor maker;
    Actor director;
    Actor manager;
    String subject;
    long contract;

    GrantsByTwo(ApplicationContext beans) {
        this.beans = beans;
        this.request = beans.getBean(RequestChange.class);
        this.decide = beans.getBean(DecideChange.class);
        this.book = beans.getBean(ChangeBook.class);
        this.transactions = beans.getBean(Transactions.class);
        this.owner = beans.getBean(OwnerDb.class);
    }

    @BeforeEach
    void newVillage() {
        var code = "TWO" + ++villages;
        village = Village.in(beans, code);
        maker = person(1, village.office * 100 + 1, Role.FUND_OFFICER);
        director = person(2, village.office * 100 + 2, Role.DIRECTOR);
        manager = person(3, village.office * 100 + 3, Role.MANAGER);
        subject = "UT-" + code + ":" + code;
        var grants = beans.getBean(GrantAllotment.class);
        contract = transactions.write(
                Actor.SYSTEM,
                () -> grants.sign(
                        village.office,
                        new GrantAllotment.NewContract(
                                "UT-" + code,
                                "PROVINCE",
                                "UBND thành phố",
                                "QĐ 12",
                                Village.FIRST_DAY,
                                new Dong(200_000_000_000L))));
        grants.grant(Actor.SYSTEM, UUID.randomUUID(), village.office, contract, new Dong(GRANTED));
        // The rest of the contract has come in, and waits to be granted.
        owner.sql("update capital.contract set received = amount where id = :id")
                .param("id", contract)
                .update();
    }

    long ask(Actor maker, long granted) {
        return request.run(maker, proposal(UUID.randomUUID(), granted, basis()));
    }

    static Basis basis() {
        return new Basis("bổ sung vốn", DOCUMENT, null);
    }

    Proposal proposal(UUID key, long granted, Basis basis) {
        return new Proposal(key, "capital.grant", subject, Facts.none().dong("granted", new Dong(granted)), basis);
    }

    void approve(Actor checker, long id) {
        decide.approve(checker, UUID.randomUUID(), id);
    }

    void withdraw(Actor maker, long id) {
        decide.withdraw(maker, UUID.randomUUID(), id);
    }

    /** Somebody of the village's office. */
    Actor person(int account, long person, Role role) {
        long id = village.office * 100 + account;
        return new Actor(id, person, "u" + account, "Bùi Thị Tâm", role, village.office, village.director.scope());
    }

    ChangeRequest get(Actor reader, long id) {
        return transactions.read(reader, () -> book.get(id));
    }

    List<ChangeState> steps(long id) {
        return transactions.read(maker, () -> book.steps(id)).stream()
                .map(ChangeBook.Step::state)
                .collect(Collectors.toList());
    }

    long granted() {
        return count("select granted from capital.allotment where contract_id = " + contract);
    }

    long count(String sql) {
        return owner.sql(sql).query(Long.class).single();
    }

    static void assertRefused(ThrowingCallable work, Refusal rule) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(rule));
    }

    static void assertViolates(String constraint, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .isInstanceOfSatisfying(
                        PSQLException.class,
                        e -> assertThat(Objects.requireNonNull(e.getServerErrorMessage())
                                        .getConstraint())
                                .isEqualTo(constraint));
    }
}
