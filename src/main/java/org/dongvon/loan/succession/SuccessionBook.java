package org.dongvon.loan.succession;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.Stage;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A loan and whose it is, whose it was, and the member who may take it over. */
@Repository
class SuccessionBook {

    private static final String LOAN = """
            select l.id, l.code, l.point_id, pt.office_id, d.day, l.stage, l.association, l.programme_id, l.household_id,
                   h.code as household, l.borrower_id, p.full_name, p.restricted, l.member_id, l.group_id,
                   m.monthly_saving, m.office_held is not null as on_board,
                   (select coalesce(sum(t.principal), 0) from loan.part t where t.loan_id = l.id) + l.undrawn as debt,
                   exists (select from loan.movement v
                             join ledger.v_journal j on j.id = v.journal_id
                            where v.loan_id = l.id and j.business_date >= d.day) as moved_today
              from loan.loan l
              join household.household h on h.id = l.household_id
              join household.person p on p.id = l.borrower_id
              join organisation.point pt on pt.id = l.point_id
              join organisation.business_day d on d.office_id = pt.office_id
              left join "group".member m on m.id = l.member_id
             where l.code = :code and l.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or l.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or l.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or l.borrower_id = (select shared.scope_person()))
            """;

    private static final String LOCK = """
            select l.id from loan.loan l where l.code = :code and l.point_id <@ (select shared.scope()) for no key update
            """;

    // The group too, so that nobody is admitted to it meanwhile.
    private static final String LOCK_GROUP = """
            select g.id
              from "group".credit_group g
              join loan.loan l on l.group_id = g.id
             where l.code = :code
               for no key update of g
            """;

    private static final String MEMBER = """
            select m.id, m.group_id
              from "group".member m
              join "group".credit_group g on g.id = m.group_id
             where m.person_id = :person and m.left_on is null and g.closed_on is null
               and m.point_id = :point and g.association = :association
             order by m.id
             limit 1
            """;

    private static final String NAME = """
            select p.full_name from household.person p where p.id = :person and not p.restricted
            """;

    private static final String ADD = """
            insert into loan.succession (loan_id, on_day, point_id, journal_id, line_id, line_no, from_household, from_person,
                                         from_member, to_household, to_person, to_member, evidence, deposit, request_id)
            select l.id, :day, l.point_id, :journal, :line, 1, l.household_id, l.borrower_id, l.member_id, :household, :person,
                   :member, :evidence, :deposit, :request
              from loan.loan l
             where l.id = :loan
            """;

    private static final String PASS = """
            update loan.loan
               set household_id = :household, borrower_id = :person, member_id = :member, group_id = :group
             where id = :loan
            """;

    private final JdbcClient db;

    SuccessionBook(JdbcClient db) {
        this.db = db;
    }

    /**
     * A loan of the scope.
     *
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN}
     */
    Owed get(String code) {
        return db.sql(LOAN)
                .param("code", code)
                .query(SuccessionBook::owed)
                .optional()
                .orElseThrow(() -> new Refused(LoanRefusal.UNKNOWN_LOAN, code));
    }

    private static Owed owed(ResultSet row, int n) throws SQLException {
        return new Owed(
                row.getLong("id"),
                row.getString("code"),
                new Place(row.getLong("point_id"), row.getLong("office_id"), row.getObject("day", LocalDate.class)),
                new Kind(
                        Stage.valueOf(row.getString("stage")),
                        row.getString("association"),
                        row.getInt("programme_id")),
                new Borrower(
                        row.getLong("household_id"),
                        row.getString("household"),
                        row.getLong("borrower_id"),
                        row.getBoolean("restricted") ? null : row.getString("full_name")),
                row.getObject("member_id") == null
                        ? null
                        : new Seat(
                                row.getLong("member_id"),
                                row.getLong("group_id"),
                                new Dong(row.getLong("monthly_saving")),
                                row.getBoolean("on_board")),
                new Dong(row.getLong("debt")),
                row.getBoolean("moved_today"));
    }

    /** Holds a loan and its group until the transaction ends. */
    void lock(String code) {
        db.sql(LOCK_GROUP)
                .param("code", code)
                .query((row, n) -> row.getLong("id"))
                .list();
        db.sql(LOCK).param("code", code).query((row, n) -> row.getLong("id")).list();
    }

    /** The place in a group through which a person may owe a loan of an association at a point. */
    Optional<InGroup> member(long person, Owed loan) {
        return db.sql(MEMBER)
                .param("person", person)
                .param("point", loan.place().pointId())
                .param("association", loan.kind().association())
                .query((row, n) -> new InGroup(row.getLong("id"), row.getLong("group_id")))
                .optional();
    }

    /** The name of a person in scope; none where processing is restricted. */
    Optional<String> name(long person) {
        return db.sql(NAME).param("person", person).query(String.class).optional();
    }

    /** Writes down that a loan passed on, and passes it. */
    void pass(Owed loan, Passed passed) {
        db.sql(ADD)
                .param("loan", loan.id())
                .param("day", loan.place().day())
                .param("journal", passed.journalId())
                .param("line", passed.lineId())
                .param("household", passed.household())
                .param("person", passed.person())
                .param("member", passed.to() == null ? null : passed.to().member())
                .param("evidence", passed.evidence())
                .param("deposit", passed.deposit().amount())
                .param("request", passed.request())
                .update();
        db.sql(PASS)
                .param("loan", loan.id())
                .param("household", passed.household())
                .param("person", passed.person())
                .param("member", passed.to() == null ? null : passed.to().member())
                .param("group", passed.to() == null ? null : passed.to().group())
                .update();
    }

    /** A debt, and where it is served on its office's open day. */
    record Owed(
            long id,
            String code,
            Place place,
            Kind kind,
            Borrower borrower,
            @Nullable Seat seat,
            Dong debt,
            boolean movedToday) {

        String title() {
            return borrower.name() == null ? code : code + " · " + borrower.name();
        }
    }

    record Place(long pointId, long officeId, LocalDate day) {}

    record Kind(Stage stage, String association, int programmeId) {}

    /** Who owes it; {@code name} is none where processing is restricted. */
    record Borrower(
            long household,
            String householdCode,
            long person,
            @Nullable String name) {}

    /** The borrower's place in the group. */
    record Seat(long member, long group, Dong saving, boolean onBoard) {}

    /** Somebody's place in a group. */
    record InGroup(long member, long group) {}

    /**
     * A loan that passes on.
     *
     * @param to the successor's place in a group; none of a loan made directly
     */
    record Passed(
            long journalId,
            UUID lineId,
            long household,
            long person,
            @Nullable InGroup to,
            String evidence,
            Dong deposit,
            long request) {}
}
