package org.dongvon.session.term;

import java.util.Optional;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.LinesOnPaper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was paid into term deposits, whose savings books carry a code like receipts. */
@Component
class TermCodes implements LinesOnPaper {

    private static final String LINE = """
            select m.journal_id, m.line_no, m.amount
              from savings.term_movement m
             where m.line_id = :line
            """;

    private final JdbcClient db;

    TermCodes(JdbcClient db) {
        this.db = db;
    }

    /** The amount as the code on paper stands for it. */
    static String amounts(Dong amount) {
        return "term " + amount.amount();
    }

    @Override
    public Optional<PaperLine> find(UUID line) {
        return db.sql(LINE)
                .param("line", line)
                .query((row, n) -> new PaperLine(
                        row.getLong("journal_id"),
                        row.getInt("line_no"),
                        amounts(new Dong(row.getLong("amount"))),
                        null))
                .optional();
    }
}
