package org.dongvon.group.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FilledForm;
import org.dongvon.form.FormRefusal;
import org.dongvon.form.Forms;
import org.dongvon.form.Letterhead;
import org.dongvon.form.PeoplesForm;
import org.dongvon.form.paper.FoundingMinutes;
import org.dongvon.form.paper.GroupLine;
import org.dongvon.group.GroupRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Prints the minutes 10/TD of the meeting that founded a group, with the founders and the convention of that day. */
@Component
class FoundingPaper {

    private static final String MEETING = """
            select g.code, g.name, g.hamlet, a.name_vi as association, u.name as point, m.held_on, m.members, m.present, m.in_favour,
                   c.saving_least, c.meets_every, c.said
              from "group".meeting m
              join "group".credit_group g on g.id = m.group_id
              join organisation.association a on a.code = g.association
              join organisation.unit u on u.id = g.point_id
              join lateral (select k.saving_least, k.meets_every, k.said from "group".convention k
                             where k.group_id = g.id order by k.valid_from limit 1) c on true
             where m.group_id = :group and m.kind = 'FOUNDING'
            """;

    private static final String FOUNDERS = """
            select m.ordinal, p.id, p.full_name, p.restricted, extract(year from p.born_on)::text as born, h.hamlet
              from "group".credit_group g
              join "group".membership s on s.group_id = g.id and s.from_on = g.formed_on
              join "group".member m on m.id = s.member_id
              join household.person p on p.id = m.person_id
              join household.household h on h.id = m.household_id
             where g.id = :group
             order by m.ordinal
            """;

    private final JdbcClient db;
    private final Forms forms;
    private final GroupFiles files;
    private final Transactions transactions;

    FoundingPaper(JdbcClient db, Forms forms, GroupFiles files, Transactions transactions) {
        this.db = db;
        this.forms = forms;
        this.files = files;
        this.transactions = transactions;
    }

    /**
     * The minutes.
     *
     * @throws Refused {@link GroupRefusal#UNKNOWN_GROUP}; {@link FormRefusal#NOTHING_TO_PRINT} of a group from before the
     *     register, whose founding is on paper alone
     */
    PeoplesForm print(Actor actor, String code) {
        var filled = transactions.read(actor, () -> {
            var group = files.get(code);
            var founders = db.sql(FOUNDERS)
                    .param("group", group.id())
                    .query((row, n) -> founder(row, n + 1))
                    .list();
            return db.sql(MEETING)
                    .param("group", group.id())
                    .query((row, n) -> new FilledForm(
                            minutes(row, founders),
                            founders.stream()
                                    .map(Founder::seen)
                                    .filter(Objects::nonNull)
                                    .toList()))
                    .optional()
                    .orElseThrow(() -> new Refused(FormRefusal.NOTHING_TO_PRINT, group.code()));
        });
        return forms.print(filled, Purpose.GROUPS);
    }

    private static Founder founder(ResultSet row, int ordinal) throws SQLException {
        boolean restricted = row.getBoolean("restricted");
        var member = new FoundingMinutes.Member(
                ordinal,
                restricted ? "•••" : row.getString("full_name"),
                restricted ? "" : row.getString("born"),
                row.getString("hamlet"));
        return new Founder(member, restricted ? null : row.getLong("id"));
    }

    /** The first two founders are head and deputy. */
    private static FoundingMinutes minutes(ResultSet row, List<Founder> founders) throws SQLException {
        var held = row.getObject("held_on", LocalDate.class);
        var point = row.getString("point");
        var head = founders.get(0).member().name();
        return new FoundingMinutes(
                Letterhead.ofCitizen(point, held),
                new GroupLine(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("hamlet"),
                        head,
                        row.getString("association"),
                        point),
                new FoundingMinutes.Meeting(
                        held, row.getInt("members"), row.getInt("present"), row.getInt("in_favour")),
                new FoundingMinutes.Board(head, founders.get(1).member().name()),
                new FoundingMinutes.Convention(
                        new Dong(row.getLong("saving_least")), row.getInt("meets_every"), row.getString("said")),
                founders.stream().map(Founder::member).toList());
    }

    /** A founder on the paper, and the identifier where the paper says who it is. */
    private record Founder(
            FoundingMinutes.Member member, @Nullable Long seen) {}
}
