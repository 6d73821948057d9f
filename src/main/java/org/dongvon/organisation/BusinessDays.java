package org.dongvon.organisation;

import java.time.LocalDate;
import java.util.Optional;
import org.dongvon.shared.Refused;
import org.dongvon.shared.RoundTrip;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The open day of each transaction office. All days before it are closed for good. */
@Repository
public class BusinessDays {

    private static final String TODAY = """
            select day from organisation.business_day where office_id = :office
            """;

    private static final String LATEST = """
            select day from organisation.business_day order by day desc limit 1
            """;

    // Shared by all postings of the office; the close waits for them, and they for the close.
    private static final String HOLD = """
            select day from organisation.business_day where office_id = :office for share
            """;

    // In one order; each close moves one row, and waits.
    private static final String HOLD_ALL = """
            select max(held.day) as latest
              from (select day from organisation.business_day order by office_id for share) held
            """;

    private static final String LOCK_ALL = """
            select max(held.day) as latest
              from (select day from organisation.business_day order by office_id for update) held
            """;

    private static final String LOCK = """
            select day from organisation.business_day where office_id = :office for update
            """;

    private static final String MOVE = """
            update organisation.business_day set day = :day where office_id = :office
            """;

    private static final String OPEN_FIRST = """
            insert into organisation.business_day (office_id, day) values (:office, :day)
            """;

    private final JdbcClient db;

    BusinessDays(JdbcClient db) {
        this.db = db;
    }

    /** The open day, without a lock: for pages. */
    public LocalDate today(long officeId) {
        return ask(TODAY, officeId);
    }

    /** The latest open day of any office: the day the tree is read on by those who belong to no office. */
    public Optional<LocalDate> latest() {
        return db.sql(LATEST).query(LocalDate.class).optional();
    }

    /** The open day, held until the transaction ends: nothing lands behind a close. */
    public LocalDate hold(long officeId) {
        return ask(HOLD, officeId);
    }

    /** Likewise, among other statements of one journey. */
    public RoundTrip.Answer<LocalDate> hold(RoundTrip trip, long officeId) {
        return trip.query(
                        HOLD,
                        new MapSqlParameterSource("office", officeId),
                        row -> row.next()
                                ? Optional.of(row.getObject("day", LocalDate.class))
                                : Optional.<LocalDate>empty())
                .map(day -> orRefuse(day, officeId));
    }

    /**
     * The latest open day of all offices, none of which can close its own until the transaction ends: for a rule or rate
     * that holds everywhere from a day on.
     */
    public LocalDate holdAll() {
        return db.sql(HOLD_ALL)
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> new Refused(OrganisationRefusal.NO_BUSINESS_DAY, "VN"));
    }

    /**
     * The latest open day of all offices, with nobody posting anywhere until the transaction ends: for a rate that
     * reaches back.
     */
    public LocalDate lockAll() {
        return db.sql(LOCK_ALL)
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> new Refused(OrganisationRefusal.NO_BUSINESS_DAY, "VN"));
    }

    /** The open day, locked against all postings until the transaction ends: for the close. */
    public LocalDate lock(long officeId) {
        return ask(LOCK, officeId);
    }

    /** Opens a later day; the caller holds {@link #lock}. */
    public void moveTo(long officeId, LocalDate day) {
        db.sql(MOVE).param("office", officeId).param("day", day).update();
    }

    /** Opens the first day of a new office. */
    public void openFirst(long officeId, LocalDate day) {
        db.sql(OPEN_FIRST).param("office", officeId).param("day", day).update();
    }

    private LocalDate ask(String sql, long officeId) {
        return orRefuse(
                db.sql(sql).param("office", officeId).query(LocalDate.class).optional(), officeId);
    }

    private static LocalDate orRefuse(Optional<LocalDate> day, long officeId) {
        return day.orElseThrow(() -> new Refused(OrganisationRefusal.NO_BUSINESS_DAY, officeId));
    }
}
