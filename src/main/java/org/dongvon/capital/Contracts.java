package org.dongvon.capital;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contracts of capital with their money, held by whoever changes their money: two changes of one contract wait for each other. */
@Repository
public class Contracts {

    private static final String LOOK = """
            select c.id, c.code, c.owner, c.point_id, p.office_id, c.signed_on, c.ends_on, c.amount, c.received,
                   c.received + c.added + c.moved - c.returned - c.written_off as there
              from capital.contract c
              join organisation.point p on p.id = c.point_id
             where c.code = :code and c.point_id <@ (select shared.scope()) and not (select shared.narrowed())
            """;

    private static final String HOLD = LOOK + """
               for no key update of c
            """;

    // After the contract is held: nobody grants of it meanwhile.
    private static final String GRANTED = """
            select capital.granted_of(:contract) as granted
            """;

    private static final String BEYOND = """
            select o.name from capital.offices_beyond(:contract) o order by o.code
            """;

    private static final String LENDERS = """
            select a.office_id, a.point_id, u.name
              from capital.allotment a
              join organisation.unit u on u.id = a.office_id
             where a.contract_id = :contract and a.point_id <@ (select shared.scope()) and not (select shared.narrowed())
             order by a.office_id
            """;

    private static final String OTHERS = """
            select c.code, c.owner
              from capital.contract c
             where c.code <> :code and c.point_id <@ (select shared.scope()) and not (select shared.narrowed())
             order by c.signed_on desc, c.code
             limit 300
            """;

    private final JdbcClient db;

    Contracts(JdbcClient db) {
        this.db = db;
    }

    /**
     * The contract of a code in the actor's scope, held until the transaction ends.
     *
     * @throws Refused {@link CapitalRefusal#UNKNOWN_CONTRACT}
     */
    public Held hold(String code) {
        return find(code).orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_CONTRACT, code));
    }

    /** Likewise, if there is one. */
    public Optional<Held> find(String code) {
        return read(HOLD, code);
    }

    /**
     * The contract as it stands, for pages: it may change meanwhile.
     *
     * @throws Refused {@link CapitalRefusal#UNKNOWN_CONTRACT}
     */
    public Held look(String code) {
        return read(LOOK, code).orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_CONTRACT, code));
    }

    /** The names of offices that may lend of it and lie outside of the actor's scope. */
    public List<String> officesBeyond(Held contract) {
        return db.sql(BEYOND)
                .param("contract", contract.id())
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** The offices that may lend of it, in the order of their identifiers, as far as the actor sees them. */
    public List<Lender> lenders(Held contract) {
        return db.sql(LENDERS)
                .param("contract", contract.id())
                .query((row, n) -> new Lender(row.getLong("office_id"), row.getLong("point_id"), row.getString("name")))
                .list();
    }

    /** The other contracts in scope, the newest first, to choose one from. */
    public List<Other> others(String code) {
        return db.sql(OTHERS)
                .param("code", code)
                .query((row, n) -> new Other(row.getString("code"), row.getString("owner")))
                .list();
    }

    private Optional<Held> read(String sql, String code) {
        return db.sql(sql)
                .param("code", code)
                .query((row, n) -> new Held(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("owner"),
                        row.getLong("point_id"),
                        row.getLong("office_id"),
                        row.getObject("signed_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        new Money(
                                new Dong(row.getLong("amount")),
                                new Dong(row.getLong("received")),
                                new Dong(row.getLong("there")),
                                Dong.ZERO)))
                .optional()
                .map(held -> held.with(new Dong(db.sql(GRANTED)
                        .param("contract", held.id())
                        .query(Long.class)
                        .single())));
    }

    /** An office that may lend, with its direct point. */
    public record Lender(long officeId, long pointId, String name) {}

    /** A contract by its code and owner. */
    public record Other(String code, String owner) {}

    /**
     * A contract that is held.
     *
     * @param pointId the direct point of the office that administers it
     * @param endsOn the last day on which its owner hands money over
     */
    public record Held(
            long id,
            String code,
            String owner,
            long pointId,
            long officeId,
            LocalDate signedOn,
            @Nullable LocalDate endsOn,
            Money money) {

        private Held with(Dong granted) {
            return new Held(
                    id,
                    code,
                    owner,
                    pointId,
                    officeId,
                    signedOn,
                    endsOn,
                    new Money(money.agreed, money.received, money.there, granted));
        }
    }

    /**
     * The sums of a contract.
     *
     * @param agreed what the owner promised
     * @param received what came of it
     * @param there received + interest added + moved here − returned − written off
     * @param granted what offices may lend of it
     */
    public record Money(Dong agreed, Dong received, Dong there, Dong granted) {

        /** What no office may lend yet: it can be granted, returned or moved. */
        public Dong ungranted() {
            return there.minus(granted);
        }
    }
}
