package org.dongvon.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.household.Standing.Listing;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the classes of households by the decisions of their communes, in the scope of the transaction. */
@Repository
public class Classes {

    // A complete list concerns everybody of its point from the first decision on that named them.
    private static final String LISTINGS = """
            select d.code, d.number, l.decided_on, e.class
              from household.household h
              join household.class_list l on l.point_id = h.point_id
              join document.document d on d.id = l.document_id
              left join household.class_entry e on e.list_id = l.id and e.household_id = h.id
             where h.id = :household
               and (e.class is not null
                    or l.complete and exists (select from household.class_entry f
                                                join household.class_list fl on fl.id = f.list_id
                                               where f.household_id = h.id and fl.decided_on < l.decided_on))
             order by l.decided_on, l.id
            """;

    private final Programmes programmes;
    private final JdbcClient db;

    Classes(Programmes programmes, JdbcClient db) {
        this.programmes = programmes;
        this.db = db;
    }

    /** The decisions that concern a household, oldest first. */
    public List<Listing> listings(long household) {
        return db.sql(LISTINGS)
                .param("household", household)
                .query((row, n) -> {
                    var named = row.getString("class");
                    return new Listing(
                            row.getString("code"),
                            row.getString("number"),
                            row.getObject("decided_on", LocalDate.class),
                            named == null ? null : HouseholdClass.valueOf(named));
                })
                .list();
    }

    /** The class of a household on a day; none when no decision has named it yet. */
    public Optional<Standing> on(long household, LocalDate day) {
        return on(listings(household), day);
    }

    /** The same of decisions that were read already. */
    public Optional<Standing> on(List<Listing> listings, LocalDate day) {
        long years = programmes.current().parameters().whole(ParameterCode.NEWLY_ESCAPED_YEARS_MAX, day);
        return Standing.on(listings, day, years);
    }
}
