package org.dongvon.loan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Who may borrow for a household, asked by a group head who sees no other member of it. The day is 18/04/2024. */
@PostgresTest
class AuthorisedBorrowerDbTest {

    private final WriteApplication write;
    private final MoveApplication move;
    private final OwnerDb owner;
    private final Village village;
    private final Village.GroupOfLoans group;

    AuthorisedBorrowerDbTest(ApplicationContext beans, OwnerDb owner) {
        this.owner = owner;
        this.write = beans.getBean(WriteApplication.class);
        this.move = beans.getBean(MoveApplication.class);
        this.village = Village.in(beans, "BORROWER");
        this.group = village.group(1, 3, "HONGHEO", 50_000_000, Village.FIRST_DAY);
    }

    @Test
    void aHouseholdOfSeveralAdultsBorrowsByTheOneWhomItAuthorised() {
        relative(group.members().get(0), "000206000001", "2006-04-20");
        var child = draft(0);
        submit(child);

        long grown = relative(group.members().get(1), "000206000002", "2006-03-01");
        var code = draft(1);
        refused(ApplicationRefusal.DELEGATION_MISSING, () -> submit(code));
        authorised(grown, "2024-01-01");
        refused(ApplicationRefusal.BORROWER_NOT_AUTHORISED, () -> submit(code));
        authorised(borrower(group.members().get(1)), "2024-01-02");
        submit(code);
        assertThat(owner.sql("select step from loan.application where code = :code")
                        .param("code", code)
                        .query(String.class)
                        .single())
                .isEqualTo("AT_GROUP");
    }

    private String draft(int member) {
        return write.run(
                head(),
                new WriteApplication.Wish(
                        UUID.randomUUID(),
                        group.members().get(member),
                        "HONGHEO",
                        "Nuôi bò sinh sản",
                        new Dong(10_000_000),
                        36,
                        12));
    }

    private void submit(String code) {
        move.run(head(), new MoveApplication.Wish(UUID.randomUUID(), List.of(code), Move.SUBMIT, ""));
    }

    private Actor head() {
        var like = village.teller;
        return new Actor(
                like.id() + 1000,
                like.personId() + 1000,
                like.login(),
                like.name(),
                Role.GROUP_HEAD,
                village.office,
                Scope.of(village.direct, village.point).narrowedTo(Narrowing.ofGroup(group.id())));
    }

    private long borrower(long member) {
        return owner.sql("select person_id from \"group\".member where id = :member")
                .param("member", member)
                .query(Long.class)
                .single();
    }

    private long relative(long member, String tail, String born) {
        return owner.sql("""
                        insert into household.person (household_id, point_id, full_name, born_on, sex, identity_encrypted,
                                                      identity_last4, identity_key, identity_hash)
                        select m.household_id, m.point_id, 'Lê Văn Lớn', cast(:born as date), 'M', '\\x00', '0000', 1,
                               sha256(cast(m.id || :tail as text)::bytea)
                          from "group".member m
                         where m.id = :member
                        returning id
                        """)
                .param("member", member)
                .param("tail", tail)
                .param("born", born)
                .query(Long.class)
                .single();
    }

    private void authorised(long person, String on) {
        owner.sql("""
                        insert into household.authorisation (household_id, person_id, point_id, agreed_on, ground, witness,
                                                             liable, submission)
                        select p.household_id, p.id, p.point_id, cast(:on as date), 'FIRST', 'Lê Văn Trưởng', true,
                               (select s.key from shared.submission s
                                 where s.key not in (select a.submission from household.authorisation a) limit 1)
                          from household.person p
                         where p.id = :person
                        """).param("person", person).param("on", on).update();
    }

    private static void refused(Refusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
