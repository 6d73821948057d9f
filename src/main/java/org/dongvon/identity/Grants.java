package org.dongvon.identity;

import org.dongvon.organisation.Staff;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gives roles and ends them. Nothing here asks who may: that is for the use cases. */
@Repository
class Grants {

    private static final String INSERT = """
            insert into identity.role_grant (account_id, role, unit_id, association, group_id, subject_id, valid_from,
                                             valid_through, granted_by, approved_by)
            values (:account, :role, :unit, :association, :group, :person, :from, :through, :maker, :checker)
            returning id
            """;

    private static final String END = """
            update identity.role_grant set ended_at = transaction_timestamp(), ended_by = :actor
             where id = :grant and ended_at is null
            """;

    private final JdbcClient db;
    private final GrantRules rules;
    private final Staff staff;

    Grants(JdbcClient db, GrantRules rules, Staff staff) {
        this.db = db;
        this.rules = rules;
        this.staff = staff;
    }

    /**
     * Gives an account a role, inside the caller's transaction; returns the grant's id.
     *
     * @param checker the second person; the server itself when it is also the maker
     * @throws Refused what {@link GrantRules#check} and {@link GrantRules#checkBeside} refuse
     */
    long give(Actor maker, Actor checker, Account account, NewGrant grant) {
        rules.check(grant);
        rules.checkBeside(account.personId(), grant);
        var narrowing = grant.narrowing();
        long id = db.sql(INSERT)
                .param("account", account.id())
                .param("role", grant.role().name())
                .param("unit", grant.unitId())
                .param("association", narrowing.association())
                .param("group", narrowing.groupId())
                .param("person", narrowing.personId())
                .param("from", grant.from())
                .param("through", grant.through())
                .param("maker", maker.id())
                .param("checker", checker.id())
                .query(Long.class)
                .single();
        staff.post(new Staff.Post(id, account.id(), grant.unitId(), grant.role(), grant.from(), grant.through()));
        return id;
    }

    /**
     * Ends a grant at once, inside the caller's transaction.
     *
     * @throws Refused {@link IdentityRefusal#GRANT_ENDED}
     */
    void end(Actor actor, long grantId) {
        int ended =
                db.sql(END).param("grant", grantId).param("actor", actor.id()).update();
        if (ended == 0) {
            throw new Refused(IdentityRefusal.GRANT_ENDED);
        }
        staff.leave(grantId);
    }
}
