package org.dongvon.group.page;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.GroupSize;
import org.dongvon.group.MeetingSource;
import org.dongvon.group.MeetingSource.Meeting;
import org.dongvon.group.page.GroupFiles.GroupFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a group's page tells beside its members: convention, contract 11/TD, meetings, and whether it has become too small. */
@Component
class GroupRecords {

    private static final String CONVENTION = """
            select c.valid_from, c.saving_least, c.meets_every, c.said
              from "group".convention c
             where c.group_id = :group
             order by c.valid_from desc
             limit 1
            """;

    private static final String CONTRACT = """
            select c.valid_from, c.number, c.covers
              from "group".contract c
             where c.group_id = :group and c.valid_to is null
            """;

    // By name those who are members still, whom the page names anyway.
    private static final String MEETINGS = """
            select m.held_on, m.kind, m.members, m.present, m.in_favour, m.agreed,
                   array(select b.ordinal || '. ' || p.full_name
                           from "group".attendance a
                           join "group".member b on b.id = a.member_id
                           join household.person p on p.id = b.person_id
                          where a.meeting_id = m.id and b.left_on is null and b.group_id = m.group_id and not p.restricted
                          order by b.ordinal) as attended
              from "group".meeting m
             where m.group_id = :group
             order by m.held_on desc, m.id desc
             limit 50
            """;

    private static final String PLACE = """
            select p.open_day, exists (select from "group".meeting m where m.group_id = g.id and m.kind = 'FOUNDING') as founded
              from "group".credit_group g
              join organisation.v_point p on p.id = g.point_id
             where g.id = :group
            """;

    private final JdbcClient db;
    private final GroupSize size;
    private final List<MeetingSource> sources;

    GroupRecords(JdbcClient db, GroupSize size, List<MeetingSource> sources) {
        this.db = db;
        this.size = size;
        this.sources = sources;
    }

    Records of(GroupFile file, int members) {
        var convention = db.sql(CONVENTION)
                .param("group", file.id())
                .query((row, n) -> new Convention(
                        row.getObject("valid_from", LocalDate.class),
                        new Dong(row.getLong("saving_least")),
                        row.getInt("meets_every"),
                        row.getString("said")))
                .optional();
        var contract = db.sql(CONTRACT)
                .param("group", file.id())
                .query((row, n) -> new Contract(
                        row.getObject("valid_from", LocalDate.class), row.getString("number"), row.getString("covers")))
                .optional();
        var place = db.sql(PLACE)
                .param("group", file.id())
                .query((row, n) -> new Place(row.getObject("open_day", LocalDate.class), row.getBoolean("founded")))
                .single();
        long least = size.least(place.day());
        boolean small = file.life().closedOn() == null && members < least;
        return new Records(
                convention.orElse(null),
                contract.orElse(null),
                meetings(file.id()),
                place.founded(),
                small ? least : 0);
    }

    private List<Meeting> meetings(long group) {
        var own = db.sql(MEETINGS)
                .param("group", group)
                .query((row, n) -> new Meeting(
                        row.getObject("held_on", LocalDate.class),
                        row.getString("kind"),
                        row.getInt("members"),
                        row.getInt("present"),
                        row.getInt("in_favour"),
                        row.getString("agreed"),
                        List.of((String[]) row.getArray("attended").getArray())))
                .list();
        return Stream.concat(own.stream(), sources.stream().flatMap(each -> each.of(group).stream()))
                .sorted(Comparator.comparing(Meeting::heldOn).reversed())
                .toList();
    }

    /** The convention in force. */
    record Convention(LocalDate from, Dong savingLeast, int meetsEvery, String said) {}

    /** The contract in force; one from before the register has no number. */
    record Contract(LocalDate from, @Nullable String number, String covers) {}

    /**
     * All of it.
     *
     * @param founded whether the minutes of the founding are here; of groups from before the register they are on paper alone
     * @param least how many members there must be, where there are fewer; else 0
     */
    record Records(
            @Nullable Convention convention,
            @Nullable Contract contract,
            List<Meeting> meetings,
            boolean founded,
            long least) {}

    private record Place(LocalDate day, boolean founded) {}
}
