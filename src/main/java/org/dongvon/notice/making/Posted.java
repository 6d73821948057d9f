package org.dongvon.notice.making;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dongvon.notice.MessageKind;
import org.dongvon.notice.making.Recipients.Recipient;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages of what was posted: receipts, receipts taken back, principal that became overdue. */
@Repository
class Posted {

    // A line may pay on a loan and save at once; what is credited by the bank itself is no payment. Balances are those
    // after the voucher, whatever came later.
    private static final String RECEIPTS = """
            with line as (
                select m.line_id, m.journal_id, j.business_date, c.borrower_id as person_id, m.interest, -m.principal as principal,
                       0::bigint as saving, exists (select from loan.v_line r where r.reverses = m.line_id) as reversed
                  from ledger.v_journal j
                  join loan.v_line m on m.journal_id = j.id and m.kind = 'REPAYMENT'
                  join loan.v_loan_card c on c.id = m.loan_id
                 where j.office_id = :office and j.business_date between :from and :through
                union all
                select s.line_id, s.journal_id, j.business_date, b.person_id, 0, 0, s.amount,
                       exists (select from savings.v_movement r where r.reverses = s.line_id)
                  from ledger.v_journal j
                  join session.v_posting p on p.journal_id = j.id and p.kind in ('SHEET', 'COUNTER')
                  join savings.v_movement s on s.journal_id = j.id and s.amount > 0 and s.reverses is null
                  join "group".v_member b on b.id = s.member_id
                 where j.office_id = :office and j.business_date between :from and :through),
            whole as (
                select line_id, journal_id, business_date, min(person_id) as person_id, sum(interest)::bigint as interest,
                       sum(principal)::bigint as principal, sum(saving)::bigint as saving
                  from line
                 where person_id = any (:people)
                 group by line_id, journal_id, business_date
                having not bool_or(reversed) and sum(interest) + sum(principal) + sum(saving) > 0)
            select w.line_id, w.business_date, w.person_id, w.interest, w.principal, w.saving,
                   (select coalesce(sum(c.outstanding), 0)::bigint from loan.v_loan_card c where c.borrower_id = w.person_id)
                 - (select coalesce(sum(l.principal), 0)::bigint
                      from loan.v_loan_card c
                      join loan.v_line l on l.loan_id = c.id and l.part <> 'WRITTEN_OFF' and l.journal_id > w.journal_id
                     where c.borrower_id = w.person_id) as outstanding,
                   (select coalesce(sum(s.amount), 0)::bigint
                      from "group".v_member b
                      join savings.v_movement s on s.member_id = b.id and s.journal_id <= w.journal_id
                     where b.person_id = w.person_id) as balance
              from whole w
            """;

    private static final String TAKEN_BACK = """
            with back as (
                select l.reverses as line_id
                  from ledger.v_journal j
                  join loan.v_line l on l.journal_id = j.id and l.reverses is not null
                 where j.office_id = :office and j.business_date between :from and :through
                union
                select s.reverses
                  from ledger.v_journal j
                  join savings.v_movement s on s.journal_id = j.id and s.reverses is not null
                 where j.office_id = :office and j.business_date between :from and :through)
            select b.line_id, m.id, m.person_id, m.about_on, m.state
              from back b
              join notice.message m on m.kind = 'RECEIPT' and m.cause = 'line:' || b.line_id
             where m.point_id <@ (select shared.scope()) and m.state <> 'STOPPED'
            """;

    private static final String OVERDUE = """
            select m.line_id, c.borrower_id as person_id, m.value_date, sum(m.principal)::bigint as principal, c.programme_vi, c.programme_en,
                   j.business_date
              from ledger.v_journal j
              join loan.v_line m on m.journal_id = j.id and m.kind = 'TO_OVERDUE' and m.part = 'OVERDUE' and m.principal > 0
              join loan.v_loan_card c on c.id = m.loan_id
             where j.office_id = :office and j.business_date between :from and :through and c.borrower_id = any (:people)
               and not exists (select from loan.v_line r where r.reverses = m.line_id)
             group by m.line_id, c.borrower_id, m.value_date, c.programme_vi, c.programme_en, j.business_date
            """;

    private final JdbcClient db;

    Posted(JdbcClient db) {
        this.db = db;
    }

    /** A receipt for each line of the days that is not taken back. */
    List<Draft> receipts(Days days, Map<Long, Recipient> people) {
        return bound(RECEIPTS, days, people)
                .query((row, n) -> {
                    var to = requireNonNull(people.get(row.getLong("person_id")));
                    var day = row.getObject("business_date", LocalDate.class);
                    return new Draft(
                            to,
                            MessageKind.RECEIPT,
                            "line:" + row.getString("line_id"),
                            day,
                            Draft.facts(to)
                                    .day("day", day)
                                    .dong("interest", row.getLong("interest"))
                                    .dong("principal", row.getLong("principal"))
                                    .dong("saving", row.getLong("saving"))
                                    .dong("outstanding", row.getLong("outstanding"))
                                    .dong("balance", row.getLong("balance"))
                                    .all());
                })
                .list()
                .stream()
                .filter(draft -> !draft.aboutOn().isBefore(draft.to().since()))
                .toList();
    }

    /** Receipts of lines that were taken back: those that wait are to be stopped, of the others the person is told. */
    TakenBack takenBack(Days days, Map<Long, Recipient> people) {
        var waiting = new ArrayList<Long>();
        var told = new ArrayList<Draft>();
        db.sql(TAKEN_BACK)
                .param("office", days.office())
                .param("from", days.from())
                .param("through", days.through())
                .query(row -> {
                    var state = row.getString("state");
                    var to = people.get(row.getLong("person_id"));
                    if (state.equals("WAITING") || state.equals("FAILED")) {
                        waiting.add(row.getLong("id"));
                    } else if (to != null && !state.equals("GIVEN_UP")) {
                        var day = row.getObject("about_on", LocalDate.class);
                        told.add(new Draft(
                                to,
                                MessageKind.RECEIPT_REVERSED,
                                "line:" + row.getString("line_id"),
                                day,
                                Draft.facts(to).day("day", day).all()));
                    }
                });
        return new TakenBack(waiting, told);
    }

    /** What became overdue on the days. */
    List<Draft> overdue(Days days, Map<Long, Recipient> people) {
        return bound(OVERDUE, days, people)
                .query((row, n) -> {
                    var to = requireNonNull(people.get(row.getLong("person_id")));
                    return new Draft(
                            to,
                            MessageKind.OVERDUE,
                            "line:" + row.getString("line_id"),
                            row.getObject("business_date", LocalDate.class),
                            Draft.facts(to)
                                    .dong("principal", row.getLong("principal"))
                                    .text(
                                            "programme",
                                            new Label(row.getString("programme_vi"), row.getString("programme_en"))
                                                    .in(to.language()))
                                    .day("due", row.getObject("value_date", LocalDate.class))
                                    .all());
                })
                .list()
                .stream()
                .filter(draft -> !draft.aboutOn().isBefore(draft.to().since()))
                .toList();
    }

    private JdbcClient.StatementSpec bound(String sql, Days days, Map<Long, Recipient> people) {
        return db.sql(sql)
                .param("office", days.office())
                .param("from", days.from())
                .param("through", days.through())
                .param("people", people.keySet().toArray(Long[]::new));
    }

    /** The days of an office that are looked through, both inclusive. */
    record Days(long office, LocalDate from, LocalDate through) {}

    /** What became of receipts. */
    record TakenBack(List<Long> waiting, List<Draft> told) {}
}
