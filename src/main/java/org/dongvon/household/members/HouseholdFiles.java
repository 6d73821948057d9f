package org.dongvon.household.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.household.Born;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.household.Households.Sex;
import org.dongvon.household.IdentityNumber;
import org.dongvon.household.members.HouseholdFile.Authorisation;
import org.dongvon.household.members.HouseholdFile.Departed;
import org.dongvon.household.members.HouseholdFile.Ground;
import org.dongvon.household.members.HouseholdFile.Member;
import org.dongvon.household.members.HouseholdFile.Place;
import org.dongvon.household.members.HouseholdFile.Who;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads households with those who belong to them. */
@Repository
class HouseholdFiles {

    private static final String GET = """
            select h.id, h.code, h.hamlet, h.point_id, u.name as point, o.name as office, d.day as open_day
              from household.household h
              join organisation.point pt on pt.id = h.point_id
              join organisation.unit u on u.id = h.point_id
              join organisation.unit o on o.id = pt.office_id
              join organisation.business_day d on d.office_id = pt.office_id
             where h.code = :code and h.point_id <@ (select shared.scope())
            """;

    // One change of a household at a time: its members and its borrower are judged together.
    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('household.household', :id)) is null
            """;

    private static final String MEMBERS = """
            select p.id, p.full_name, p.identity_last4, p.restricted, p.born_on, p.born_year_only, p.sex, m.relation, m.since,
                   m.changed_on
              from household.members_on(:household, :day) m
              join household.person p on p.id = m.person_id
             order by m.relation <> 'HEAD', m.relation <> 'SPOUSE', p.born_on, p.id
            """;

    private static final String DEPARTED = """
            select p.id, p.full_name, p.identity_last4, p.restricted, e.happened_on, e.cause
              from household.person p
              join lateral (select l.kind, l.happened_on, l.cause
                              from household.member_event l
                             where l.person_id = p.id
                             order by l.happened_on desc, l.id desc
                             limit 1) e on e.kind = 'LEFT'
             where p.household_id = :household
             order by e.happened_on desc, p.id
            """;

    private static final String AUTHORISATIONS = """
            select a.id as authorisation, p.id, p.full_name, p.identity_last4, p.restricted, a.agreed_on, a.ground, a.witness,
                   (select count(*) from household.signer s where s.authorisation_id = a.id) as signers
              from household.authorisation a
              join household.person p on p.id = a.person_id
             where a.household_id = :household
             order by a.agreed_on desc
            """;

    private final JdbcClient db;

    HouseholdFiles(JdbcClient db) {
        this.db = db;
    }

    /**
     * The household of a code, with its members on the open day.
     *
     * @throws Refused {@link HouseholdRefusal#UNKNOWN_HOUSEHOLD} when there is none in scope
     */
    HouseholdFile get(String code) {
        var file = db.sql(GET)
                .param("code", code)
                .query((row, n) -> new HouseholdFile(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("hamlet"),
                        new Place(
                                row.getLong("point_id"),
                                row.getString("point"),
                                row.getString("office"),
                                row.getObject("open_day", LocalDate.class)),
                        List.of()))
                .optional()
                .orElseThrow(() -> new Refused(HouseholdRefusal.UNKNOWN_HOUSEHOLD));
        return on(file, file.place().openDay());
    }

    /** The same with its members on another day. */
    HouseholdFile on(HouseholdFile file, LocalDate day) {
        return file.with(db.sql(MEMBERS)
                .param("household", file.id())
                .param("day", day)
                .query((row, n) -> member(row))
                .list());
    }

    /** The same as {@link #get}, locked until the transaction ends. */
    HouseholdFile lock(String code) {
        long id = get(code).id();
        db.sql(LOCK).param("id", id).query(Boolean.class).single();
        return get(code);
    }

    /** Those who left, the last first. */
    List<Departed> departed(HouseholdFile file) {
        return db.sql(DEPARTED)
                .param("household", file.id())
                .query((row, n) -> new Departed(
                        who(row), row.getObject("happened_on", LocalDate.class), Cause.valueOf(row.getString("cause"))))
                .list();
    }

    /** All 01/UQ of a household, the newest first. */
    List<Authorisation> authorisations(HouseholdFile file) {
        return db.sql(AUTHORISATIONS)
                .param("household", file.id())
                .query((row, n) -> new Authorisation(
                        row.getLong("authorisation"),
                        who(row),
                        row.getObject("agreed_on", LocalDate.class),
                        Ground.valueOf(row.getString("ground")),
                        row.getString("witness"),
                        row.getInt("signers")))
                .list();
    }

    /** Who may borrow for the household: the newest 01/UQ, while the person it names belongs to the household. */
    static Optional<Authorisation> inForce(HouseholdFile file, List<Authorisation> newestFirst) {
        return newestFirst.stream()
                .findFirst()
                .filter(newest -> file.members().stream()
                        .anyMatch(each -> each.id() == newest.who().personId()));
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                who(row),
                new Born(row.getObject("born_on", LocalDate.class), row.getBoolean("born_year_only")),
                Sex.valueOf(row.getString("sex")),
                Relation.valueOf(row.getString("relation")),
                row.getObject("since", LocalDate.class),
                row.getObject("changed_on", LocalDate.class));
    }

    private static Who who(ResultSet row) throws SQLException {
        return new Who(
                row.getLong("id"),
                row.getString("full_name"),
                IdentityNumber.masked(row.getString("identity_last4")),
                row.getBoolean("restricted"));
    }
}
