package org.dongvon.loan.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormRefusal;
import org.dongvon.form.Forms;
import org.dongvon.form.Letterhead;
import org.dongvon.form.PrintedForm;
import org.dongvon.form.paper.GroupLine;
import org.dongvon.form.paper.Passbook;
import org.dongvon.loan.LoanMovement;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Prints the loan book (Sổ vay vốn) of one loan as it stands on its office's open day. */
@Service
class PassbookPaper {

    private static final String HOLDER = """
            select p.born_on, p.sex, h.code as household
              from household.person p
              join household.household h on h.id = p.household_id
             where p.id = :person
            """;

    private final LoanPages pages;
    private final LoanFiles files;
    private final Forms forms;
    private final Messages messages;
    private final Transactions transactions;
    private final JdbcClient db;

    PassbookPaper(
            LoanPages pages,
            LoanFiles files,
            Forms forms,
            Messages messages,
            Transactions transactions,
            JdbcClient db) {
        this.pages = pages;
        this.files = files;
        this.forms = forms;
        this.messages = messages;
        this.transactions = transactions;
        this.db = db;
    }

    /**
     * The book of a loan.
     *
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN}; {@link FormRefusal#NOTHING_TO_PRINT} before it is paid out
     */
    Printed print(Actor actor, String code) {
        var read = transactions.read(actor, () -> {
            var view = pages.show(actor, code, null);
            return new Read(
                    view, book(view, remaining(files.movements(view.file().id()))));
        });
        return new Printed(forms.print(read.book()), read.view());
    }

    private Passbook book(LoanView view, Map<Key, Dong> remaining) {
        var file = view.file();
        var today = view.today();
        var last = view.last();
        var disbursedOn = file.life().disbursedOn();
        if (today == null || last == null || disbursedOn == null) {
            throw new Refused(FormRefusal.NOTHING_TO_PRINT, file.code());
        }
        var principal = today.principal();
        return new Passbook(
                Letterhead.ofOffice(file.place().office(), file.place().point(), view.day()),
                holder(view),
                new Passbook.Loan(
                        file.code(),
                        view.programme().vi(),
                        file.amount(),
                        today.rates().inTerm(),
                        today.rates().overdue(),
                        disbursedOn,
                        last.state().instalment().dueDate(),
                        new Passbook.Balance(
                                principal.outstanding(),
                                principal.overdue(),
                                today.interest().asked())),
                view.schedule().stream()
                        .map(row -> row.state().instalment())
                        .map(each ->
                                new Passbook.Planned(each.seq(), each.contractDate(), each.dueDate(), each.amount()))
                        .toList(),
                log(view.lines(), remaining));
    }

    private Passbook.Holder holder(LoanView view) {
        var file = view.file();
        var borrower = file.borrower();
        return db.sql(HOLDER)
                .param("person", borrower.id())
                .query((row, n) -> new Passbook.Holder(
                        row.getString("household"),
                        named(view),
                        row.getObject("born_on", LocalDate.class),
                        messages.text(Language.VI, "person.sex." + row.getString("sex")),
                        borrower.identity(),
                        borrower.hamlet() + ", " + file.place().point(),
                        group(file)))
                .single();
    }

    /** A successor's book says whose debt it was, so that the lines of before are read as whose they are. */
    private String named(LoanView view) {
        var name = view.file().borrower().name();
        var passed = view.successions();
        return passed.isEmpty()
                ? name
                : messages.text(
                        Language.VI,
                        "succession.book",
                        name,
                        Optional.ofNullable(passed.getLast().former().name()).orElse("…"),
                        Formats.in(Language.VI).date(passed.getLast().on()));
    }

    private static @Nullable GroupLine group(LoanFile file) {
        var group = file.group();
        if (group == null) {
            return null;
        }
        var head = group.head();
        return new GroupLine(
                group.code(),
                group.name(),
                file.borrower().hamlet(),
                head == null ? "" : head.name(),
                group.association().vi(),
                file.place().point());
    }

    private List<Passbook.Line> log(List<LoanLine> newestFirst, Map<Key, Dong> remaining) {
        var log = new ArrayList<Passbook.Line>();
        for (var line : newestFirst.reversed()) {
            if (line.kind() != LoanMovement.Kind.ROUNDING) {
                var key = new Key(line.voucher().journalId(), line.id(), line.kind());
                log.add(new Passbook.Line(
                        line.valueDate(),
                        messages.text(Language.VI, "loan.line." + line.kind().name()),
                        line.voucher().number(),
                        line.principal(),
                        line.interest(),
                        remaining.getOrDefault(key, Dong.ZERO)));
            }
        }
        return log;
    }

    /** The principal left after each line, in the order of posting. */
    private static Map<Key, Dong> remaining(List<PostedPart> movements) {
        Map<Key, Dong> remaining = new HashMap<>();
        var left = Dong.ZERO;
        for (var each : movements) {
            left = left.plus(new Dong(each.moved().delta().principal()));
            remaining.put(new Key(each.voucher().journalId(), each.moved().lineId(), each.kind()), left);
        }
        return remaining;
    }

    private record Key(long journalId, UUID line, LoanMovement.Kind kind) {}

    private record Read(LoanView view, Passbook book) {}

    /** The file, with whom it names. */
    record Printed(PrintedForm file, LoanView view) {}
}
