package org.dongvon.session.term;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.Forms;
import org.dongvon.form.Letterhead;
import org.dongvon.form.QrPng;
import org.dongvon.form.paper.SavingsBook;
import org.dongvon.household.IdentityNumber;
import org.dongvon.savings.term.TermFile;
import org.dongvon.savings.term.TermFiles;
import org.dongvon.session.PaperCodes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.WebOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Prints the savings book of a term deposit, with the code of its opening. */
@Component
@WebOnly
class TermPapers {

    private static final String OPENED = """
            select m.line_id, m.amount, m.value_date, u.name as point, o.name as office
              from savings.term_movement m
              join organisation.point p on p.id = m.point_id
              join organisation.unit u on u.id = p.id
              join organisation.unit o on o.id = p.office_id
             where m.deposit_id = :deposit and m.kind = 'OPENED'
            """;

    private final TermFiles files;
    private final PaperCodes codes;
    private final Forms forms;
    private final Transactions transactions;
    private final JdbcClient db;

    TermPapers(TermFiles files, PaperCodes codes, Forms forms, Transactions transactions, JdbcClient db) {
        this.files = files;
        this.codes = codes;
        this.forms = forms;
        this.transactions = transactions;
        this.db = db;
    }

    ModelAndView print(Actor actor, String code) {
        return transactions.read(actor, () -> {
            var file = files.get(code);
            return forms.print(book(file)).showing(file);
        });
    }

    private SavingsBook book(TermFile file) {
        var deposit = file.deposit();
        var opened = db.sql(OPENED)
                .param("deposit", deposit.id())
                .query((row, n) -> new Opened(
                        row.getObject("line_id", UUID.class),
                        new Dong(row.getLong("amount")),
                        row.getObject("value_date", LocalDate.class),
                        row.getString("point"),
                        row.getString("office")))
                .single();
        var first = file.periods().getFirst();
        var check = codes.of(deposit.place().pointId(), opened.line(), TermCodes.amounts(opened.amount()));
        return new SavingsBook(
                new Letterhead(Letterhead.BANK, opened.office(), deposit.code(), opened.point(), opened.on()),
                new SavingsBook.Saver(
                        deposit.saver().name(),
                        IdentityNumber.masked(deposit.saver().last4()),
                        deposit.saver().hamlet()),
                new SavingsBook.Terms(
                        opened.amount(),
                        deposit.terms().months(),
                        Objects.requireNonNull(first.rate()),
                        Objects.requireNonNull(first.maturesOn()),
                        deposit.terms().atMaturity().name()),
                new SavingsBook.Check(check.mark(), QrPng.dataAddress(check.link())));
    }

    private record Opened(UUID line, Dong amount, LocalDate on, String point, String office) {}
}
