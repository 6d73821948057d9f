package org.dongvon.notice.sending;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.dongvon.household.Contacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox: what waits is taken to be sent, and what became of it is noted. Each statement moves a set. */
@Repository
class Outbox {

    // Whoever took them is gone: they may have gone out or not.
    private static final String LEFT = """
            with left_behind as (
                update notice.message m
                   set state = 'UNSURE', steps = m.steps + 1, lease_until = null
                 where m.state = 'SENDING' and m.lease_until < clock_timestamp() and m.point_id <@ (select shared.scope())
                returning m.id, m.steps, m.point_id),
            noted as (
                insert into notice.message_step (message_id, seq, point_id, state, note)
                select l.id, l.steps, l.point_id, 'UNSURE', 'CUT_OFF' from left_behind l)
            select count(*) from left_behind
            """;

    private static final String WITHDRAWN = """
            with withdrawn as (
                update notice.message m
                   set state = 'STOPPED', steps = m.steps + 1
                 where m.state in ('WAITING', 'FAILED') and m.point_id <@ (select shared.scope())
                   and not exists (select from household.v_contact k
                                     join household.v_person h on h.id = k.person_id and not h.restricted
                                    where k.person_id = m.person_id and k.consent)
                returning m.id, m.steps, m.point_id),
            noted as (
                insert into notice.message_step (message_id, seq, point_id, state, note)
                select w.id, w.steps, w.point_id, 'STOPPED', 'NO_CONSENT' from withdrawn w)
            select count(*) from withdrawn
            """;

    private static final String FORGET = """
            update notice.message m
               set text = null
              from organisation.v_point p
             where p.id = m.point_id and m.text is not null and m.state in ('SENT', 'STOPPED', 'GIVEN_UP')
               and m.made_on < p.open_day - cast(:days as integer) and m.point_id <@ (select shared.scope())
            """;

    // Locked before anybody else may take them; others take the next. Consent is looked at in the same statement.
    private static final String TAKE = """
            with chosen as (
                select m.id, k.seq as contact_seq, p.open_day
                  from notice.message m
                  join household.v_contact k on k.person_id = m.person_id and k.consent
                  join household.v_person h on h.id = m.person_id and not h.restricted
                  join organisation.v_point p on p.id = m.point_id
                 where m.state in ('WAITING', 'FAILED') and m.next_try <= clock_timestamp() and m.point_id <@ (select shared.scope())
                 order by m.next_try, m.id
                 limit :most
                   for update of m skip locked),
            taken as (
                update notice.message m
                   set state = 'SENDING', steps = m.steps + 1, tries = m.tries + 1, contact_seq = c.contact_seq, claimed_on = c.open_day,
                       provider = :provider, lease_until = clock_timestamp() + interval '10 minutes'
                  from chosen c
                 where m.id = c.id
                returning m.id, m.steps, m.point_id, m.person_id, m.contact_seq, m.claimed_on, m.text),
            noted as (
                insert into notice.message_step (message_id, seq, point_id, state)
                select t.id, t.steps, t.point_id, 'SENDING' from taken t)
            select t.id, t.person_id, t.contact_seq, t.claimed_on, t.text from taken t order by t.id
            """;

    // A sender that was slower than its lease still says that a message went out.
    private static final String NOTE = """
            with said as (
                select r.id, r.state, r.reference, r.note
                  from unnest(cast(:ids as bigint[]), cast(:states as text[]), cast(:references as text[]), cast(:notes as text[]))
                       as r (id, state, reference, note)),
            moved as (
                update notice.message m
                   set state = case when s.state = 'FAILED' and m.tries >= :most then 'GIVEN_UP' else s.state end,
                       steps = m.steps + 1, lease_until = null, reference = nullif(s.reference, ''),
                       next_try = clock_timestamp() + make_interval(mins => cast(:pause as integer) * (1 << least(m.tries - 1, 10)))
                  from said s
                 where m.id = s.id and (m.state = 'SENDING' or m.state = 'UNSURE' and s.state = 'SENT')
                returning m.id, m.steps, m.point_id, m.state, s.note)
            insert into notice.message_step (message_id, seq, point_id, state, note)
            select m.id, m.steps, m.point_id, m.state, m.note from moved m
            """;

    private final JdbcClient db;

    Outbox(JdbcClient db) {
        this.db = db;
    }

    /** Marks what a sender took and never spoke of again; returns how many. */
    int leftBehind() {
        return db.sql(LEFT).query(Integer.class).single();
    }

    /** Stops what waits for people who no longer agree; returns how many. */
    int withdrawn() {
        return db.sql(WITHDRAWN).query(Integer.class).single();
    }

    /** Empties texts older than so many days; returns how many. */
    int forget(long days) {
        return db.sql(FORGET).param("days", days).update();
    }

    /** Takes the next so many. */
    List<Taken> take(String provider, int most) {
        return db.sql(TAKE)
                .param("provider", provider)
                .param("most", most)
                .query((row, n) -> new Taken(
                        row.getLong("id"),
                        new Contacts.Row(row.getLong("person_id"), row.getInt("contact_seq")),
                        row.getObject("claimed_on", LocalDate.class),
                        row.getString("text")))
                .list();
    }

    /** Notes what became of messages. */
    void note(List<Result> results, long triesMost, long pauseMinutes) {
        db.sql(NOTE)
                .param("ids", results.stream().map(Result::id).toArray(Long[]::new))
                .param("states", texts(results, result -> state(result.outcome())))
                .param(
                        "references",
                        texts(results, result -> result.outcome() instanceof Outcome.Sent sent ? sent.reference() : ""))
                .param("notes", texts(results, result -> result.outcome().note()))
                .param("most", triesMost)
                .param("pause", pauseMinutes)
                .update();
    }

    private static String state(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sent sent -> "SENT";
            case Outcome.Failed failed -> "FAILED";
            case Outcome.Rejected rejected -> "GIVEN_UP";
            case Outcome.Unsure unsure -> "UNSURE";
        };
    }

    private static String[] texts(List<Result> results, Function<Result, String> part) {
        return results.stream().map(part).toArray(String[]::new);
    }

    /** A message that was taken. */
    record Taken(long id, Contacts.Row contact, LocalDate day, String text) {}

    /** What became of one. */
    record Result(long id, Outcome outcome) {}
}
