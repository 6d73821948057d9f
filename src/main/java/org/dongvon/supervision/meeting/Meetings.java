package org.dongvon.supervision.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.text.Label;
import org.dongvon.supervision.meeting.WrittenMinutes.Seat;
import org.dongvon.supervision.meeting.WrittenMinutes.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the minutes of coordination meetings and who sat in them. */
@Repository
class Meetings {

    // Held for its writer: two who write at once follow one another.
    private static final String LOCK = """
            select m.signed_on, m.conclusion from supervision.meeting m where m.session_id = :session for no key update
            """;

    private static final String COUNTED_ON = """
            select s.counted_on from session.v_session s where s.id = :session
            """;

    private static final String WRITTEN = """
            select m.as_of, m.news, m.opinions, m.conclusion, m.signed_on, m.chair
              from supervision.meeting m
             where m.session_id = :session
            """;

    // Every group that worked on the day of the session, the associations that lead one, the commune.
    private static final String SEATS = """
            with grouped as (
                select c.id, c.code, c.name, c.head, c.head_id, g.association, c.name_vi, c.name_en,
                       exists (select from session.v_sheet p where p.session_id = s.id and p.group_id = g.id) as handed_in
                  from session.v_session s
                  join "group".v_credit_group g on g.point_id = s.point_id
                  join "group".v_group_file c on c.id = g.id
                 where s.id = :session and g.formed_on <= s.held_on and (g.closed_on is null or g.closed_on > s.held_on)),
            seat as (
                select 1 as place, g.code as sorted, 'GROUP-' || g.id as seat, g.id as group_id, cast(null as text) as association, g.code,
                       g.name as vi, g.name as en, g.head, g.head_id, g.handed_in
                  from grouped g
                union all
                select distinct 2, g.association, 'ASSOCIATION-' || g.association, cast(null as bigint), g.association, cast(null as text),
                       g.name_vi, g.name_en, cast(null as text), cast(null as bigint), false
                  from grouped g
                union all
                select 3, '', 'COMMUNE', null, null, null, '', '', null, null, false)
            select s.seat, s.group_id, s.association, s.code, s.vi, s.en, s.head, s.head_id, s.handed_in, k.presence, k.name
              from seat s
              left join supervision.meeting_seat k on k.session_id = :session and k.seat = s.seat
             order by s.place, s.sorted
            """;

    private static final String WRITE = """
            insert into supervision.meeting (session_id, point_id, as_of, news, opinions, conclusion, written_by, submission)
            values (:session, :point, :as_of, :news, :opinions, :conclusion, :human, :key)
                on conflict (session_id) do update
               set news = excluded.news, opinions = excluded.opinions, conclusion = excluded.conclusion, written_by = excluded.written_by,
                   submission = excluded.submission
            """;

    private static final String SIT = """
            insert into supervision.meeting_seat (session_id, seat, point_id, group_id, association, presence, name)
            select :session, n.seat, :point, cast(nullif(n.group_id, '') as bigint), nullif(n.association, ''), n.presence, n.name
              from unnest(cast(:seats as text[]), cast(:groups as text[]), cast(:associations as text[]), cast(:presences as text[]),
                          cast(:names as text[])) as n (seat, group_id, association, presence, name)
                on conflict (session_id, seat) do update
               set presence = excluded.presence, name = excluded.name
            """;

    private static final String SIGN = """
            update supervision.meeting
               set signed_on = :today, chair = :chair, signed_by = :human, signature = :key
             where session_id = :session and signed_on is null
            """;

    private static final String ROOT = """
            select l.to_day, l.hash
              from session.v_session s
              join ledger.v_seal l on l.office_id = s.office_id and s.counted_on between l.from_day and l.to_day
             where s.id = :session
            """;

    private final JdbcClient db;

    Meetings(JdbcClient db) {
        this.db = db;
    }

    /** The minutes of a session for who writes them; empty when there are none yet. */
    Optional<Locked> lock(long session) {
        return db.sql(LOCK)
                .param("session", session)
                .query((row, n) -> new Locked(row.getObject("signed_on", LocalDate.class), row.getString("conclusion")))
                .optional();
    }

    /** The open day on which a closed session was counted. */
    LocalDate countedOn(long session) {
        return db.sql(COUNTED_ON)
                .param("session", session)
                .query(LocalDate.class)
                .single();
    }

    Optional<Written> written(long session) {
        return db.sql(WRITTEN)
                .param("session", session)
                .query((row, n) -> new Written(
                        row.getObject("as_of", LocalDate.class),
                        new Texts(row.getString("news"), row.getString("opinions"), row.getString("conclusion")),
                        row.getObject("signed_on", LocalDate.class),
                        row.getString("chair")))
                .optional();
    }

