package org.dongvon.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.dongvon.support.OwnerDb;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;

/** Grants written past all rules of the program, by the owner of the table. */
final class RawGrants {

    private final OwnerDb owner;

    RawGrants(OwnerDb owner) {
        this.owner = owner;
    }

    /** The constraint that a row written past all rules breaks; empty for none. */
    String broken(Account account, NewGrant grant, long maker, long checker) {
        return constraint(() -> owner.sql("""
                insert into identity.role_grant (account_id, role, unit_id, association, group_id, subject_id, valid_from,
                                                 valid_through, granted_by, approved_by)
                values (:account, :role, :unit, :association, :group, :person, :from, :through, :maker, :checker)
                """)
                .param("account", account.id())
                .param("role", grant.role().name())
                .param("unit", grant.unitId())
                .param("association", grant.narrowing().association())
                .param("group", grant.narrowing().groupId())
                .param("person", grant.narrowing().personId())
                .param("from", grant.from())
                .param("through", grant.through())
                .param("maker", maker)
                .param("checker", checker)
                .update());
    }

    /** The constraint that a piece of work breaks; empty for none. */
    static String constraint(Runnable work) {
        var broken = new ArrayList<String>();
        try {
            work.run();
        } catch (DataAccessException e) {
            assertThat(e.getRootCause()).isInstanceOfSatisfying(PSQLException.class, cause -> {
                var message = cause.getServerErrorMessage();
                broken.add(message == null ? "" : String.valueOf(message.getConstraint()));
            });
        }
        return broken.isEmpty() ? "" : broken.getFirst();
    }
}
