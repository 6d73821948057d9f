package org.dongvon.household.classes;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.household.classes.ClassReader.ClassRow;
import org.dongvon.household.classes.ClassReader.Extent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes lists of classes. */
@Repository
class ClassStore {

    private static final String DECISION = """
            select code, number, issued_on, issuer
              from document.document
             where code = :text or number = :text
             order by code <> :text, issued_on desc nulls last
             limit 1
            """;

    private static final String MATCH = """
            select n.number, h.id as household, h.point_id,
                   exists (select from household.person p
                            where p.household_id = h.id
                              and household.search_key(p.full_name) = household.search_key(n.head)) as named
              from unnest(cast(:numbers as int[]), cast(:codes as text[]), cast(:heads as text[])) as n (number, code, head)
              join household.household h on h.code = n.code
            """;

    // All points of the communes in which the list names somebody; a point without a commune stands for itself.
    private static final String COVERED = """
            select distinct c.id
              from organisation.point p
              join organisation.point c on c.id = p.id or c.commune_id = p.commune_id
             where p.id = any (cast(:points as bigint[])) and c.id <@ (select shared.scope())
             order by 1
            """;

    private static final String LOADED = """
            select exists (select from household.class_list l
                             join document.document d on d.id = l.document_id
                            where d.code = :decision and l.point_id = any (cast(:points as bigint[])))
            """;

    private static final String ADD_LISTS = """
            insert into household.class_list (document_id, point_id, decided_on, complete, submission)
            select d.id, p.id, d.issued_on, :complete, :key
              from document.document d
              cross join unnest(cast(:points as bigint[])) as p (id)
             where d.code = :decision
            """;

    private static final String ADD_ENTRIES = """
            insert into household.class_entry (list_id, household_id, point_id, class)
            select l.id, h.id, h.point_id, n.class
              from unnest(cast(:households as bigint[]), cast(:classes as text[])) as n (household, class)
              join household.household h on h.id = n.household
              join household.class_list l on l.point_id = h.point_id
              join document.document d on d.id = l.document_id and d.code = :decision
            """;

    private static final String LISTS = """
            select d.code, d.number, l.decided_on, l.complete, u.name as point,
                   (select count(*) from household.class_entry e where e.list_id = l.id and e.class = 'POOR') as poor,
                   (select count(*) from household.class_entry e where e.list_id = l.id and e.class = 'NEAR_POOR') as near_poor,
                   (select count(*) from household.class_entry e where e.list_id = l.id and e.class = 'NEWLY_ESCAPED') as newly,
                   (select count(*) from household.class_entry e where e.list_id = l.id and e.class = 'AVERAGE') as average
              from household.class_list l
              join document.document d on d.id = l.document_id
              join organisation.unit u on u.id = l.point_id
             order by l.decided_on desc, u.name collate public.vi, l.id
             limit 200
            """;

    private final JdbcClient db;

    ClassStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Decision> decision(String text) {
        return db.sql(DECISION)
                .param("text", text)
                .query((row, n) -> new Decision(
                        row.getString("code"),
                        row.getString("number"),
                        Optional.ofNullable(row.getObject("issued_on", LocalDate.class)),
                        row.getString("issuer")))
                .optional();
    }

    /** The households of the rows, by the rows' numbers; those out of scope are missing. */
    Map<Integer, Match> match(List<ClassRow> rows) {
        return db
                .sql(MATCH)
                .param("numbers", rows.stream().map(ClassRow::number).toArray(Integer[]::new))
                .param("codes", rows.stream().map(ClassRow::household).toArray(String[]::new))
                .param("heads", rows.stream().map(ClassRow::head).toArray(String[]::new))
                .query((row, n) -> new Match(
                        row.getInt("number"),
                        row.getLong("household"),
                        row.getLong("point_id"),
                        row.getBoolean("named")))
                .list()
                .stream()
                .collect(Collectors.toMap(Match::number, each -> each));
    }

    List<Long> covered(Collection<Long> points) {
        return db.sql(COVERED)
                .param("points", points.toArray(Long[]::new))
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    boolean isLoaded(String decision, Collection<Long> points) {
        return db.sql(LOADED)
                .param("decision", decision)
                .param("points", points.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }

    void add(ListPlan plan, UUID key) {
        db.sql(ADD_LISTS)
                .param("decision", plan.decision())
                .param("points", plan.points().toArray(Long[]::new))
                .param("complete", plan.extent() == Extent.COMPLETE)
                .param("key", key)
                .update();
        db.sql(ADD_ENTRIES)
                .param("decision", plan.decision())
                .param(
                        "households",
                        plan.entries().stream().map(ListPlan.Entry::household).toArray(Long[]::new))
                .param(
                        "classes",
                        plan.entries().stream()
                                .map(each -> each.householdClass().name())
                                .toArray(String[]::new))
                .update();
    }

    /** The lists of the scope, the newest first. */
    List<Loaded> lists() {
        return db.sql(LISTS)
                .query((row, n) -> new Loaded(
                        row.getString("code"),
                        row.getString("number"),
                        row.getObject("decided_on", LocalDate.class),
                        row.getBoolean("complete"),
                        row.getString("point"),
                        new Loaded.Counts(
                                row.getLong("poor"),
                                row.getLong("near_poor"),
                                row.getLong("newly"),
                                row.getLong("average"))))
                .list();
    }

    /** A decision of the register. */
    record Decision(String code, String number, Optional<LocalDate> issuedOn, String issuer) {}

    /**
     * A household that a row names.
     *
     * @param named whether one of its people has the name in the row
     */
    record Match(int number, long household, long pointId, boolean named) {}

    /** A list as it was loaded, for one point. */
    record Loaded(String decision, String number, LocalDate decidedOn, boolean complete, String point, Counts counts) {

        /** Households by class. */
        record Counts(long poor, long nearPoor, long newlyEscaped, long average) {}
    }
}
