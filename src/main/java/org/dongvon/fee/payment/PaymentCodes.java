package org.dongvon.fee.payment;

import java.util.Optional;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.LinesOnPaper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments of fee and commission, whose slips carry a code like receipts. */
@Component
class PaymentCodes implements LinesOnPaper {

    private static final String LINE = """
            select y.journal_id, y.line_no, y.amount, r.journal_id as taken_back
              from fee.payment y
              left join fee.payment r on r.reverses = y.line_id
             where y.line_id = :line
            """;

    private final JdbcClient db;

    PaymentCodes(JdbcClient db) {
        this.db = db;
    }

    /** The amount as the code on paper stands for it. */
    static String amounts(Dong amount) {
        return "fee " + amount.amount();
    }

    @Override
    public Optional<PaperLine> find(UUID line) {
        return db.sql(LINE)
                .param("line", line)
                .query((row, n) -> new PaperLine(
                        row.getLong("journal_id"),
                        row.getInt("line_no"),
                        amounts(new Dong(row.getLong("amount"))),
                        row.getObject("taken_back", Long.class)))
                .optional();
    }
}
