package org.dongvon.identity.openid;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dongvon.identity.openid.OpenIdLinks.Link;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who of an outside provider is whose account here. */
@Repository
class ExternalSubjects {

    private static final String ACCOUNT = """
            select a.id
              from identity.external_subject s
              join identity.account a on a.id = s.account_id and a.active
             where s.issuer = :issuer and s.subject = :subject
            """;

    private static final String LINK = """
            insert into identity.external_subject (issuer, subject, account_id) values (:issuer, :subject, :account)
                on conflict on constraint external_subject_one_account do nothing
            """;

    private static final String LINKS = """
            select id, issuer, linked_at from identity.external_subject where account_id = :account order by linked_at, id
            """;

    private static final String REMOVE = """
            delete from identity.external_subject where id = :id and account_id = :account
            """;

    private final JdbcClient db;

    ExternalSubjects(JdbcClient db) {
        this.db = db;
    }

    /** The active account of a subject. */
    Optional<Long> account(Subject subject) {
        return db.sql(ACCOUNT)
                .param("issuer", subject.issuer())
                .param("subject", subject.name())
                .query(Long.class)
                .optional();
    }

    /** False when the subject is linked already, to this account or another. */
    boolean link(long accountId, Subject subject) {
        return db.sql(LINK)
                        .param("issuer", subject.issuer())
                        .param("subject", subject.name())
                        .param("account", accountId)
                        .update()
                == 1;
    }

    List<Link> links(long accountId) {
        return db.sql(LINKS)
                .param("account", accountId)
                .query((row, n) -> new Link(
                        row.getLong("id"),
                        row.getString("issuer"),
                        row.getObject("linked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    boolean remove(long accountId, long id) {
        return db.sql(REMOVE).param("id", id).param("account", accountId).update() == 1;
    }

    /** Somebody as a provider knows them. */
    record Subject(String issuer, String name) {}
}
