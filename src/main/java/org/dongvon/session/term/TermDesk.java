package org.dongvon.session.term;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.savings.DemandRates;
import org.dongvon.savings.DepositInterest;
import org.dongvon.savings.term.TermDeposit;
import org.dongvon.savings.term.TermDeposits;
import org.dongvon.savings.term.TermRates;
import org.dongvon.session.SessionHeads;
import org.dongvon.session.SessionHeads.SessionHead;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.LikeText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds people of the session's office who open a term deposit, and the open deposits of the point. */
@Repository
class TermDesk {

    private static final int MOST = 30;

    private static final String PEOPLE = """
            select h.id, h.full_name, h.identity_last4, h.hamlet
              from household.v_person h
             where h.point_id in (select x.id from organisation.v_point_card x where x.office_id = :office)
               and h.point_id <@ (select shared.scope()) and not h.restricted
               and unaccent(lower(h.full_name)) like '%' || unaccent(lower(:wanted)) || '%'
             order by (regexp_match(h.full_name, '(\\S+)$'))[1] collate public.vi, h.full_name collate public.vi, h.id
             limit :most
            """;

    private static final String BOOKS = """
            select d.id
              from savings.v_term_deposit d
              join household.v_person h on h.id = d.person_id
             where d.point_id = :point and d.point_id <@ (select shared.scope()) and not h.restricted
               and unaccent(lower(concat_ws(' ', h.full_name, d.code))) like '%' || unaccent(lower(:wanted)) || '%'
             order by d.id
             limit :most
            """;

    private final JdbcClient db;
    private final SessionHeads heads;
    private final TermDeposits deposits;
    private final TermRates rates;
    private final DemandRates demand;
    private final Transactions transactions;

    TermDesk(
            JdbcClient db,
            SessionHeads heads,
            TermDeposits deposits,
            TermRates rates,
            DemandRates demand,
            Transactions transactions) {
        this.db = db;
        this.heads = heads;
        this.deposits = deposits;
        this.rates = rates;
        this.demand = demand;
        this.transactions = transactions;
    }

    /** Nobody before something was typed. */
    Found find(Actor actor, long sessionId, String typed) {
        return transactions.read(actor, () -> {
            var head = heads.get(sessionId);
            var offered = rates.offered(head.session().officeId(), head.day());
            if (typed.isBlank()) {
                return new Found(head, offered, List.of(), List.of());
            }
            var wanted = LikeText.literal(typed.strip());
            return new Found(head, offered, people(head, wanted), books(head, wanted));
        });
    }

    private List<Who> people(SessionHead head, String wanted) {
        return db.sql(PEOPLE)
                .param("office", head.session().officeId())
                .param("wanted", wanted)
                .param("most", MOST)
                .query((row, n) -> new Who(
                        row.getLong("id"),
                        row.getString("full_name"),
                        row.getString("identity_last4"),
                        row.getString("hamlet")))
                .list();
    }

    private List<Book> books(SessionHead head, String wanted) {
        var current = demand.current();
        var found = db.sql(BOOKS)
                .param("point", head.session().pointId())
                .param("wanted", wanted)
                .param("most", MOST)
                .query((row, n) -> row.getLong(1))
                .list();
        return deposits.all(found).stream()
                .map(each -> new Book(
                        each, DepositInterest.rounded(each.period().numeratorOn(head.day(), current)), head.day()))
                .toList();
    }

    /** Who may open a deposit. */
    record Who(long id, String name, String last4, String hamlet) {}

    /** A deposit with the interest that it would be paid out with. */
    record Book(TermDeposit deposit, Dong interest, LocalDate day) {

        public Dong total() {
            return deposit.state().balance().plus(interest);
        }

        public boolean isEarly() {
            return !deposit.period().hasMaturedBy(day);
        }
    }

    /** What the desk shows. */
    record Found(SessionHead head, List<TermRates.Row> offered, List<Who> residents, List<Book> books)
            implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }

        @Override
        public List<Long> people() {
            return Stream.concat(
                            residents.stream().map(Who::id),
                            books.stream().map(each -> each.deposit().saver().personId()))
                    .distinct()
                    .toList();
        }
    }
}
