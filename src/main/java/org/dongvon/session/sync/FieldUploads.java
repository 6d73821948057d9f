package org.dongvon.session.sync;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;
import org.dongvon.session.FieldRefusal;
import org.dongvon.session.field.FieldDevices;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Uploads that come in pieces: each with its place and digest, the whole with its own; then {@link ReceiveBatch}. */
@Service
public class FieldUploads {

    private static final String BEGIN = """
            insert into session.field_upload (id, point_id, device_id, account_id, total, digest, bytes)
            values (:id, :point, :device, :account, :total, :digest, ''::bytea)
                on conflict (id) do nothing
            """;

    private static final String HELD = """
            select account_id, device_id, total, digest, length(bytes) as held from session.field_upload where id = :id for no key update
            """;

    private static final String PEEK = """
            select length(bytes) from session.field_upload where id = :id and account_id = :account
            """;

    private static final String ADD = """
            update session.field_upload set bytes = bytes || :bytes where id = :id returning bytes
            """;

    private static final String DROP = """
            delete from session.field_upload where id = :id
            """;

    private final JdbcClient db;
    private final FieldDevices devices;
    private final ReceiveBatch receive;
    private final Transactions transactions;

    FieldUploads(JdbcClient db, FieldDevices devices, ReceiveBatch receive, Transactions transactions) {
        this.db = db;
        this.devices = devices;
        this.receive = receive;
        this.transactions = transactions;
    }

    /**
     * Takes a piece; the last one brings the answer of the whole. A piece that is held already is passed over.
     *
     * @throws Refused {@link FieldRefusal#FIELD_UPLOAD_CUT} when the piece or the whole has another digest, {@link
     *     FieldRefusal#FIELD_UPLOAD_ELSEWHERE} when it does not begin where the held ones end
     */
    public Progress take(Actor actor, UUID id, Whole whole, Piece piece) {
        actor.requireRole(Role.TELLER);
        if (whole.total() < 1 || whole.total() > BatchReader.MOST_BYTES || piece.to() > whole.total()) {
            throw new Refused(FieldRefusal.FIELD_UPLOAD_TOO_LARGE, whole.total(), BatchReader.MOST_BYTES);
        }
        if (piece.bytes().length == 0 || !MessageDigest.isEqual(piece.digest(), BatchReader.sha256(piece.bytes()))) {
            throw new Refused(FieldRefusal.FIELD_UPLOAD_CUT);
        }
        var arrived = transactions.write(actor, () -> keep(actor, id, whole, piece));
        if (arrived.whole() == null) {
            return new Progress(arrived.held(), null);
        }
        if (!MessageDigest.isEqual(BatchReader.sha256(arrived.whole()), whole.digest())) {
            // Right pieces of a wrong whole: the device begins anew.
            transactions.write(actor, () -> db.sql(DROP).param("id", id).update());
            throw new Refused(FieldRefusal.FIELD_UPLOAD_CUT);
        }
        var answer = receive.run(actor, id, arrived.whole());
        transactions.write(actor, () -> db.sql(DROP).param("id", id).update());
        return new Progress(whole.total(), answer);
    }

    /** How much of an upload is held: where the device goes on. */
    public int held(Actor actor, UUID id) {
        return transactions.read(
                actor,
                () -> db.sql(PEEK)
                        .param("id", id)
                        .param("account", actor.id())
                        .query(Integer.class)
                        .optional()
                        .orElse(0));
    }

    private Arrived keep(Actor actor, UUID id, Whole whole, Piece piece) {
        var device = devices.require(actor, whole.device());
        db.sql(BEGIN)
                .param("id", id)
                .param("point", device.pointId())
                .param("device", device.id())
                .param("account", actor.id())
                .param("total", whole.total())
                .param("digest", whole.digest())
                .update();
        int held = requireSame(actor, id, whole);
        if (piece.from() > held) {
            throw new Refused(FieldRefusal.FIELD_UPLOAD_ELSEWHERE, held);
        }
        if (piece.to() <= held && held < whole.total()) {
            return new Arrived(held, null);
        }
        var rest = piece.to() <= held
                ? new byte[0]
                : Arrays.copyOfRange(piece.bytes(), held - piece.from(), piece.bytes().length);
        var bytes = db.sql(ADD)
                .param("bytes", rest)
                .param("id", id)
                .query((row, n) -> row.getBytes("bytes"))
                .single();
        return new Arrived(bytes.length, bytes.length < whole.total() ? null : bytes);
    }

    private int requireSame(Actor actor, UUID id, Whole whole) {
        return db.sql(HELD)
                .param("id", id)
                .query((row, n) -> {
                    if (row.getLong("account_id") != actor.id()
                            || row.getLong("device_id") != whole.device()
                            || row.getInt("total") != whole.total()
                            || !MessageDigest.isEqual(row.getBytes("digest"), whole.digest())) {
                        throw new Refused(FieldRefusal.FIELD_UPLOAD_ELSEWHERE, 0);
                    }
                    return row.getInt("held");
                })
                .optional()
                .orElseThrow(() -> new Refused(FieldRefusal.FIELD_UPLOAD_ELSEWHERE, 0));
    }

    /** The whole that a piece belongs to. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Whole(long device, int total, byte[] digest) {}

    /** A piece, and where it begins. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Piece(int from, byte[] bytes, byte[] digest) {

        int to() {
            return from + bytes.length;
        }
    }

    /** How much is held; the answer once it is all. */
    public record Progress(int held, ReceiveBatch.@Nullable Answer answer) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Arrived(int held, byte @Nullable [] whole) {}
}
