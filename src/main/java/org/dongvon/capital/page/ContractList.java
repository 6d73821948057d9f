package org.dongvon.capital.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contracts of capital in scope, and what each office has of them. */
@Repository
class ContractList {

    private static final String CONTRACTS = """
            select c.code, c.owner, c.decision, c.signed_on, c.amount, c.written_off,
                   c.received + c.added + c.moved - c.returned - c.written_off as there, s.name_vi, s.name_en, u.code as office
              from capital.contract c
              join capital.source s on s.code = c.source
              join organisation.point p on p.id = c.point_id
              join organisation.unit u on u.id = p.office_id
             where c.point_id <@ (select shared.scope()) and not (select shared.narrowed())
             order by c.signed_on desc, c.code
             limit 300
            """;

    private static final String ALLOTMENTS = """
            select c.code, u.code as office, u.name, a.granted, a.lent
              from capital.allotment a
              join capital.contract c on c.id = a.contract_id
              join organisation.unit u on u.id = a.office_id
             where a.point_id <@ (select shared.scope()) and not (select shared.narrowed())
             order by c.code, u.code
            """;

    private final JdbcClient db;
    private final Transactions transactions;

    ContractList(JdbcClient db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    List<Contract> of(Actor reader) {
        return transactions.read(reader, () -> {
            var allotments = db.sql(ALLOTMENTS)
                    .query((row, n) -> new Allotment(
                            row.getString("code"),
                            row.getString("office"),
                            row.getString("name"),
                            new Dong(row.getLong("granted")),
                            new Dong(row.getLong("lent"))))
                    .list();
            return db.sql(CONTRACTS)
                    .query((row, n) -> {
                        var code = row.getString("code");
                        return new Contract(
                                code,
                                new Label(row.getString("name_vi"), row.getString("name_en")),
                                new Basis(
                                        row.getString("owner"),
                                        row.getString("decision"),
                                        row.getObject("signed_on", LocalDate.class)),
                                new Dong(row.getLong("amount")),
                                new Dong(row.getLong("there")),
                                new Dong(row.getLong("written_off")),
                                row.getString("office"),
                                allotments.stream()
                                        .filter(each -> each.contract().equals(code))
                                        .toList());
                    })
                    .list();
        });
    }

    Optional<Contract> find(Actor reader, String code) {
        return of(reader).stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** Who entrusts it, by which decision, since when. */
    record Basis(String owner, String decision, LocalDate signedOn) {}

    /** What an office may lend of a contract, and has lent. */
    record Allotment(String contract, String office, String name, Dong granted, Dong lent) {}

    /**
     * A contract with its allotments in scope.
     *
     * @param there what there is of it, lent or idle
     * @param writtenOff what of it was lost with loans
     */
    record Contract(
            String code,
            Label source,
            Basis basis,
            Dong amount,
            Dong there,
            Dong writtenOff,
            String office,
            List<Allotment> allotments) {

        public Dong left() {
            return allotments.stream().map(Allotment::granted).reduce(there, Dong::minus);
        }
    }
}
