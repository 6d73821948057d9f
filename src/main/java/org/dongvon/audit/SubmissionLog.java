package org.dongvon.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.dongvon.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the submissions of a scope, the newest first. */
@Repository
class SubmissionLog {

    // Each point gives its newest rows by its own index. Point 0 is the country as a whole.
    private static final String PAGE = """
            select s.key, s.kind, s.business_date, s.recorded_at, s.role, w.full_name as who, u.code as point,
                   encode(s.content_hash, 'hex') as hash, r.number as request
              from (select id from organisation.point union all select 0) pt
              cross join lateral (
                   select x.key, x.kind, x.point_id, x.business_date, x.recorded_at, x.role, x.actor_id, x.content_hash,
                          case when x.kind like 'shared.%Change' then cast(x.answer ->> 'id' as bigint) end as request_id
                     from shared.submission x
                    where x.point_id = pt.id and x.business_date between :from and :through
                      and (x.recorded_at, x.key) < (:at, :key)
                      and (:kind = '' or x.kind = :kind)
                      and (:who = '' or x.actor_id in (select f.id from organisation.v_staff f
                                                        where unaccent(lower(f.full_name)) like unaccent(lower(:name))))
                    order by x.recorded_at desc, x.key desc
                    limit :most) s
              left join organisation.unit u on u.id = s.point_id
              left join organisation.v_staff w on w.id = s.actor_id
              left join shared.change_request r on r.id = s.request_id
             where pt.id <@ (select shared.scope())
               and (:point = '' or pt.id = (select o.id from organisation.unit o where o.code = :point))
             order by s.recorded_at desc, s.key desc
             limit :most
            """;

    private static final String KINDS = """
            select distinct s.kind
              from shared.submission s
             where s.business_date between :from and :through and s.point_id <@ (select shared.scope())
             order by s.kind
            """;

    private final JdbcClient db;

    SubmissionLog(JdbcClient db) {
        this.db = db;
    }

    List<Row> page(LogFilter filter, Before before, int most) {
        return bound(filter, before, most).query((row, n) -> row(row)).list();
    }

    /** All rows one by one, without holding them in memory. */
    void each(LogFilter filter, int most, Consumer<Row> told) {
        bound(filter, Before.NOW, most).withFetchSize(500).query(row -> {
            told.accept(row(row));
        });
    }

    /** The use cases there were in these days. */
    List<String> kinds(LogFilter filter) {
        return db.sql(KINDS)
                .param("from", filter.from())
                .param("through", filter.through())
                .query((row, n) -> row.getString("kind"))
                .list();
    }

    private JdbcClient.StatementSpec bound(LogFilter filter, Before before, int most) {
        return db.sql(PAGE)
                .param("from", filter.from())
                .param("through", filter.through())
                .param("at", before.at().atOffset(ZoneOffset.UTC))
                .param("key", before.key())
                .param("kind", filter.kind())
                .param("who", filter.who())
                .param("name", LogFilter.anywhere(filter.who()))
                .param("point", filter.point())
                .param("most", most);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("key", UUID.class),
                row.getString("kind"),
                row.getObject("business_date", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                Role.valueOf(row.getString("role")),
                row.getString("who"),
                row.getString("point"),
                new Proof(row.getString("hash"), row.getString("request")));
    }

    /** One thing that one person asked the books to do. */
    record Row(
            UUID key,
            String kind,
            LocalDate day,
            Instant at,
            Role role,
            @Nullable String who,
            @Nullable String point,
            Proof proof) {}

    /**
     * What a row can be held against.
     *
     * @param hash SHA-256 of what was asked
     * @param request the number of the change request that it made or decided
     */
    record Proof(String hash, @Nullable String request) {}

    /** The row before which a page begins. */
    record Before(Instant at, UUID key) {

        static final Before NOW = new Before(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

        /** As an address says it; anything else is the beginning. */
        static Before parse(String typed) {
            var parts = typed.split("_", 2);
            try {
                return parts.length == 2 ? new Before(Instant.parse(parts[0]), UUID.fromString(parts[1])) : NOW;
            } catch (java.time.format.DateTimeParseException | IllegalArgumentException e) {
                return NOW;
            }
        }

        static String of(Row row) {
            return row.at() + "_" + row.key();
        }
    }
}
