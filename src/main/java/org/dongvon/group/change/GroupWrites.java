package org.dongvon.group.change;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.change.Approved;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what was approved of a group: minutes, board, convention, contract, handover, end. */
@Repository
class GroupWrites {

    private static final String MEETING = """
            insert into "group".meeting (point_id, group_id, kind, held_on, members, present, in_favour, agreed, request_id)
            values (:point, :group, :kind, :held, :members, :present, :favour, :agreed, :request)
            returning id
            """;

    private static final String ATTENDED = """
            insert into "group".attendance (meeting_id, member_id, point_id)
            select m.id, a.id, m.point_id
              from "group".meeting m, unnest(cast(:members as bigint[])) as a (id)
             where m.id = :meeting
            """;

    private static final String UNSEAT = """
            update "group".member set office_held = null where group_id = :group and left_on is null and office_held is not null
            """;

    private static final String SEAT = """
            update "group".member
               set office_held = case id when :head then 'HEAD' else 'DEPUTY' end
             where id in (:head, :deputy) and group_id = :group and left_on is null
            """;

    private static final String HANDOVER = """
            insert into "group".handover (group_id, handed_on, point_id, former_head, new_head, provisional, request_id)
            values (:group, :day, :point, :former, :head, :provisional, :request)
            """;

    private static final String CONVENTION = """
            insert into "group".convention (group_id, valid_from, point_id, saving_least, meets_every, said, request_id)
            values (:group, :day, :point, :saving, :meets, :said, :request)
            """;

    private static final String END_CONTRACT = """
            update "group".contract set valid_to = :day where group_id = :group and valid_to is null
            """;

    private static final String CONTRACT = """
            insert into "group".contract (group_id, valid_from, point_id, number, signed_on, covers, request_id)
            values (:group, :signed, :point, :number, :signed, :covers, :request)
            """;

    private static final String CLOSE = """
            update "group".credit_group set closed_on = :day where id = :group
            """;

    private static final String ADJACENT = """
            insert into "group".adjacent_hamlet (point_id, hamlet, neighbour, request_id)
            values (:point, :one, :other, :request), (:point, :other, :one, :request)
                on conflict do nothing
            """;

    private static final String STANDS = """
            insert into "group".standing_member (person_id, from_on, point_id, request_id)
            values (:person, :day, :point, :request)
                on conflict (person_id, from_on) do update set to_on = null
            """;

    private static final String STANDS_NO_MORE = """
            update "group".standing_member set to_on = :day where person_id = :person and to_on is null
            """;

    private final JdbcClient db;

    GroupWrites(JdbcClient db) {
        this.db = db;
    }

    /** Enters the minutes; returns their identifier. */
    long meeting(Approved approved, long group, Minutes.Purpose purpose, int members) {
        var minutes = Minutes.of(approved.wanted());
        return db.sql(MEETING)
                .param("point", approved.place().pointId())
                .param("group", group)
                .param("kind", purpose.name())
                .param("held", minutes.heldOn())
                .param("members", members)
                .param("present", minutes.present())
                .param("favour", minutes.inFavour())
                .param("agreed", approved.basis().reason())
                .param("request", approved.id())
                .query(Long.class)
                .single();
    }

    /** Names the members who came to a meeting. */
    void attended(long meeting, List<Long> members) {
        db.sql(ATTENDED)
                .param("meeting", meeting)
                .param("members", members.toArray(Long[]::new))
                .update();
    }

    /** Gives the board's two offices to two members. */
    void seat(long group, long head, long deputy) {
        db.sql(UNSEAT).param("group", group).update();
        db.sql(SEAT)
                .param("group", group)
                .param("head", head)
                .param("deputy", deputy)
                .update();
    }

    void handover(Approved approved, long group, @Nullable Long former, long head, Dong provisional) {
        db.sql(HANDOVER)
                .param("group", group)
                .param("day", approved.place().day())
                .param("point", approved.place().pointId())
                .param("former", former)
                .param("head", head)
                .param("provisional", provisional.amount())
                .param("request", approved.id())
                .update();
    }

    void convention(Approved approved, long group) {
        db.sql(CONVENTION)
                .param("group", group)
                .param("day", approved.place().day())
                .param("point", approved.place().pointId())
                .param("saving", approved.wanted().dongOf("saving").amount())
                .param("meets", approved.wanted().countOf("meets"))
                .param("said", approved.basis().reason())
                .param("request", approved.id())
                .update();
    }

    void endContract(long group, LocalDate day) {
        db.sql(END_CONTRACT).param("group", group).param("day", day).update();
    }

    void contract(Approved approved, long group, String covers) {
        var signed = approved.wanted().dateOf("signed");
        endContract(group, signed);
        db.sql(CONTRACT)
                .param("group", group)
                .param("signed", signed)
                .param("point", approved.place().pointId())
                .param("number", approved.wanted().textOf("number"))
                .param("covers", covers)
                .param("request", approved.id())
                .update();
    }

    void close(long group, LocalDate day) {
        endContract(group, day);
        db.sql(CLOSE).param("group", group).param("day", day).update();
    }

    void adjacent(Approved approved, String one, String other) {
        db.sql(ADJACENT)
                .param("point", approved.place().pointId())
                .param("one", one)
                .param("other", other)
                .param("request", approved.id())
                .update();
    }

    void stands(Approved approved, long person) {
        db.sql(STANDS)
                .param("person", person)
                .param("day", approved.place().day())
                .param("point", approved.place().pointId())
                .param("request", approved.id())
                .update();
    }

    void standsNoMore(Approved approved, long person) {
        db.sql(STANDS_NO_MORE)
                .param("person", person)
                .param("day", approved.place().day())
                .update();
    }
}
