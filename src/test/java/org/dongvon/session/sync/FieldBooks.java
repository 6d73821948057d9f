package org.dongvon.session.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.closing.CloseSession;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Verification;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PocketDevice;
import org.dongvon.support.PocketDevice.Line;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.springframework.context.ApplicationContext;

/** A village a month after its loans were paid out, with the session of 18/05/2024 open and a device in the field. */
final class FieldBooks {

    /** 50 000 000 đ × 30 days × 6.6 % / 365 = 271 232.88 đ. */
    static final long INTEREST = 271_233;

    static final LocalDate DAY = LocalDate.of(2024, 5, 18);

    final ApplicationContext beans;
    final OwnerDb owner;
    final Village village;
    final Village.GroupOfLoans group;
    final long session;
    final PocketDevice device;

    FieldBooks(ApplicationContext beans, String code, int members) {
        this.beans = beans;
        this.owner = beans.getBean(OwnerDb.class);
        this.village = Village.in(beans, code);
        long first = village.openSession(4_000_000_000L);
        this.group = village.group(1, members, "HONGHEO", 50_000_000, Village.FIRST_DAY);
        village.payOut(first, group);
        close(first);
        VillageDay.close(beans, village, DAY.minusDays(1));
        this.session = village.openSession(0);
        this.device = another();
    }

    /** One more device of the teller, with the day package. */
    PocketDevice another() {
        return PocketDevice.enrolled(beans, village).takes(beans, village.teller, session);
    }

    /** The head's list of some members: interest and 50 000 đ saved. */
    PocketDevice.Event list(PocketDevice device, int from, int to) {
        var lines = java.util.stream.IntStream.range(from, to)
                .mapToObj(member -> Line.of(group, member, INTEREST, 50_000, 0))
                .toList();
        return device.sheet(session, "SHEET", group.id(), lines);
    }

    PocketDevice.Event counter(PocketDevice device, int member, long interest, long principal) {
        return device.sheet(session, "COUNTER", group.id(), List.of(Line.of(group, member, interest, 0, principal)));
    }

    ReceiveBatch.Answer send(List<PocketDevice.Event> events) {
        return send(UUID.randomUUID(), events);
    }

    ReceiveBatch.Answer send(UUID id, List<PocketDevice.Event> events) {
        return beans.getBean(ReceiveBatch.class).run(village.teller, id, PocketDevice.batch(events));
    }

    void close() {
        close(session);
    }

    private void close(long session) {
        long cash = sum("select balance from session.cash_box where session_id = " + session);
        beans.getBean(CloseSession.class)
                .run(village.controller, UUID.randomUUID(), session, CashCount.of(new Dong(cash)), "thiếu lẻ");
    }

    long box() {
        return sum("select balance from session.cash_box where session_id = " + session);
    }

    long sum(String sql) {
        return owner.sql(sql).query(Long.class).single();
    }

    List<String> texts(String sql) {
        return owner.sql(sql).query((row, n) -> row.getString(1)).list();
    }

    List<String> desk() {
        return texts("select code || ' ' || cash from session.field_conflict where session_id = " + session
                + " order by id");
    }

    void holds() {
        assertThat(beans.getBean(Verification.class).run(Actor.SYSTEM, check -> {}))
                .allSatisfy(check -> assertThat(check.breach()).as(check.name()).isEmpty());
    }
}
