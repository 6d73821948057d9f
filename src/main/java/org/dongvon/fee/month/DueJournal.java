package org.dongvon.fee.month;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.month.Months.Month;
import org.dongvon.fee.month.Months.Office;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.organisation.BusinessDays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Books what a month is due: expenses by programme, against what is owed until it is paid. */
@Component
class DueJournal {

    private static final String EXPENSES = """
            select case l.target when 'ENTRUSTMENT' then 'ENTRUSTMENT_FEE' else 'COMMISSION' end as account, l.programme_id,
                   sum(l.amount)::bigint as amount
              from fee.line l
             where l.computation_id = :id
             group by 1, 2
             order by 1, 2
            """;

    private final JdbcClient db;
    private final Ledger ledger;
    private final BusinessDays days;

    DueJournal(JdbcClient db, Ledger ledger, BusinessDays days) {
        this.db = db;
        this.ledger = ledger;
        this.days = days;
    }

    /** Books the month; none when nothing is due. */
    @Nullable
    Long book(UUID submission, Office office, Month month) {
        return post(new Head(submission, "FEE_DUE", null), office, entries(month));
    }

    /** Books it back. */
    @Nullable
    Long takeBack(UUID submission, Office office, Month month) {
        var back = entries(month).stream()
                .map(each -> new Entry(
                        each.account(),
                        each.programmeId(),
                        each.contractId(),
                        each.amount().negate()))
                .toList();
        return post(new Head(submission, "FEE_DUE_BACK", month.journal()), office, back);
    }

    private @Nullable Long post(Head head, Office office, List<Entry> entries) {
        if (Journal.isEmpty(entries)) {
            return null;
        }
        LocalDate day = days.hold(office.id());
        var header = new Journal.Header(
                head.submission(), office.pointId(), office.id(), day, day, head.kind(), head.reverses());
        return ledger.post(new Journal(header, entries)).journalId();
    }

    private List<Entry> entries(Month month) {
        var entries = new ArrayList<Entry>(db.sql(EXPENSES)
                .param("id", month.id())
                .query((row, n) -> new Entry(
                        Account.valueOf(row.getString("account")),
                        row.getInt("programme_id"),
                        0,
                        new Dong(row.getLong("amount"))))
                .list());
        var due = Dong.sum(entries.stream().map(Entry::amount).toList());
        entries.add(Entry.of(Account.FEE_PAYABLE, due.negate()));
        return entries;
    }

    private record Head(
            UUID submission, String kind, @Nullable Long reverses) {}
}
