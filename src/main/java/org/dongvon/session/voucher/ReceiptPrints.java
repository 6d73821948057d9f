package org.dongvon.session.voucher;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dongvon.session.voucher.VoucherReader.Line;
import org.dongvon.session.voucher.VoucherReader.Voucher;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts prints of receipts: each file that is handed out is a print of every receipt in it, kept with who took it and when.
 * Append-only.
 */
@Repository
class ReceiptPrints {

    // Two who print the same voucher at once are numbered one after the other.
    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('session.receipt', :journal)) is null as locked
            """;

    private static final String PRINT = """
            insert into session.receipt_print (line_id, number, point_id, account_id, human_id)
            select w.line_id, 1 + count(p.number), :point, :account, :human
              from unnest(cast(:lines as uuid[])) as w (line_id)
              left join session.receipt_print p on p.line_id = w.line_id
             group by w.line_id
            returning line_id, number
            """;

    private static final String OF_LINE = """
            select p.number, p.printed_at, w.full_name
              from session.receipt_print p
              left join organisation.v_staff w on w.id = p.account_id
             where p.line_id = :line and p.point_id <@ (select shared.scope())
             order by p.number
            """;

    private final JdbcClient db;
    private final Transactions transactions;

    ReceiptPrints(JdbcClient db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** Counts one more print of each of these lines; answers its number by line: 1 for the original. */
    Map<UUID, Integer> count(Actor actor, Voucher voucher, Collection<Line> lines) {
        return count(
                actor,
                voucher.header().journalId(),
                voucher.head().session().pointId(),
                lines.stream().map(Line::id).toList());
    }

    /** Likewise, of lines of any journal of a point. */
    Map<UUID, Integer> count(Actor actor, long journal, long point, Collection<UUID> lines) {
        return transactions.write(actor, () -> {
            db.sql(LOCK).param("journal", journal).query(Boolean.class).single();
            Map<UUID, Integer> numbers = new HashMap<>();
            db.sql(PRINT)
                    .param("point", point)
                    .param("account", actor.id())
                    .param("human", actor.personId())
                    .param("lines", lines.stream().map(UUID::toString).toArray(String[]::new))
                    .query(row -> {
                        numbers.put(row.getObject("line_id", UUID.class), row.getInt("number"));
                    });
            return numbers;
        });
    }

    /** The prints of a line's receipt, the original first. */
    List<Print> of(Actor actor, UUID line) {
        return transactions.read(
                actor,
                () -> db.sql(OF_LINE)
                        .param("line", line)
                        .query((row, n) -> new Print(
                                row.getInt("number") - 1,
                                row.getObject("printed_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("full_name")))
                        .list());
    }

    /**
     * One print.
     *
     * @param reprint 0 for the original, then 1, 2, …
     * @param by none for somebody who is not in the register of staff
     */
    record Print(int reprint, Instant at, @Nullable String by) {}
}
