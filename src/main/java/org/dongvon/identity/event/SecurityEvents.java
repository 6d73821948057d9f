package org.dongvon.identity.event;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The book of what happened around logging in. There is no way to change or remove a line. */
@Repository
public class SecurityEvents {

    private static final String NOTE = """
            insert into identity.event (kind, account_id, by_id, address, browser, about)
            values (:kind, :account, :by, :address, :browser, :about) returning id
            """;

    // Under the index of failures by address; a limit of some hundred rows at most is read.
    private static final String TOO_MANY_FAILURES = """
            select count(*) >= identity.setting_now('ADDRESS_FAILURES')
              from (select from identity.event
                     where kind = 'LOG_IN_FAILED' and address = :address
                       and at > clock_timestamp() - make_interval(mins => identity.setting_now('LOCK_MINUTES'))
                     limit identity.setting_now('ADDRESS_FAILURES')) failure
            """;

    private static final Logger LOG = LoggerFactory.getLogger(SecurityEvents.class);

    private final JdbcClient db;

    SecurityEvents(JdbcClient db) {
        this.db = db;
    }

    /** Something that the owner of an account did. */
    public void note(SecurityEvent kind, long accountId, Caller caller) {
        note(kind, accountId, accountId, caller, "");
    }

    /** The same with a word on what. */
    public void note(SecurityEvent kind, long accountId, Caller caller, String about) {
        note(kind, accountId, accountId, caller, about);
    }

    /** Something that a colleague or the operator, 0, did to an account. */
    public void noteBy(long byId, SecurityEvent kind, @Nullable Long accountId, Caller caller, String about) {
        note(kind, accountId, byId, caller, about);
    }

    /** Something that nobody known did. */
    public void noteOfStranger(SecurityEvent kind, Caller caller) {
        note(kind, null, 0, caller, "");
    }

    /** Whether an address has failed so often that it must wait. */
    public boolean isLimited(Caller caller) {
        return db.sql(TOO_MANY_FAILURES)
                .param("address", caller.address())
                .query(Boolean.class)
                .single();
    }

    private void note(SecurityEvent kind, @Nullable Long accountId, long byId, Caller caller, String about) {
        long id = db.sql(NOTE)
                .param("kind", kind.name())
                .param("account", accountId)
                .param("by", byId)
                .param("address", caller.address())
                .param("browser", caller.browser())
                .param("about", about)
                .query(Long.class)
                .single();
        // The file names nobody: accounts by number, and where from stands in the row of that number.
        LOG.atInfo()
                .addKeyValue("event", id)
                .addKeyValue("kind", kind)
                .addKeyValue("account", accountId == null ? "" : accountId)
                .addKeyValue("by", byId)
                .log("security event");
    }
}
