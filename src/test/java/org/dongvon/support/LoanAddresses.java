package org.dongvon.support;

import static org.dongvon.support.RecordAddresses.NO_NUMBER;

import java.util.List;
import java.util.UUID;

/** The addresses of a loan, of money that was paid for it, and of a debt at risk. */
final class LoanAddresses {

    /** A use of a loan's credit, and a transfer of which a part was sent back, as if they had been booked. */
    private static final String MONEY = """
            with free as (
                select s.key from shared.submission s where not exists (select from loan.credit_use u where u.submission = s.key) limit 1),
            credit as (
                insert into loan.credit_use (loan_id, point_id, kind, amount, booked_on, holder, account, bank, change_id, submission)
                select l.id, l.point_id, 'TRANSFER', 1, l.disbursed_on, 'Phan Mận', '0123456', 'NHCSXH', l.id, f.key
                  from loan.loan l, free f where l.id = :loan
                returning id),
            came as (
                insert into loan.incoming (point_id, reference, arrived_on, amount, payer, note, booked_on, submission)
                select d.id, 'FT0001', l.disbursed_on, 2, 'PHAN MAN', '', l.disbursed_on, f.key
                  from loan.loan l
                  join organisation.point p on p.id = l.point_id
                  join organisation.point d on d.office_id = p.office_id and d.direct
                  cross join free f
                 where l.id = :loan
                returning id, point_id, amount, booked_on, submission),
            steps as (
                insert into loan.incoming_step (incoming_id, seq, point_id, kind, amount, amount_left, before_seq, before_left, booked_on,
                                                change_id, submission)
                select id, 1, point_id, 'TAKEN', amount, amount, null::integer, null::bigint, booked_on, null::bigint, submission from came
                 union all
                select id, 2, point_id, 'RETURNED', 1, 1, 1, 2, booked_on, id, submission from came)
            select credit.id as credit, came.id as incoming from credit, came
            """;

    /** As if the counter had taken 1 000 đ of a debt written off. */
    private static final String RECOVERED = """
            insert into loan.movement (journal_id, line_id, line_no, loan_id, point_id, series_id, part, kind, value_date, principal, interest,
                                       constant)
            select :journal, gen_random_uuid(), 9, l.id, l.point_id, l.series_id, 'WRITTEN_OFF', 'RECOVERY', l.disbursed_on, -1000, 0, 0
              from loan.loan l where l.id = :loan
            """;

    private final RecordAddresses to;
    private final PeopleVillage home;
    private final OwnerDb owner;

    private LoanAddresses(RecordAddresses to, PeopleVillage home, OwnerDb owner) {
        this.to = to;
        this.home = home;
        this.owner = owner;
    }

    static void add(RecordAddresses to, PeopleVillage home, OwnerDb owner) {
        var addresses = new LoanAddresses(to, home, owner);
        addresses.loans();
        addresses.recovered();
        addresses.risks();
    }

    private void loans() {
        var loan = home.loan(1);
        home.debtYear();
        var line = owner.sql("select line_id from loan.movement where loan_id = :loan and kind = 'REPAYMENT' limit 1")
                .param("loan", home.group.loans().get(1))
                .query(String.class)
                .single();
        for (var page : List.of(
                "",
                "/extension",
                "/rollover",
                "/course",
                "/changes",
                "/payoff",
                "/loan-book",
                "/recovery",
                "/absence",
                "/succession",
                "/classification",
                "/credit")) {
            to.record("/loans/{code}" + page, loan, "KHONGCO-1-1");
        }
        to.two(
                "/loans/{code}/interest/{line}",
                loan,
                line,
                "KHONGCO-1-1",
                UUID.randomUUID().toString());
        to.two("/loans/{code}/instalments/{seq}/change", loan, "1", "KHONGCO-1-1", "1");
        to.asked(
                "/loans/{code}/instalments/{seq}/paper",
                "/loans/" + loan + "/instalments/1/paper?asked=19/04/2025",
                "/loans/KHONGCO-1-1/instalments/1/paper?asked=19/04/2025");
        to.asked(
                "/loans/{code}/extension/paper",
                "/loans/" + loan + "/extension/paper?asked=18/06/2027",
                "/loans/KHONGCO-1-1/extension/paper?asked=18/06/2027");
        var approved = home.application().replace("-HS", "-V");
        to.record("/loans/{code}/transfer", approved, "KHONGCO-1-1");
        to.record("/loans/{code}/transfer/paper", approved, "KHONGCO-1-1");
        to.record("/loans/{code}/undrawn", approved, "KHONGCO-1-1");
        var ids = owner.sql(MONEY)
                .param("loan", home.group.loans().get(1))
                .query((row, n) -> List.of(row.getString("credit"), row.getString("incoming")))
                .single();
        to.two("/loans/{code}/credit/{use}", loan, ids.get(0), "KHONGCO-1-1", NO_NUMBER);
        to.record("/incoming/{id}", ids.get(1), NO_NUMBER);
        to.two("/incoming/{id}/uses/{use}", ids.get(1), "2", NO_NUMBER, "2");
    }

    private void recovered() {
        long counter = home.journal("COUNTER");
        owner.sql(RECOVERED)
                .param("journal", counter)
                .param("loan", home.group.loans().get(0))
                .update();
        to.record("/journals/{id}/receipts", Long.toString(counter), NO_NUMBER);
    }

    private void risks() {
        for (var page : List.of("", "/evidence", "/minutes", "/moves")) {
            to.record("/risk/{code}" + page, home.dossier(), "KHONGCO-01-XL1");
        }
        to.two("/risk/{code}/papers/{form}", home.dossier(), "01-xln", "KHONGCO-01-XL1", "01-xln");
        to.asked(
                "/risk-rounds/{round}/{office}/{list}/{contract}",
                home.riskList(),
                home.riskList().replace("TW-" + home.code, "TW-KHONGCO"));
        to.asked(
                "/risk-rounds/{round}/{office}/{list}/{contract}/paper",
                home.riskList() + "/paper",
                home.riskList().replace("TW-" + home.code, "TW-KHONGCO") + "/paper");
    }
}
