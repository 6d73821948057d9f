package org.dongvon.notice.making;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.dongvon.shared.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may get messages: people of an office with consent, whose processing is not restricted. */
@Repository
class Recipients {

    private static final String OF_OFFICE = """
            select k.person_id, k.point_id, k.language, k.booked_on, h.full_name
              from organisation.v_point p
              join household.v_contact k on k.point_id = p.id and k.consent
              join household.v_person h on h.id = k.person_id and not h.restricted
             where p.office_id = :office and k.point_id <@ (select shared.scope())
            """;

    private final JdbcClient db;

    Recipients(JdbcClient db) {
        this.db = db;
    }

    /** By person. */
    Map<Long, Recipient> of(long officeId) {
        return db
                .sql(OF_OFFICE)
                .param("office", officeId)
                .query((row, n) -> new Recipient(
                        row.getLong("person_id"),
                        row.getLong("point_id"),
                        row.getString("full_name"),
                        Language.valueOf(row.getString("language")),
                        row.getObject("booked_on", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Recipient::person, each -> each));
    }

    /**
     * Somebody who agreed.
     *
     * @param since the open day on which the consent was written down; nothing of before is told
     */
    record Recipient(long person, long point, String name, Language language, LocalDate since) {}
}
