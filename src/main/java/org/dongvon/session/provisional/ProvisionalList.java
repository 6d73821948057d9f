package org.dongvon.session.provisional;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who holds money of members that nobody has counted yet, since when, and where that is an alarm. */
@Repository
class ProvisionalList {

    static final int MOST = 500;

    private static final String DEBTS = """
            select p.line_id, p.session_on, p.taken_on, p.interest, p.saving, p.note, p.taker, p.hand_in_id is not null as handed_in,
                   g.code, g.name, g.head_id, m.person_id, h.full_name, v.open_day, u.name as point
              from session.v_provisional p
              join "group".v_group_card g on g.id = p.group_id
              join "group".v_member m on m.id = p.member_id
              join household.v_person h on h.id = m.person_id
              join organisation.v_point v on v.id = p.point_id
              join organisation.unit u on u.id = p.point_id
             where p.point_id <@ (select shared.scope())
             order by p.taken_on, g.code, m.ordinal, p.line_id
             limit :most
            """;

    private final JdbcClient db;
    private final BusinessDays days;
    private final Programmes programmes;
    private final Transactions transactions;

    ProvisionalList(JdbcClient db, BusinessDays days, Programmes programmes, Transactions transactions) {
        this.db = db;
        this.days = days;
        this.programmes = programmes;
        this.transactions = transactions;
    }

    Debts read(Actor actor) {
        return transactions.read(actor, () -> {
            long alarmed = days.latest()
                    .map(day -> programmes.current().parameters().whole(ParameterCode.PROVISIONAL_DAYS, day))
                    .orElse(0L);
            var lines = db.sql(DEBTS)
                    .param("most", MOST)
                    .query((row, n) -> new Debt(
                            row.getObject("line_id", UUID.class),
                            new Holder(
                                    row.getString("taker"),
                                    row.getString("code"),
                                    row.getString("name"),
                                    row.getString("point"),
                                    row.getObject("head_id", Long.class)),
                            new Payer(row.getLong("person_id"), row.getString("full_name")),
                            new Dong(row.getLong("interest")).plus(new Dong(row.getLong("saving"))),
                            new Age(
                                    row.getObject("taken_on", LocalDate.class),
                                    row.getObject("session_on", LocalDate.class),
                                    row.getObject("open_day", LocalDate.class),
                                    alarmed),
                            row.getBoolean("handed_in"),
                            row.getString("note")))
                    .list();
            return new Debts(lines, alarmed);
        });
    }

    /** Who owes it, of which group, where. */
    record Holder(
            String name,
            String code,
            String group,
            String point,
            @Nullable Long headId) {}

    /** The member who gave it. */
    record Payer(long id, String name) {}

    /** Since when it is held, and for which session. */
    record Age(LocalDate takenOn, LocalDate sessionOn, LocalDate today, long alarmed) {

        public long days() {
            return ChronoUnit.DAYS.between(takenOn, today);
        }

        /** Held past its session, or for longer than the rule lets. */
        public boolean isAlarm() {
            return today.isAfter(sessionOn) || days() > alarmed;
        }
    }

    /** One line of a head's debt. */
    record Debt(UUID line, Holder holder, Payer payer, Dong amount, Age age, boolean handedIn, String note) {}

    /** All of them, the oldest first. */
    record Debts(List<Debt> lines, long alarmed) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }

        @Override
        public List<Long> people() {
            return lines.stream()
                    .flatMap(each -> Stream.of(each.payer().id(), each.holder().headId()))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }

        public Dong sum() {
            return lines.stream().map(Debt::amount).reduce(Dong.ZERO, Dong::plus);
        }

        public long alarms() {
            return lines.stream().filter(each -> each.age().isAlarm()).count();
        }

        public Dong alarmSum() {
            return lines.stream()
                    .filter(each -> each.age().isAlarm())
                    .map(Debt::amount)
                    .reduce(Dong.ZERO, Dong::plus);
        }

        public boolean isCut() {
            return lines.size() == MOST;
        }
    }
}
