package org.dongvon.session.field;

import java.util.List;
import java.util.Optional;
import org.dongvon.session.FieldRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds and writes field devices. */
@Repository
public class FieldDevices {

    private static final String GET = """
            select id, point_id, office_id, account_id, key_id, public_key, revoked_at is not null as revoked
              from session.field_device
             where id = :id and point_id <@ (select shared.scope())
            """;

    private static final String OF_KEY = """
            select id, point_id, office_id, account_id, key_id, public_key, revoked_at is not null as revoked
              from session.field_device
             where key_id = :key and point_id <@ (select shared.scope())
            """;

    private static final String ADD = """
            insert into session.field_device (point_id, office_id, account_id, name, key_id, public_key, asked_by, approved_by)
            select p.id, p.office_id, :account, :name, :key, :encoded, :asked, :approved
              from organisation.point p where p.id = :point
                on conflict (key_id) do nothing
            """;

    private static final String REVOKE = """
            update session.field_device set revoked_at = transaction_timestamp(), revoked_by = :by where id = :id and revoked_at is null
            """;

    private static final String LIST = """
            select d.id, d.name, d.key_id, s.full_name as teller, d.enrolled_at::date as since, d.revoked_at is not null as revoked,
                   (select count(*) from session.field_checkout c where c.device_id = d.id and c.state = 'OUT') as out
              from session.field_device d
              left join organisation.v_staff s on s.id = d.account_id
             where d.point_id <@ (select shared.scope())
             order by d.revoked_at is not null, d.id desc
             limit 200
            """;

    private static final RowMapper<FieldDevice> DEVICE = (row, n) -> new FieldDevice(
            row.getLong("id"),
            row.getLong("point_id"),
            row.getLong("office_id"),
            row.getLong("account_id"),
            new FieldDevice.Key(row.getString("key_id"), row.getBytes("public_key")),
            row.getBoolean("revoked"));

    private final JdbcClient db;

    FieldDevices(JdbcClient db) {
        this.db = db;
    }

    /** @throws Refused {@link FieldRefusal#FIELD_DEVICE_UNKNOWN} when there is none in scope */
    FieldDevice get(long id) {
        return db.sql(GET)
                .param("id", id)
                .query(DEVICE)
                .optional()
                .orElseThrow(() -> new Refused(FieldRefusal.FIELD_DEVICE_UNKNOWN, Long.toString(id)));
    }

    /**
     * A device that may sign for this person now.
     *
     * @throws Refused {@link FieldRefusal#FIELD_DEVICE_UNKNOWN}, {@link FieldRefusal#FIELD_DEVICE_NOT_YOURS}, {@link
     *     FieldRefusal#FIELD_DEVICE_REVOKED}
     */
    public FieldDevice require(Actor actor, long id) {
        var device = get(id);
        if (device.accountId() != actor.id()) {
            throw new Refused(FieldRefusal.FIELD_DEVICE_NOT_YOURS);
        }
        if (device.revoked()) {
            throw new Refused(FieldRefusal.FIELD_DEVICE_REVOKED);
        }
        return device;
    }

    Optional<FieldDevice> ofKey(String keyId) {
        return db.sql(OF_KEY).param("key", keyId).query(DEVICE).optional();
    }

    void add(long pointId, New device) {
        int added = db.sql(ADD)
                .param("point", pointId)
                .param("account", device.accountId())
                .param("name", device.name())
                .param("key", device.key().keyId())
                .param("encoded", device.key().encoded())
                .param("asked", device.askedBy())
                .param("approved", device.approvedBy())
                .update();
        if (added == 0) {
            throw new Refused(FieldRefusal.FIELD_DEVICE_KNOWN);
        }
    }

    void revoke(long id, long byPerson) {
        db.sql(REVOKE).param("id", id).param("by", byPerson).update();
    }

    List<Listed> list() {
        return db.sql(LIST)
                .query((row, n) -> new Listed(
                        row.getLong("id"),
                        row.getString("name"),
                        FieldDevice.Key.code(row.getString("key_id")),
                        row.getString("teller"),
                        new Standing(
                                row.getObject("since", java.time.LocalDate.class),
                                row.getBoolean("revoked"),
                                row.getInt("out"))))
                .list();
    }

    /** A device as two persons enrolled it. */
    record New(long accountId, String name, FieldDevice.Key key, long askedBy, long approvedBy) {}

    /** A device in the list. */
    record Listed(
            long id, String name, String code, @Nullable String teller, Standing standing) {}

    /** Since when, whether no more, and how many sessions it has taken along and not handed in. */
    record Standing(java.time.LocalDate since, boolean revoked, int out) {}
}
