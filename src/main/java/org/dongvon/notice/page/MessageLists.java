package org.dongvon.notice.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dongvon.household.PhoneNumber;
import org.dongvon.notice.MessageKind;
import org.dongvon.notice.MessageState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads messages: counts by day, lists, one with its history. */
@Repository
class MessageLists {

    private static final String DAYS = """
            select m.made_on, count(*) as made,
                   count(*) filter (where m.state in ('WAITING', 'SENDING', 'FAILED')) as waiting,
                   count(*) filter (where m.state = 'SENT') as sent,
                   count(*) filter (where m.state = 'UNSURE') as unsure,
                   count(*) filter (where m.state = 'GIVEN_UP') as given_up,
                   count(*) filter (where m.state = 'STOPPED') as stopped,
                   coalesce(sum(m.parts) filter (where m.state = 'SENT'), 0) as parts
              from notice.message m
             where m.point_id <@ (select shared.scope()) and not (select shared.narrowed())
             group by m.made_on
             order by m.made_on desc
             limit :most
            """;

    /** What every list of messages shows; it follows {@code select}. */
    private static final String MESSAGE = """
            m.id, m.person_id, h.full_name, h.restricted, c.last3, m.kind, m.about_on, m.made_on, m.text, m.coding, m.parts, m.state,
                   m.tries, m.next_try, m.provider, m.reference
              from notice.message m
              join household.v_person h on h.id = m.person_id
              left join household.v_contact c on c.person_id = m.person_id
             where m.point_id <@ (select shared.scope()) and not (select shared.narrowed())""";

    private static final String OF_DAY = """
            select %s
               and m.made_on = :day and (:state = '' or m.state = :state) and m.id > :after
             order by m.id
             limit :most
            """.formatted(MESSAGE);

    private static final String OF_PERSON = """
            select %s
               and m.person_id = :person and m.id < :before
             order by m.id desc
             limit :most
            """.formatted(MESSAGE);

    private static final String ONE = """
            select %s
               and m.id = :id
            """.formatted(MESSAGE);

    private static final String NAME = """
            select p.full_name
              from household.v_person p
             where p.id = :person and p.point_id <@ (select shared.scope()) and not (select shared.narrowed())
            """;

    private static final String STEPS = """
            select s.seq, s.state, s.at, s.note, w.full_name as who
              from notice.message_step s
              left join shared.submission b on b.key = s.submission
              left join organisation.v_staff w on w.id = b.actor_id
             where s.message_id = :id and s.point_id <@ (select shared.scope())
             order by s.seq
            """;

    private final JdbcClient db;

    MessageLists(JdbcClient db) {
        this.db = db;
    }

    /** The newest days with messages. */
    List<Day> days(int most) {
        return db.sql(DAYS)
                .param("most", most)
                .query((row, n) -> new Day(
                        row.getObject("made_on", LocalDate.class),
                        new Counts(
                                row.getLong("made"),
                                row.getLong("waiting"),
                                row.getLong("sent"),
                                row.getLong("unsure"),
                                row.getLong("given_up"),
                                row.getLong("stopped")),
                        row.getLong("parts")))
                .list();
    }

    /** Messages of a day, in the order in which they were made; in one state, or in all when it is empty. */
    List<Row> ofDay(LocalDate day, String state, long after, int most) {
        return db.sql(OF_DAY)
                .param("day", day)
                .param("state", state)
                .param("after", after)
                .param("most", most)
                .query((row, n) -> row(row))
                .list();
    }

    /** Messages to a person, the newest first. */
    List<Row> ofPerson(long person, long before, int most) {
        return db.sql(OF_PERSON)
                .param("person", person)
                .param("before", before)
                .param("most", most)
                .query((row, n) -> row(row))
                .list();
    }

    /** The name of a person in scope. */
    Optional<String> name(long person) {
        return db.sql(NAME)
                .param("person", person)
                .query((row, n) -> row.getString("full_name"))
                .optional();
    }

    /** One message. */
    Optional<Row> find(long id) {
        return db.sql(ONE).param("id", id).query((row, n) -> row(row)).optional();
    }

    /** Its history, the oldest first. */
    List<Step> steps(long id) {
        return db.sql(STEPS)
                .param("id", id)
                .query((row, n) -> new Step(
                        MessageState.valueOf(row.getString("state")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("note"),
                        row.getString("who")))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        var last3 = row.getString("last3");
        return new Row(
                row.getLong("id"),
                new Who(
                        row.getLong("person_id"),
                        row.getString("full_name"),
                        row.getBoolean("restricted"),
                        last3 == null ? "–" : PhoneNumber.masked(last3)),
                MessageKind.valueOf(row.getString("kind")),
                new Days(row.getObject("about_on", LocalDate.class), row.getObject("made_on", LocalDate.class)),
                new Written(row.getString("text"), row.getString("coding"), row.getInt("parts")),
                MessageState.valueOf(row.getString("state")),
                new Tries(
                        row.getInt("tries"),
                        row.getObject("next_try", OffsetDateTime.class).toInstant()),
                new Way(row.getString("provider"), row.getString("reference")));
    }

    /** What a day came to. */
    record Day(LocalDate day, Counts counts, long parts) {}

    /** Messages by where they stand; waiting are also those that are being sent or tried again. */
    record Counts(long made, long waiting, long sent, long unsure, long givenUp, long stopped) {}

    /** To whom, with the masked number. */
    record Who(long personId, String name, boolean restricted, String number) {}

    /** The day it speaks of, and the day on which it was made. */
    record Days(LocalDate about, LocalDate made) {}

    /** The text; none once it was emptied. */
    record Written(@Nullable String text, String coding, int parts) {}

    /** How often it was tried, and when next. */
    record Tries(int count, Instant next) {}

    /** By which provider it went, under which number. */
    record Way(@Nullable String provider, @Nullable String reference) {}

    /** A message. */
    record Row(
            long id, Who who, MessageKind kind, Days days, Written written, MessageState state, Tries tries, Way way) {}

    /** A step of its history; the sender's own notes are words with a number, a person's are as typed. */
    record Step(
            MessageState state,
            Instant at,
            String note,
            @Nullable String who) {

        private static final Pattern WORD = Pattern.compile("([A-Z]+(?:_[A-Z]+)*)(?:_([0-9]+))?");

        /** The word of the sender, whose sentence is {@code messages.note.<WORD>}. */
        public @Nullable String word() {
            var found = WORD.matcher(note);
            return who == null && found.matches() ? found.group(1) : null;
        }

        /** The number behind the word, or what a person wrote. */
        public String rest() {
            var found = WORD.matcher(note);
            if (who != null || !found.matches()) {
                return note;
            }
            return found.group(2) == null ? "" : found.group(2);
        }
    }
}
