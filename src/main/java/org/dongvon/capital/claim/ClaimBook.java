package org.dongvon.capital.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.claim.StateClaim.ClaimOffice;
import org.dongvon.capital.claim.StateClaim.Document;
import org.dongvon.capital.claim.StateClaim.Step;
import org.dongvon.capital.claim.StateClaim.Sums;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads claims on the State's budget, and writes what their documents did. */
@Repository
class ClaimBook {

    private static final String OFFICES = """
            select u.id, u.code, u.name, p.id as point_id
              from organisation.point p
              join organisation.unit u on u.id = p.office_id
             where p.direct and p.id <@ (select shared.scope()) and not (select shared.narrowed())
             order by u.code
            """;

    private static final String CLAIMS = """
            select c.id, c.code, c.kind, c.year, c.quarter, c.claimed, c.accepted, c.received, u.id as office_id, u.code as office, u.name,
                   c.point_id
              from capital.state_claim c
              join organisation.unit u on u.id = c.office_id
             where c.point_id <@ (select shared.scope()) and not (select shared.narrowed())
               and (cast(:code as text) is null or c.code = :code) and (cast(:year as integer) is null or c.year = :year)
             order by c.kind, c.year desc, c.quarter desc, u.code, c.serial
            """;

    private static final String DOCUMENTS = """
            select s.step, s.amount, s.document, s.dated, u.code as point, j.business_date, j.voucher
              from capital.state_claim_step s
              join ledger.v_journal j on j.id = s.journal_id
              join organisation.unit u on u.id = j.point_id
             where s.claim_id = :claim
             order by s.seq
            """;

    private static final String YEARS = """
            select distinct c.year
              from capital.state_claim c
             where c.point_id <@ (select shared.scope()) and not (select shared.narrowed())
             order by c.year desc
            """;

    private static final String HOLD = """
            select c.id from capital.state_claim c where c.code = :code for no key update
            """;

    // The office's business day is held, so that nobody takes the same number.
    private static final String CLAIM = """
            with last as (
                select coalesce(max(c.serial), 0) as serial
                  from capital.state_claim c
                 where c.office_id = :office and c.kind = :kind and c.year = :year and c.quarter = :quarter)
            insert into capital.state_claim (point_id, office_id, kind, year, quarter, serial, code, claimed, submission)
            select :point, :office, :kind, :year, :quarter, l.serial + 1, cast(:code as text) || '-' || (l.serial + 1), :claimed, :submission
              from last l
            returning id
            """;

    private static final String DOCUMENT = """
            insert into capital.state_claim_step (journal_id, claim_id, point_id, seq, step, amount, document, dated)
            select :journal, c.id, c.point_id,
                   (select count(*) + 1 from capital.state_claim_step s where s.claim_id = c.id), :step, :amount, :document, :dated
              from capital.state_claim c
             where c.id = :claim
            """;

    private static final String ACCEPT = """
            update capital.state_claim set accepted = :amount where id = :claim
            """;

    private static final String RECEIVE = """
            update capital.state_claim set received = received + :amount where id = :claim
            """;

    private final JdbcClient db;

    ClaimBook(JdbcClient db) {
        this.db = db;
    }

    /** The offices in scope, by code. */
    List<ClaimOffice> offices() {
        return db.sql(OFFICES)
                .query((row, n) -> new ClaimOffice(
                        row.getLong("id"), row.getString("code"), row.getString("name"), row.getLong("point_id")))
                .list();
    }

    /**
     * The office of a code.
     *
     * @throws Refused {@link OrganisationRefusal#UNKNOWN_UNIT} when there is none in scope
     */
    ClaimOffice office(String code) {
        return offices().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused(OrganisationRefusal.UNKNOWN_UNIT, code));
    }

    /** The years of which there are claims in scope, the newest first. */
    List<Integer> years() {
        return db.sql(YEARS).query((row, n) -> row.getInt("year")).list();
    }

    /** The claims of a year, by kind, the newest period first. */
    List<StateClaim> claims(int year) {
        return db.sql(CLAIMS)
                .param("code", null)
                .param("year", year)
                .query((row, n) -> claim(row))
                .list();
    }

    /**
     * One claim.
     *
     * @throws Refused {@link CapitalRefusal#UNKNOWN_CLAIM}
     */
    StateClaim claim(String code) {
        return db.sql(CLAIMS)
                .param("code", code)
                .param("year", null)
                .query((row, n) -> claim(row))
                .optional()
                .orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_CLAIM, code));
    }

    /** Likewise, locked until the transaction ends. */
    StateClaim hold(String code) {
        var _ = db.sql(HOLD).param("code", code).query(Long.class).optional();
        return claim(code);
    }

    private static StateClaim claim(ResultSet row) throws SQLException {
        return new StateClaim(
                row.getLong("id"),
                row.getString("code"),
                new ClaimOffice(
                        row.getLong("office_id"),
                        row.getString("office"),
                        row.getString("name"),
                        row.getLong("point_id")),
                ClaimKind.valueOf(row.getString("kind")),
                new ClaimPeriod(row.getInt("year"), row.getInt("quarter")),
                new Sums(
                        new Dong(row.getLong("claimed")),
                        row.getObject("accepted") == null ? null : new Dong(row.getLong("accepted")),
                        new Dong(row.getLong("received"))));
    }

    /** The documents of a claim in their order. */
    List<Document> documents(StateClaim claim) {
        return db.sql(DOCUMENTS)
                .param("claim", claim.id())
                .query((row, n) -> new Document(
                        Step.valueOf(row.getString("step")),
                        new Dong(row.getLong("amount")),
                        row.getString("document"),
                        row.getObject("dated", LocalDate.class),
                        new VoucherNumber(
                                        row.getString("point"),
                                        row.getObject("business_date", LocalDate.class)
                                                .getYear(),
                                        row.getInt("voucher"))
                                .toString()))
                .list();
    }

    /** Writes a new claim with its document; the office's business day is held. */
    void claim(NewClaim claim, long journal, Paper paper, UUID submission) {
        long id = db.sql(CLAIM)
                .param("point", claim.office.pointId())
                .param("office", claim.office.id())
                .param("kind", claim.kind.name())
                .param("year", claim.period.year())
                .param("quarter", claim.period.quarter())
                .param("code", claim.office.code() + "-" + claim.kind.mark() + "-" + claim.period)
                .param("claimed", paper.amount().amount())
                .param("submission", submission)
                .query(Long.class)
                .single();
        write(id, journal, Step.CLAIMED, paper);
    }

    void accept(StateClaim claim, long journal, Paper paper) {
        write(claim.id(), journal, Step.ACCEPTED, paper);
        db.sql(ACCEPT)
                .param("claim", claim.id())
                .param("amount", paper.amount().amount())
                .update();
    }

    void receive(StateClaim claim, long journal, Paper paper) {
        write(claim.id(), journal, Step.RECEIVED, paper);
        db.sql(RECEIVE)
                .param("claim", claim.id())
                .param("amount", paper.amount().amount())
                .update();
    }

    private void write(long claim, long journal, Step step, Paper paper) {
        db.sql(DOCUMENT)
                .param("journal", journal)
                .param("claim", claim)
                .param("step", step.name())
                .param("amount", paper.amount().amount())
                .param("document", paper.number())
                .param("dated", paper.dated())
                .update();
    }

    /** What is claimed, from where. */
    record NewClaim(ClaimOffice office, ClaimKind kind, ClaimPeriod period) {}
}
