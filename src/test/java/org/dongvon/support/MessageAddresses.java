package org.dongvon.support;

import static org.dongvon.support.RecordAddresses.NO_NUMBER;

import java.util.UUID;

/** The addresses of a person's telephone and of messages to them, as if one had been made. */
public final class MessageAddresses {

    private static final String MESSAGE = """
            with made as (
                insert into notice.message (point_id, person_id, kind, cause, about_on, made_on, language, template_from, text, coding, parts,
                                            submission)
                select p.point_id, p.id, 'RECEIPT', :cause, '2024-04-18', '2024-04-18', 'VI', '2002-10-04', 'NHCSXH: da nop 1.000d', 'GSM', 1,
                       (select s.key from shared.submission s where s.point_id = p.point_id limit 1)
                  from household.person p where p.id = :person
                returning id, point_id),
            noted as (
                insert into notice.message_step (message_id, seq, point_id, state) select id, 1, point_id, 'WAITING' from made)
            select id from made
            """;

    private MessageAddresses() {}

    static void add(RecordAddresses to, PeopleVillage home, OwnerDb owner) {
        long person = home.person(1).id();
        for (var page : new String[] {"/contact", "/contact/withdrawal", "/contact/number", "/messages"}) {
            to.record("/people/{id}" + page, Long.toString(person), NO_NUMBER);
        }
        to.record("/messages/{id}", message(owner, person), NO_NUMBER);
    }

    /** A message to a person that waits. */
    public static String message(OwnerDb owner, long person) {
        return owner.sql(MESSAGE)
                .param("person", person)
                .param("cause", "line:" + UUID.randomUUID())
                .query(String.class)
                .single();
    }
}
