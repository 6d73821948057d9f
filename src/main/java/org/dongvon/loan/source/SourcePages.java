package org.dongvon.loan.source;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.capital.Contracts;
import org.dongvon.capital.Contracts.Held;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What pages show of changes of source: the decisions of a contract, and the loans of one of them, by codes without names. */
@Repository
class SourcePages {

    private static final String CHANGES = """
            select s.id, s.booked_on, s.loans, s.principal, s.document, s.from_contract = :contract as out, o.code as other, u.code as office,
                   u.name as office_name, exists (select from loan.source_change b where b.undoes = s.id) as undone, s.undoes is not null as undoes
              from loan.source_change s
              join organisation.unit u on u.id = s.office_id
              left join capital.contract o on o.id = case when s.from_contract = :contract then s.to_contract else s.from_contract end
             where :contract in (s.from_contract, s.to_contract)
               and s.point_id <@ (select shared.scope()) and not (select shared.narrowed())
             order by s.id desc
             limit 300
            """;

    private static final String LOANS = """
            select l.code, u.name as point, p.name_vi, p.name_en, m.principal, c.code as now
              from loan.source_move m
              join loan.loan l on l.id = m.loan_id
              join organisation.unit u on u.id = l.point_id
              join programme.programme p on p.id = l.programme_id
              left join capital.contract c on c.id = l.contract_id
             where m.change_id = :change and m.point_id <@ (select shared.scope()) and not (select shared.narrowed())
             order by l.code
             limit 1000
            """;

    private static final String PROGRAMMES = """
            select p.code, p.name_vi, p.name_en
              from programme.programme p
             where p.id in (select l.programme_id from loan.loan l where l.contract_id = :contract and l.stage = 'ACTIVE')
             order by p.id
            """;

    private static final String POINTS = """
            select u.code, u.name, o.code as office
              from organisation.point pt
              join organisation.unit u on u.id = pt.id
              join organisation.unit o on o.id = pt.office_id
              join capital.allotment a on a.office_id = pt.office_id and a.contract_id = :contract
             where pt.id <@ (select shared.scope())
             order by u.code
            """;

    private final Contracts contracts;
    private final BusinessDays days;
    private final Transactions transactions;
    private final JdbcClient db;

    SourcePages(Contracts contracts, BusinessDays days, Transactions transactions, JdbcClient db) {
        this.contracts = contracts;
        this.days = days;
        this.transactions = transactions;
        this.db = db;
    }

    History history(Actor actor, String contract, @Nullable Long change, boolean seesLoans) {
        return transactions.read(actor, () -> {
            var held = contracts.look(contract);
            var changes = db.sql(CHANGES)
                    .param("contract", held.id())
                    .query((row, n) -> new Change(
                            row.getLong("id"),
                            row.getObject("booked_on", LocalDate.class),
                            new Way(
                                    row.getBoolean("out"),
                                    row.getString("other"),
                                    row.getBoolean("undone"),
                                    row.getBoolean("undoes")),
                            new Office(row.getString("office"), row.getString("office_name")),
                            row.getInt("loans"),
                            new Dong(row.getLong("principal")),
                            row.getString("document")))
                    .list();
            var opened = changes.stream()
                    .filter(each -> change != null && each.id() == change)
                    .findFirst()
                    .orElse(null);
            return new History(held, changes, opened, opened == null || !seesLoans ? List.of() : loans(opened.id()));
        });
    }

    private List<Moved> loans(long change) {
        return db.sql(LOANS)
                .param("change", change)
                .query((row, n) -> new Moved(
                        row.getString("code"),
                        row.getString("point"),
                        new Label(row.getString("name_vi"), row.getString("name_en")),
                        new Dong(row.getLong("principal")),
                        row.getString("now")))
                .list();
    }

    /** What the form offers to choose from. */
    Choices choices(Actor actor, String contract) {
        return transactions.read(actor, () -> {
            var held = contracts.look(contract);
            var programmes = db.sql(PROGRAMMES)
                    .param("contract", held.id())
                    .query((row, n) -> new Programme(
                            row.getString("code"), new Label(row.getString("name_vi"), row.getString("name_en"))))
                    .list();
            var points = db.sql(POINTS)
                    .param("contract", held.id())
                    .query((row, n) -> new Point(row.getString("code"), row.getString("name"), row.getString("office")))
                    .list();
            return new Choices(
                    held,
                    days.today(held.officeId()),
                    contracts.others(contract),
                    programmes,
                    points,
                    points.stream().map(Point::office).distinct().toList());
        });
    }

    /** The decisions of a contract, the newest first, and one of them with its loans. */
    record History(
            Held contract, List<Change> changes, @Nullable Change opened, List<Moved> loans) {}

    /** A decision, as its contract sees it. */
    record Change(long id, LocalDate day, Way way, Office office, int loans, Dong principal, String document) {}

    /**
     * @param isOut whether loans left the contract
     * @param other the contract on the other side; none when it is out of scope
     * @param undone whether a later decision took loans of it back
     * @param undoes whether it took loans of an earlier one back
     */
    record Way(boolean isOut, @Nullable String other, boolean undone, boolean undoes) {}

    record Office(String code, String name) {}

    /** A loan that passed, with the contract it is of now. */
    record Moved(
            String code,
            String point,
            Label programme,
            Dong principal,
            @Nullable String now) {}

    /** What there is to choose from. */
    record Choices(
            Held contract,
            LocalDate today,
            List<Contracts.Other> others,
            List<Programme> programmes,
            List<Point> points,
            List<String> offices) {}

    record Programme(String code, Label name) {}

    record Point(String code, String name, String office) {}
}
