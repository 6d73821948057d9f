package org.dongvon.capital.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes what contracts say, from a day on. */
@Repository
class ContractTerms {

    private static final String NEWEST = """
            select t.source, t.owner, t.amount, c.signed_on, t.ends_on, o.code as office, a.code as area, t.cap, s.code as series,
                   t.priority, t.risk, t.fee, t.boards, t.added,
                   array(select p.code from programme.programme p where p.id = any (t.programmes) order by p.id) as programmes
              from capital.contract c
              join capital.v_term t on t.contract_id = c.id
              join organisation.point pt on pt.id = c.point_id
              join organisation.unit o on o.id = pt.office_id
              left join organisation.unit a on a.id = t.area_id
              left join programme.rate_series s on s.id = t.series_id
             where c.code = :code and c.point_id <@ (select shared.scope()) and not (select shared.narrowed())
            """;

    private static final String SOURCES = """
            select code, name_vi, name_en, ended from capital.source order by ordinal, code
            """;

    private static final String SIGN = """
            insert into capital.contract (code, point_id, source, owner, decision, signed_on, ends_on, amount)
            values (:code, :point, :source, :owner, :decision, :signed_on, :ends_on, :amount)
            """;

    private static final String CHANGE = """
            update capital.contract
               set source = :source, owner = :owner, amount = :amount, ends_on = :ends_on
             where code = :code
            """;

    // What was agreed on a closed day stays: the new row begins on the open day.
    private static final String TERM = """
            insert into capital.contract_term
                   (contract_id, valid_from, point_id, source, owner, decision, amount, ends_on, programmes, area_id, cap, series_id,
                    priority, risk, fee, boards, added, document_id)
            select c.id, :from, c.point_id, :source, :owner, :decision, :amount, :ends_on,
                   array(select p.id from programme.programme p where p.code = any (cast(:programmes as text[])) order by p.id),
                   (select u.id from organisation.unit u where u.code = :area), :cap,
                   (select s.id from programme.rate_series s where s.code = :series),
                   :priority, :risk, :fee, :boards, :added, (select d.id from document.document d where d.code = :document)
              from capital.contract c
             where c.code = :code
                on conflict (contract_id, valid_from) do update
               set source = excluded.source, owner = excluded.owner, decision = excluded.decision, amount = excluded.amount,
                   ends_on = excluded.ends_on, programmes = excluded.programmes, area_id = excluded.area_id, cap = excluded.cap,
                   series_id = excluded.series_id, priority = excluded.priority, risk = excluded.risk, fee = excluded.fee,
                   boards = excluded.boards, added = excluded.added, document_id = excluded.document_id
            """;

    private final JdbcClient db;

    ContractTerms(JdbcClient db) {
        this.db = db;
    }

    /** What a contract in scope says now. */
    Optional<Terms> find(String code) {
        return db.sql(NEWEST).param("code", code).query((row, n) -> terms(row)).optional();
    }

    private static Terms terms(ResultSet row) throws SQLException {
        var programmes = (String[]) row.getArray("programmes").getArray();
        var use = new Terms.Use(
                Arrays.asList(programmes),
                row.getString("area"),
                dong(row, "cap"),
                row.getString("series"),
                row.getInt("priority"));
        return new Terms(
                row.getString("source"),
                row.getString("owner"),
                new Dong(row.getLong("amount")),
                row.getObject("signed_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("office"),
                use,
                row.getObject("risk") == null
                        ? null
                        : new Shares(row.getInt("risk"), row.getInt("fee"), row.getInt("boards"), row.getInt("added")));
    }

    private static @Nullable Dong dong(ResultSet row, String column) throws SQLException {
        long amount = row.getLong(column);
        return row.wasNull() ? null : new Dong(amount);
    }

    /** All kinds of capital, in the order of statements. */
    List<Source> sources() {
        return db.sql(SOURCES)
                .query((row, n) -> new Source(
                        row.getString("code"),
                        new Label(row.getString("name_vi"), row.getString("name_en")),
                        row.getObject("ended", LocalDate.class)))
                .list();
    }

    /** Enters a new contract with its first terms. */
    void sign(String code, long pointId, Terms terms, Decision decision) {
        db.sql(SIGN)
                .param("code", code)
                .param("point", pointId)
                .param("source", terms.source())
                .param("owner", terms.owner())
                .param("decision", decision.number())
                .param("signed_on", terms.signedOn())
                .param("ends_on", terms.endsOn())
                .param("amount", terms.amount().amount())
                .update();
        write(code, terms.signedOn(), terms, decision);
    }

    /** Changes a contract from a day on. */
    void change(String code, LocalDate from, Terms terms, Decision decision) {
        db.sql(CHANGE)
                .param("code", code)
                .param("source", terms.source())
                .param("owner", terms.owner())
                .param("ends_on", terms.endsOn())
                .param("amount", terms.amount().amount())
                .update();
        write(code, from, terms, decision);
    }

    private void write(String code, LocalDate from, Terms terms, Decision decision) {
        var use = terms.use();
        var shares = terms.shares();
        db.sql(TERM)
                .param("code", code)
                .param("from", from)
                .param("source", terms.source())
                .param("owner", terms.owner())
                .param("decision", decision.number())
                .param("amount", terms.amount().amount())
                .param("ends_on", terms.endsOn())
                .param("programmes", use.programmes().toArray(String[]::new))
                .param("area", use.area())
                .param("cap", use.cap() == null ? null : use.cap().amount())
                .param("series", use.series())
                .param("priority", use.priority())
                .param("risk", shares == null ? null : shares.risk())
                .param("fee", shares == null ? null : shares.fee())
                .param("boards", shares == null ? null : shares.boards())
                .param("added", shares == null ? null : shares.added())
                .param("document", decision.document())
                .update();
    }

    /**
     * A kind of capital.
     *
     * @param ended the first day on which no contract of it is signed any more
     */
    record Source(String code, Label name, @Nullable LocalDate ended) {}

    /** The document that says so: its code in the register and its number. */
    record Decision(String document, String number) {}
}
