package org.dongvon.session.sync;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dongvon.session.FieldRefusal;
import org.dongvon.session.TransactionSession;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the events of devices as they were signed, each once. */
@Repository
class FieldEvents {

    private static final String ADD = """
            insert into session.field_event (id, point_id, session_id, device_id, seq, kind, group_id, body, hash, prev_hash, signature, batch)
            select e.id, :point, :session, :device, e.seq, e.kind, e.group_id, e.body, decode(e.hash, 'hex'), decode(e.prev, 'hex'),
                   decode(e.signature, 'hex'), :batch
              from unnest(cast(:ids as uuid[]), cast(:seqs as integer[]), cast(:kinds as text[]), cast(:groups as bigint[]),
                          cast(:bodies as text[]), cast(:hashes as text[]), cast(:prevs as text[]), cast(:signatures as text[]))
                   as e (id, seq, kind, group_id, body, hash, prev, signature)
                on conflict do nothing
            """;

    private static final String KNOWN = """
            select id, session_id, device_id, seq, hash
              from session.field_event
             where id = any (cast(:ids as uuid[]))
                or session_id = :session and device_id = :device and seq = any (cast(:seqs as integer[]))
            """;

    private static final String NEXT = """
            select count(*) as applied,
                   (select e.hash from session.field_event e
                     where e.session_id = :session and e.device_id = :device and e.state = 'APPLIED'
                     order by e.seq desc limit 1) as hash
              from session.field_event
             where session_id = :session and device_id = :device and state = 'APPLIED'
            """;

    private static final String WAITING = """
            select body, signature from session.field_event
             where session_id = :session and device_id = :device and state = 'WAITING' and seq >= :from
             order by seq
            """;

    private static final String BY_ID = """
            select body, signature from session.field_event where id = :id
            """;

    private static final String APPLIED = """
            update session.field_event set state = 'APPLIED' where id = :id
            """;

    private static final String STANDING = """
            select e.id, e.seq, e.kind, e.state, count(f.line_no) filter (where f.outcome = 'POSTED') as posted,
                   count(f.line_no) filter (where f.outcome = 'CONFLICT') as desk,
                   coalesce(sum(f.interest + f.saving + f.principal - f.paid_out) filter (where f.outcome = 'POSTED'), 0)::bigint as cash,
                   coalesce(max(j.voucher), 0) as voucher
              from session.field_event e
              left join session.field_line f on f.event_id = e.id
              left join ledger.v_journal j on j.id = f.journal_id
             where e.session_id = :session and e.device_id = :device
             group by e.id
             order by e.seq
            """;

    private final JdbcClient db;

    FieldEvents(JdbcClient db) {
        this.db = db;
    }

    /**
     * Keeps those that are new.
     *
     * @throws Refused {@link FieldRefusal#FIELD_EVENT_CHANGED}, {@link FieldRefusal#FIELD_NUMBER_TAKEN}
     */
    void add(TransactionSession session, UUID batch, List<FieldEvent> events) {
        var ids = of(events, event -> event.head().id().toString(), String[]::new);
        var seqs = of(events, event -> event.head().seq(), Integer[]::new);
        long device = events.getFirst().head().device();
        db.sql(ADD)
                .param("point", session.pointId())
                .param("session", session.id())
                .param("device", device)
                .param("batch", batch)
                .param("ids", ids)
                .param("seqs", seqs)
                .param("kinds", of(events, event -> event.content().kind().name(), String[]::new))
                .param("groups", of(events, event -> event.content().group(), Long[]::new))
                .param("bodies", of(events, FieldEvent::body, String[]::new))
                .param("hashes", of(events, event -> hex(event.hash()), String[]::new))
                .param("prevs", of(events, event -> hex(event.head().previous()), String[]::new))
                .param("signatures", of(events, event -> hex(event.signature()), String[]::new))
                .update();
        var known = db.sql(KNOWN)
                .param("ids", ids)
                .param("session", session.id())
                .param("device", device)
                .param("seqs", seqs)
                .query((row, n) -> new Known(
                        row.getObject("id", UUID.class),
                        row.getLong("session_id") == session.id() && row.getLong("device_id") == device
                                ? row.getInt("seq")
                                : 0,
                        row.getBytes("hash")))
                .list();
        var byId = known.stream().collect(Collectors.toMap(Known::id, each -> each));
        for (var event : events) {
            var kept = byId.get(event.head().id());
            if (kept == null) {
                throw new Refused(FieldRefusal.FIELD_NUMBER_TAKEN, event.head().seq());
            }
            if (!Arrays.equals(kept.hash(), event.hash())
                    || kept.seq() != event.head().seq()) {
                throw new Refused(FieldRefusal.FIELD_EVENT_CHANGED, event.head().seq());
            }
        }
    }

    private static <T extends @Nullable Object> T[] of(
            List<FieldEvent> events, Function<FieldEvent, T> part, java.util.function.IntFunction<T[]> array) {
        return events.stream().map(part).toArray(array);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** How far the chain of a device is applied. */
    Chain chain(long session, long device) {
        return db.sql(NEXT)
                .param("session", session)
                .param("device", device)
                .query((row, n) -> new Chain(
                        row.getInt("applied") + 1,
                        Objects.requireNonNullElseGet(row.getBytes("hash"), () -> new byte[32])))
                .single();
    }

    /** What waits, in the device's order. */
    List<FieldEvent> waiting(long session, long device, int from) {
        return db.sql(WAITING)
                .param("session", session)
                .param("device", device)
                .param("from", from)
                .query((row, n) -> BatchReader.stored(row.getString("body"), row.getBytes("signature")))
                .list();
    }

    /** An event as it was signed. */
    FieldEvent get(UUID id) {
        return db.sql(BY_ID)
                .param("id", id)
                .query((row, n) -> BatchReader.stored(row.getString("body"), row.getBytes("signature")))
                .single();
    }

    void applied(FieldEvent event) {
        db.sql(APPLIED).param("id", event.head().id()).update();
    }

    /** Every event of a device in a session, as it stands. */
    List<Standing> standing(long session, long device) {
        return db.sql(STANDING)
                .param("session", session)
                .param("device", device)
                .query((row, n) -> new Standing(
                        new Standing.Which(
                                row.getObject("id", UUID.class),
                                row.getInt("seq"),
                                row.getString("kind"),
                                row.getString("state")),
                        row.getInt("posted"),
                        row.getInt("desk"),
                        row.getLong("cash"),
                        row.getInt("voucher")))
                .list();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Known(UUID id, int seq, byte[] hash) {}

    /** The next number, and the hash that it must name. */
    @SuppressWarnings("ArrayRecordComponent")
    record Chain(int next, byte[] hash) {}

    /**
     * What became of an event.
     *
     * @param posted lines in the books
     * @param desk lines on the desk
     * @param cash what the posted lines brought into the box
     * @param voucher of its journal; 0 when there is none
     */
    public record Standing(Which which, int posted, int desk, long cash, int voucher) {

        /** Which event. */
        public record Which(UUID id, int seq, String kind, String state) {}

        public boolean isWaiting() {
            return which.state().equals("WAITING");
        }
    }
}
