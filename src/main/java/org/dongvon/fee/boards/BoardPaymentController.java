package org.dongvon.fee.boards;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.form.PrintedForm;
import org.dongvon.form.StatementPaper;
import org.dongvon.session.PaperCodes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.web.PageLanguage;
import org.dongvon.shared.web.WorkbookDownload;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the boards of a contract are owed and were paid: page, workbook, paper, and the receipt of a payment. */
@Controller
class BoardPaymentController {

    private static final Set<Role> MAKERS = Set.of(Role.FUND_OFFICER, Role.ACCOUNTANT);

    private final BoardBook book;
    private final Messages messages;
    private final StatementPaper paper;
    private final PaperCodes codes;

    BoardPaymentController(BoardBook book, Messages messages, StatementPaper paper, PaperCodes codes) {
        this.codes = codes;
        this.book = book;
        this.messages = messages;
        this.paper = paper;
    }

    @GetMapping("/capital/{contract}/boards")
    String show(Actor actor, @PathVariable String contract, Model model) {
        model.addAttribute("s", book.statement(actor, contract));
        model.addAttribute("mayAsk", MAKERS.contains(actor.role()));
        return "fee/boards";
    }

    @GetMapping("/capital/{contract}/boards.xlsx")
    ModelAndView workbook(Actor actor, @PathVariable String contract, HttpServletRequest request) {
        var statement = book.statement(actor, contract);
        var sheet = papers(request).statement(statement);
        return WorkbookDownload.of("boards-" + contract, List.of(sheet), statement);
    }

    /** The statement, or the receipt of the payment that is named. */
    @GetMapping("/capital/{contract}/boards.pdf")
    ModelAndView print(
            Actor actor,
            @PathVariable String contract,
            @RequestParam(defaultValue = "") String number,
            HttpServletRequest request) {
        var statement = book.statement(actor, contract);
        var language = PageLanguage.of(request);
        if (number.isEmpty()) {
            var sheet = papers(request).statement(statement);
            return paper.print(language, "boards-" + contract, statement.today(), List.of(sheet))
                    .showing(statement);
        }
        var payment = statement.payments().stream()
                .filter(each -> number.equals(Integer.toString(each.number())))
                .findFirst()
                .orElseThrow(() -> new Refused(FeeRefusal.UNKNOWN_BOARD_PAYMENT, contract, number));
        return receipt(actor, language, statement, payment).showing(statement);
    }

    private PrintedForm receipt(
            Actor actor, Language language, BoardBook.Statement statement, BoardBook.Payment payment) {
        var name = "boards-" + statement.contract().code() + "-" + payment.number();
        var day = payment.voucher().day();
        var papers = new BoardPapers(messages, language);
        return book.line(actor, statement.contract(), payment.number())
                .map(line -> codes.of(statement.contract().pointId(), line, BoardCodes.amounts(payment.amount())))
                .map(check -> paper.print(
                        language, name, day, papers.receipt(statement, payment, check.mark()), check.link()))
                .orElseGet(() -> paper.print(language, name, day, List.of(papers.receipt(statement, payment, ""))));
    }

    private BoardPapers papers(HttpServletRequest request) {
        return new BoardPapers(messages, PageLanguage.of(request));
    }
}
