package org.dongvon.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who saw whose personal data, the newest first. */
@Repository
class SightLog {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final String PAGE = """
            select s.id, s.at, w.full_name as who, s.role, s.kind, s.page, s.purpose, s.note, s.people
              from household.v_seen s
              left join organisation.v_staff w on w.id = s.account_id
             where s.id < :before and s.points && (select shared.scope())
               and (cast(:from as timestamptz) is null or s.at >= :from)
               and (cast(:until as timestamptz) is null or s.at < :until)
               and (:kind = '' or s.kind = :kind)
               and (:who = '' or s.account_id in (select f.id from organisation.v_staff f
                                                   where unaccent(lower(f.full_name)) like unaccent(lower(:name))))
             order by s.id desc
             limit :most
            """;

    private static final String PAGE_OF_PERSON = """
            select s.id, s.at, w.full_name as who, s.role, s.kind, s.page, s.purpose, s.note, s.people
              from household.seen_of_people(cast(array[:person] as bigint[]), :before, 100000) f
              join household.v_seen s on s.id = f.seen_id
              left join organisation.v_staff w on w.id = s.account_id
             where s.points && (select shared.scope())
               and (cast(:from as timestamptz) is null or s.at >= :from)
               and (cast(:until as timestamptz) is null or s.at < :until)
               and (:kind = '' or s.kind = :kind)
               and (:who = '' or s.account_id in (select v.id from organisation.v_staff v
                                                   where unaccent(lower(v.full_name)) like unaccent(lower(:name))))
             order by s.id desc
             limit :most
            """;

    private static final String NEWEST = """
            select coalesce(max(s.id), 0) from household.v_seen s where s.points && (select shared.scope())
            """;

    private static final String BUSIEST = """
            select w.full_name as who, s.role, count(*) filter (where s.kind = 'VIEW') as views,
                   count(*) filter (where s.kind = 'REVEAL') as reveals,
                   count(*) filter (where s.kind = 'EXPORT') as exports, sum(cardinality(s.people))::bigint as people
              from household.v_seen s
              left join organisation.v_staff w on w.id = s.account_id
             where s.at >= transaction_timestamp() - interval '7 days' and s.points && (select shared.scope())
             group by s.account_id, w.full_name, s.role
             order by 4 desc, 5 desc, 6 desc
             limit 10
            """;

    private final JdbcClient db;

    SightLog(JdbcClient db) {
        this.db = db;
    }

    List<Row> page(LogFilter filter, long before, int most) {
        return bound(filter, before, most).query((row, n) -> row(row)).list();
    }

    /** All rows one by one, without holding them in memory. */
    void each(LogFilter filter, long before, int most, Consumer<Row> told) {
        bound(filter, before, most).withFetchSize(500).query(row -> {
            told.accept(row(row));
        });
    }

    long newest() {
        return db.sql(NEWEST).query(Long.class).single();
    }

    /** Those who saw most in the last seven days, reveals first. */
    List<Busy> busiest() {
        return db.sql(BUSIEST)
                .query((row, n) -> new Busy(
                        row.getString("who"),
                        Role.valueOf(row.getString("role")),
                        row.getLong("views"),
                        row.getLong("reveals"),
                        row.getLong("exports"),
                        row.getLong("people")))
                .list();
    }

    private JdbcClient.StatementSpec bound(LogFilter filter, long before, int most) {
        var statement =
                filter.person() == 0 ? db.sql(PAGE) : db.sql(PAGE_OF_PERSON).param("person", filter.person());
        return statement
                .param("before", before)
                .param("from", start(filter.from(), 0))
                .param("until", start(filter.through(), 1))
                .param("kind", filter.kind())
                .param("who", filter.who())
                .param("name", LogFilter.anywhere(filter.who()))
                .param("most", most);
    }

    private static @Nullable OffsetDateTime start(@Nullable LocalDate day, int later) {
        return day == null ? null : day.plusDays(later).atStartOfDay(VIETNAM).toOffsetDateTime();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                new Reader(row.getString("who"), Role.valueOf(row.getString("role"))),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("page"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("note"),
                Arrays.asList((Long[]) row.getArray("people").getArray()));
    }

    /** A page, reveal or export that showed people. */
    record Row(
            long id,
            Reader by,
            Instant at,
            String kind,
            String page,
            Purpose purpose,
            String note,
            List<Long> people) {}

    /** Who saw. */
    record Reader(@Nullable String name, Role role) {}

    /** How much one person saw; {@code people} counts each page's people anew. */
    record Busy(@Nullable String who, Role role, long views, long reveals, long exports, long people) {}
}
