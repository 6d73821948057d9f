package org.dongvon.fee.boards;

import java.util.ArrayList;
import java.util.List;
import org.dongvon.fee.boards.BoardBook.Payment;
import org.dongvon.fee.boards.BoardBook.Statement;
import org.dongvon.shared.table.Sheet;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;

/** The statement of a contract's boards as a sheet, and the receipt of one payment. */
final class BoardPapers {

    private final Messages messages;
    private final Language language;

    BoardPapers(Messages messages, Language language) {
        this.messages = messages;
        this.language = language;
    }

    Sheet statement(Statement statement) {
        var rows = new ArrayList<Sheet.Row>();
        for (var month : statement.months()) {
            rows.add(
                    Sheet.Row.of(Formats.in(language).month(month.month()), word("given"), null, month.boards(), null));
        }
        for (var each : statement.payments()) {
            rows.add(Sheet.Row.of(
                    each.voucher().day(),
                    each.voucher().number() + " · " + each.receiver(),
                    each.reference(),
                    null,
                    each.amount()));
        }
        rows.add(Sheet.Row.sum(word("sum"), null, null, statement.given(), statement.paid()));
        rows.add(Sheet.Row.sum(word("owed"), null, null, statement.owed(), null));
        return new Sheet(
                statement.contract().code(),
                List.of(
                        messages.text(
                                language, "boards.of", statement.contract().code()),
                        statement.contract().owner(),
                        messages.text(language, "sheet.unit")),
                List.of(word("day"), word("what"), word("reference"), word("given"), word("paid")),
                rows);
    }

    /** A receipt: what was paid, in digits and words, with places to sign and the mark of its code, if it has one. */
    Sheet receipt(Statement statement, Payment payment, String mark) {
        var rows = new ArrayList<>(List.of(
                Sheet.Row.of(word("receiver"), payment.receiver()),
                Sheet.Row.of(word("paid"), payment.amount()),
                Sheet.Row.of(word("in-words"), Formats.in(language).words(payment.amount())),
                Sheet.Row.of(
                        word("out-of"),
                        statement.contract().code() + " – "
                                + statement.contract().owner()),
                Sheet.Row.of(word("reference"), payment.reference()),
                Sheet.Row.of(word("voucher"), payment.voucher().number()),
                Sheet.Row.of(word("day"), payment.voucher().day()),
                Sheet.Row.of(word("state"), word(payment.stands() ? "stands" : "taken-back")),
                Sheet.Row.of(word("sign-receiver"), ""),
                Sheet.Row.of(word("sign-accountant"), ""),
                Sheet.Row.of(word("sign-director"), "")));
        if (!mark.isEmpty()) {
            rows.add(Sheet.Row.of(word("mark"), mark));
        }
        return new Sheet(
                statement.contract().code() + "-" + payment.number(),
                List.of(
                        messages.text(
                                language, "boards.receipt", payment.voucher().number()),
                        word("receipt.by-bank")),
                List.of(word("field"), word("value")),
                rows);
    }

    private String word(String name) {
        return messages.text(language, "boards." + name);
    }
}
