package org.dongvon.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes journals. Append-only: there is no update and no delete, here or in the database's rights.
 *
 * <p>The caller holds the office's business day ({@code BusinessDays.hold}), and writes the movements that the entries
 * control in the same transaction.
 */
@Repository
public class Ledger {

    // The counter is of the point: who posts at one point queues for its cash box anyway.
    private static final String POST = """
            with counter as (
                insert into ledger.voucher_counter as c (point_id, year, last) values (:point, :year, 1)
                    on conflict (point_id, year) do update set last = c.last + 1
                returning last),
            journal as (
                insert into ledger.journal
                       (submission, point_id, office_id, business_date, value_date, kind, voucher, reverses)
                select :submission, :point, :office, :business_date, :value_date, :kind, last, cast(:reverses as bigint)
                  from counter
                returning id, voucher),
            entries as (
                insert into ledger.entry (journal_id, point_id, account, programme_id, contract_id, amount)
                select journal.id, :point, e.account, e.programme_id, e.contract_id, e.amount
                  from journal,
                       unnest(cast(:accounts as text[]), cast(:programmes as smallint[]),
                              cast(:contracts as bigint[]), cast(:amounts as bigint[]))
                           as e (account, programme_id, contract_id, amount))
            select id, voucher from journal
            """;

    // One counter a point; the identifiers of the whole statement are drawn together.
    private static final String POST_BARE = """
            with wanted as (
                select *
                  from unnest(cast(:submissions as uuid[]), cast(:points as bigint[]), cast(:offices as bigint[]),
                              cast(:days as date[])) as w (submission, point_id, office_id, day)),
            counter as (
                insert into ledger.voucher_counter as c (point_id, year, last)
                select point_id, extract(year from day), 1 from wanted
                    on conflict (point_id, year) do update set last = c.last + 1
                returning point_id, last)
            insert into ledger.journal (submission, point_id, office_id, business_date, value_date, kind, voucher)
            select w.submission, w.point_id, w.office_id, w.day, w.day, :kind, c.last
              from wanted w
              join counter c on c.point_id = w.point_id
            returning point_id, id
            """;

    private static final String MARK = """
            select shared.new_id('ledger.journal_id')
            """;

    private final JdbcClient db;

    Ledger(JdbcClient db) {
        this.db = db;
    }

    /**
     * Numbers one journal at each of many points, for movements that move no đồng and so have no entries: corrections of
     * constants, principal that changes its rate series. At most one a point; returns their identifiers by point.
     */
    public Map<Long, Long> postWithoutEntries(String kind, List<Bare> wanted) {
        Map<Long, Long> posted = new HashMap<>();
        db.sql(POST_BARE)
                .param("kind", kind)
                .param(
                        "submissions",
                        wanted.stream()
                                .map(each -> each.submission().toString())
                                .toArray(String[]::new))
                .param("points", wanted.stream().map(Bare::pointId).toArray(Long[]::new))
                .param("offices", wanted.stream().map(Bare::officeId).toArray(Long[]::new))
                .param(
                        "days",
                        wanted.stream().map(each -> each.day().toString()).toArray(String[]::new))
                .query(row -> {
                    posted.put(row.getLong("point_id"), row.getLong("id"));
                });
        return posted;
    }

    /** An identifier that no journal has: those posted so far are below it, later ones above. */
    public long mark() {
        return db.sql(MARK).query(Long.class).single();
    }

    /** A journal without entries: its submission, where, and on which open day. */
    public record Bare(UUID submission, long pointId, long officeId, LocalDate day) {}

    /**
     * Appends one balanced journal inside the caller's transaction and numbers it.
     *
     * @throws IllegalStateException outside of a transaction
     */
    public Voucher post(Journal journal) {
        return write(
                journal.header(),
                journal.entries().stream()
                        .map(e -> new Sum(e.account().name(), e.programmeId(), e.contractId(), e.amount()))
                        .toList());
    }

    /**
     * Likewise, of accounts of the chart that only people know; each by its code, none of programme and contract.
     *
     * @throws IllegalArgumentException when debit and credit differ, or nothing is left to write
     */
    public Voucher postByCode(Journal.Header header, Map<String, Dong> sums) {
        var entries = sums.entrySet().stream()
                .filter(each -> !each.getValue().isZero())
                .map(each -> new Sum(each.getKey(), 0, 0, each.getValue()))
                .toList();
        if (entries.size() < 2
                || !Dong.sum(entries.stream().map(Sum::amount).toList()).isZero()) {
            throw new IllegalArgumentException("unbalanced journal of " + header.kind() + ": " + sums);
        }
        return write(header, entries);
    }

    private Voucher write(Journal.Header header, List<Sum> entries) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a journal is written inside the transaction of its movements");
        }
        return db.sql(POST)
                .param("office", header.officeId())
                .param("year", (short) header.businessDate().getYear())
                .param("submission", header.submission())
                .param("point", header.pointId())
                .param("business_date", header.businessDate())
                .param("value_date", header.valueDate())
                .param("kind", header.kind())
                .param("reverses", header.reverses())
                .param("accounts", entries.stream().map(Sum::account).toArray(String[]::new))
                .param(
                        "programmes",
                        entries.stream().map(e -> (short) e.programmeId()).toArray(Short[]::new))
                .param("contracts", entries.stream().map(Sum::contractId).toArray(Long[]::new))
                .param("amounts", entries.stream().map(e -> e.amount().amount()).toArray(Long[]::new))
                .query((row, n) -> new Voucher(row.getLong("id"), row.getInt("voucher")))
                .single();
    }

    private record Sum(String account, int programmeId, long contractId, Dong amount) {}
}
