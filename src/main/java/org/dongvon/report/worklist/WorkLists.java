package org.dongvon.report.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.RoundTrip;
import org.dongvon.shared.RoundTrips;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The registry of work lists, and what reads them; in the scope of the transaction. */
@Repository
class WorkLists {

    /** As far as lists are counted; what is longer is said to be more than that. */
    static final int MOST_COUNTED = 1_000;

    private final List<WorkList> lists;
    private final ListRules rules;
    private final RoundTrips trips;
    private final JdbcClient db;

    WorkLists(List<WorkList> lists, ListRules rules, RoundTrips trips, JdbcClient db) {
        this.lists =
                lists.stream().sorted(Comparator.comparingInt(WorkList::place)).toList();
        this.rules = rules;
        this.trips = trips;
        this.db = db;
    }

    /** All of them in their order. */
    List<WorkList> all() {
        return lists;
    }

    /** The list of a code. */
    Optional<WorkList> find(String code) {
        return lists.stream().filter(list -> list.code().equals(code)).findFirst();
    }

    /** The rows behind a place in a list. */
    List<WorkRow> rows(WorkList list, LocalDate today, Place after, int most) {
        return db.sql(list.subject().page(list.finding()))
                .paramSource(rules.on(today)
                        .addValue("after_day", after.day())
                        .addValue("after_id", after.id())
                        .addValue("most", most))
                .query((row, n) -> row(row))
                .list();
    }

    /** How long each list is, in one journey. */
    List<Counted> count(List<WorkList> some, LocalDate today) {
        var parameters = rules.on(today).addValue("most", MOST_COUNTED + 1);
        var trip = trips.begin();
        var answers = new ArrayList<RoundTrip.Answer<Counted>>();
        for (var list : some) {
            answers.add(count(trip, list, parameters));
        }
        trip.send();
        return answers.stream().map(RoundTrip.Answer::get).toList();
    }

    private static RoundTrip.Answer<Counted> count(RoundTrip trip, WorkList list, MapSqlParameterSource parameters) {
        return trip.query(list.subject().count(list.finding()), parameters, rows -> {
            rows.next();
            return new Counted(list, rows.getInt("rows"), rows.getInt("past"));
        });
    }

    private static WorkRow row(ResultSet row) throws SQLException {
        var person = row.getObject("person_id", Long.class);
        return new WorkRow(
                row.getLong("id"),
                row.getObject("on_day", LocalDate.class),
                new Named(
                        row.getString("subject"),
                        row.getString("path"),
                        new Label(row.getString("detail_vi"), row.getString("detail_en"))),
                person == null ? null : new Somebody(person, row.getString("person")),
                row.getString("group_code"),
                dong(row.getObject("amount", Long.class)),
                dong(row.getObject("other", Long.class)));
    }

    private static @Nullable Dong dong(@Nullable Long amount) {
        return amount == null ? null : new Dong(amount);
    }

    /** A list with how many rows it has, and how many of them lie before today. */
    record Counted(WorkList list, int rows, int past) {

        public boolean isMore() {
            return rows > MOST_COUNTED;
        }

        public int shown() {
            return Math.min(rows, MOST_COUNTED);
        }
    }

    /** A row of a list. */
    record WorkRow(
            long id,
            LocalDate day,
            Named subject,
            @Nullable Somebody person,
            @Nullable String group,
            @Nullable Dong amount,
            @Nullable Dong other) {

        Place at() {
            return new Place(day, id);
        }
    }

    /** What a row is about, and where it leads. */
    record Named(String code, String path, Label detail) {}

    /** Whom it concerns; where processing is restricted the name is not said. */
    record Somebody(long id, @Nullable String name) {}

    /** A place in a list, written {@code 2026-05-18.140737488355329}. */
    record Place(LocalDate day, long id) {

        static final Place BEGINNING = new Place(LocalDate.of(1, 1, 1), 0);

        /** The place that an address names; the beginning when it names none. */
        static Place of(String text) {
            try {
                int dot = text.lastIndexOf('.');
                return dot < 0
                        ? BEGINNING
                        : new Place(LocalDate.parse(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
            } catch (DateTimeException | NumberFormatException e) {
                return BEGINNING;
            }
        }

        @Override
        public String toString() {
            return day + "." + id;
        }
    }
}