    /** Every seat of the meeting: groups by code, associations, the commune. */
    List<Sat> seats(long session) {
        return db.sql(SEATS)
                .param("session", session)
                .query((row, n) -> {
                    var presence = row.getString("presence");
                    return new Sat(
                            row.getString("seat"),
                            row.getObject("group_id", Long.class),
                            row.getString("association"),
                            new Named(
                                    row.getString("code"),
                                    new Label(row.getString("vi"), row.getString("en")),
                                    row.getString("head"),
                                    row.getObject("head_id", Long.class)),
                            row.getBoolean("handed_in"),
                            presence == null
                                    ? null
                                    : new Seat(
                                            row.getString("seat"), Presence.valueOf(presence), row.getString("name")));
                })
                .list();
    }

    void write(Actor actor, UUID key, Place place, Texts texts) {
        db.sql(WRITE)
                .param("session", place.session())
                .param("point", place.point())
                .param("as_of", place.asOf())
                .param("news", texts.news())
                .param("opinions", texts.opinions())
                .param("conclusion", texts.conclusion())
                .param("human", actor.personId())
                .param("key", key)
                .update();
    }

    /** Marks seats that are known to be of the meeting. */
    void sit(Place place, List<Sat> known, List<Seat> seats) {
        var of = seats.stream()
                .map(each -> known.stream()
                        .filter(sat -> sat.seat().equals(each.seat()))
                        .findFirst()
                        .orElseThrow())
                .toList();
        db.sql(SIT)
                .param("session", place.session())
                .param("point", place.point())
                .param("seats", seats.stream().map(Seat::seat).toArray(String[]::new))
                .param(
                        "groups",
                        of.stream()
                                .map(each -> each.groupId() == null
                                        ? ""
                                        : each.groupId().toString())
                                .toArray(String[]::new))
                .param(
                        "associations",
                        of.stream()
                                .map(each -> each.association() == null ? "" : each.association())
                                .toArray(String[]::new))
                .param(
                        "presences",
                        seats.stream().map(each -> each.presence().name()).toArray(String[]::new))
                .param("names", seats.stream().map(Seat::name).toArray(String[]::new))
                .update();
    }

    /** Signs; false when somebody else did meanwhile. */
    boolean sign(Actor actor, UUID key, long session, LocalDate today) {
        return db.sql(SIGN)
                        .param("session", session)
                        .param("today", today)
                        .param("chair", actor.name())
                        .param("human", actor.personId())
                        .param("key", key)
                        .update()
                == 1;
    }

    /** The root under which the day of the session's count was sealed. */
    Optional<Root> root(long session) {
        return db.sql(ROOT)
                .param("session", session)
                .query((row, n) -> new Root(row.getObject("to_day", LocalDate.class), row.getString("hash")))
                .optional();
    }

    /** Minutes that are being written. */
    record Locked(@Nullable LocalDate signedOn, String conclusion) {}

    /** Which session's minutes, at which point, with figures of which day. */
    record Place(long session, long point, LocalDate asOf) {}

    /** What stands in the minutes. */
    record Written(
            LocalDate asOf,
            Texts texts,
            @Nullable LocalDate signedOn,
            @Nullable String chair) {}

    /** Whose seat it is: a group with its head, an association by name; both empty for the commune. */
    record Named(
            @Nullable String code,
            Label name,
            @Nullable String head,
            @Nullable Long headId) {}

    /** A seat, and what is said of it. */
    record Sat(
            String seat,
            @Nullable Long groupId,
            @Nullable String association,
            Named of,
            boolean handedIn,
            @Nullable Seat mark) {

        /** Heads of groups and of associations have to come; the commune may. */
        public boolean compulsory() {
            return groupId != null || association != null;
        }
    }

    /** A day's root. */
    record Root(LocalDate day, String hash) {}

    /** Figures of a group, or of all together; money in whole đồng. */
    record Figures(Debt debt, long unchecked, Count due) {

        static final Figures NOTHING =
                new Figures(new Debt(Count.NOTHING, Count.NOTHING, Count.NOTHING), 0, Count.NOTHING);

        Figures plus(Figures other) {
            return new Figures(
                    new Debt(
                            debt.outstanding.plus(other.debt.outstanding),
                            debt.overdue.plus(other.debt.overdue),
                            debt.arrears.plus(other.debt.arrears)),
                    unchecked + other.unchecked,
                    due.plus(other.due));
        }
    }

    /** What is owed: principal, of it overdue, and interest. */
    record Debt(Count outstanding, Count overdue, Count arrears) {}

    /** How many loans, and how much. */
    record Count(long loans, Dong amount) {

        static final Count NOTHING = new Count(0, Dong.ZERO);

        Count plus(Count other) {
            return new Count(loans + other.loans, amount.plus(other.amount));
        }
    }
}
