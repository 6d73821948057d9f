package org.dongvon.session.sync;

import java.util.UUID;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes uploads that were refused for what they said of themselves: in a transaction of its own, since theirs is gone. */
@Repository
class FieldAlarms {

    private static final String NOTE = """
            insert into session.field_refusal (point_id, device_id, batch, account_id, code)
            select p.id, :device, :batch, :account, :code from organisation.point p where p.office_id = :office and p.direct
            """;

    private final JdbcClient db;
    private final Transactions transactions;

    FieldAlarms(JdbcClient db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    void note(Actor actor, Alarm alarm) {
        transactions.write(
                actor,
                () -> db.sql(NOTE)
                        .param("device", alarm.device())
                        .param("batch", alarm.batch())
                        .param("account", actor.id())
                        .param("code", alarm.code())
                        .param("office", actor.officeId())
                        .update());
    }

    record Alarm(UUID batch, @Nullable Long device, String code) {}
}
