package org.dongvon.shared.change;

import java.util.ArrayList;
import java.util.List;
import org.dongvon.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The lists of change requests: what waits for me, what I made, what waits at all, what was decided. */
@Repository
class ChangeInbox {

    /** A page of a list. */
    static final int PAGE = 100;

    // The oldest first: who has waited longest is next.
    private static final String FOR_ME = """
            select r.id
              from shared.change_request r
              join unnest(cast(:kinds as text[]), cast(:limits as bigint[])) as mine (kind, up_to) on mine.kind = r.kind
             where r.state = 'WAITING' and r.maker_person <> :person and coalesce(r.amount, 0) <= mine.up_to and %s
             order by r.id
             limit :most
            """.formatted(ChangeBook.IN_READERS_SCOPE);

    private static final String COUNT_FOR_ME = """
            select count(*)
              from shared.change_request r
              join unnest(cast(:kinds as text[]), cast(:limits as bigint[])) as mine (kind, up_to) on mine.kind = r.kind
             where r.state = 'WAITING' and r.maker_person <> :person and coalesce(r.amount, 0) <= mine.up_to and %s
            """.formatted(ChangeBook.IN_READERS_SCOPE);

    private static final String MINE = """
            select r.id
              from shared.change_request r
             where r.maker_person = :person and r.id < :before and %s
             order by r.id desc
             limit :most
            """.formatted(ChangeBook.IN_READERS_SCOPE);

    private static final String WAITING = """
            select r.id
              from shared.change_request r
             where r.state = 'WAITING' and r.id < :before and r.kind = any (:open) and %s
             order by r.id desc
             limit :most
            """.formatted(ChangeBook.IN_READERS_SCOPE);

    private static final String DECIDED = """
            select r.id
              from shared.change_request r
             where r.state <> 'WAITING' and r.id < :before and r.kind = any (:open) and %s
             order by r.id desc
             limit :most
            """.formatted(ChangeBook.IN_READERS_SCOPE);

    private final JdbcClient db;
    private final ChangeBook book;
    private final ChangeKinds kinds;
    private final ApprovalLimits limits;
    private final PointsAndDays days;

    ChangeInbox(JdbcClient db, ChangeBook book, ChangeKinds kinds, ApprovalLimits limits, PointsAndDays days) {
        this.db = db;
        this.book = book;
        this.kinds = kinds;
        this.limits = limits;
        this.days = days;
    }

    /** A page of a list, older than a number where the newest come first. */
    List<ChangeRequest> page(Actor reader, View view, long before) {
        return book.all(
                switch (view) {
                    case FOR_ME -> forMe(reader);
                    case MINE -> ids(db.sql(MINE).param("person", reader.personId()), before);
                    case WAITING -> ids(open(WAITING, reader), before);
                    case DECIDED -> ids(open(DECIDED, reader), before);
                });
    }

    private StatementSpec open(String sql, Actor reader) {
        return db.sql(sql).param("open", kinds.openTo(reader.role()).toArray(String[]::new));
    }

    /** The numbers of those that wait for this person, the oldest first. */
    List<Long> forMe(Actor reader) {
        return asking(FOR_ME, reader)
                .param("most", PAGE)
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    long countForMe(Actor reader) {
        return asking(COUNT_FOR_ME, reader).query(Long.class).single();
    }

    /** Whether this person's role approves anything at all. */
    boolean approves(Actor reader) {
        return kinds.all().stream().anyMatch(kind -> kind.approvers().contains(reader.role()));
    }

    private StatementSpec asking(String sql, Actor reader) {
        var names = new ArrayList<String>();
        var most = new ArrayList<Long>();
        for (var kind : kinds.all()) {
            if (kind.approvers().contains(reader.role())) {
                names.add(kind.name());
                most.add(limits.mostOf(kind, reader.role(), days.openDay(PointsAndDays.COUNTRY)));
            }
        }
        return db.sql(sql)
                .param("kinds", names.toArray(String[]::new))
                .param("limits", most.toArray(Long[]::new))
                .param("person", reader.personId());
    }

    private static List<Long> ids(StatementSpec sql, long before) {
        return sql.param("before", before)
                .param("most", PAGE)
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /** Which list. */
    enum View {
        FOR_ME,
        MINE,
        WAITING,
        DECIDED
    }
}
