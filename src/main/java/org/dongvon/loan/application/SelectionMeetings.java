package org.dongvon.loan.application;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.group.MeetingSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Meetings that chose borrowers, among a group's meetings. */
@Component
class SelectionMeetings implements MeetingSource {

    private static final String OF_GROUP = """
            select m.held_on, m.members, m.present
              from loan.meeting m
             where m.group_id = :group
             order by m.held_on desc, m.id desc
             limit 50
            """;

    private final JdbcClient db;

    SelectionMeetings(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Meeting> of(long groupId) {
        return db.sql(OF_GROUP)
                .param("group", groupId)
                .query((row, n) -> new Meeting(
                        row.getObject("held_on", LocalDate.class),
                        "SELECTION",
                        row.getInt("members"),
                        row.getInt("present"),
                        null,
                        "",
                        List.of()))
                .list();
    }
}
