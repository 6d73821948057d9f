package org.dongvon.fee.boards;

import java.util.Optional;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.LinesOnPaper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments to boards, whose receipts carry a code like others. */
@Component
class BoardCodes implements LinesOnPaper {

    private static final String LINE_OF = """
            select p.journal_id, p.amount, r.journal_id as taken_back
              from fee.board_payment p
              left join fee.board_payment r on r.contract_id = p.contract_id and r.reverses = p.number
             where p.line_id = :line
            """;

    private final JdbcClient db;

    BoardCodes(JdbcClient db) {
        this.db = db;
    }

    /** The amount as the code on paper stands for it. */
    static String amounts(Dong amount) {
        return "boards " + amount.amount();
    }

    @Override
    public Optional<PaperLine> find(UUID line) {
        return db.sql(LINE_OF)
                .param("line", line)
                .query((row, n) -> new PaperLine(
                        row.getLong("journal_id"),
                        1,
                        amounts(new Dong(row.getLong("amount"))),
                        row.getObject("taken_back", Long.class)))
                .optional();
    }
}
