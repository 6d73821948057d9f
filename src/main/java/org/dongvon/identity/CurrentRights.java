package org.dongvon.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The person of an account with the rights of this moment: asked for at each request, kept nowhere. */
@Service
public class CurrentRights {

    private static final String PLACE = """
            select name, province from organisation.v_unit_place where id = :unit
            """;

    private final JdbcClient db;
    private final Accounts accounts;

    CurrentRights(JdbcClient db, Accounts accounts) {
        this.db = db;
        this.accounts = accounts;
    }

    /** The person of an account, come in by a door. */
    public SignedIn of(Account account, Door door) {
        var actor = accounts.actor(account);
        return db.sql(PLACE)
                .param("unit", account.unitId())
                .query((row, n) -> new SignedIn(actor, row.getString("name"), row.getString("province"), door))
                .single();
    }
}
