package org.dongvon.capital.claim;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dongvon.form.StatementPaper;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.web.PageLanguage;
import org.dongvon.shared.web.WorkbookDownload;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Claims on the State's budget: the list of a year as page, workbook and paper, and one claim with its documents. */
@Controller
class ClaimController {

    static final Set<Role> MAKERS = Set.of(Role.FUND_OFFICER, Role.ACCOUNTANT);

    private final ClaimBook book;
    private final BusinessDays days;
    private final Transactions transactions;
    private final Messages messages;
    private final StatementPaper paper;

    ClaimController(
            ClaimBook book, BusinessDays days, Transactions transactions, Messages messages, StatementPaper paper) {
        this.book = book;
        this.days = days;
        this.transactions = transactions;
        this.messages = messages;
        this.paper = paper;
    }

    @GetMapping("/state-claims")
    ModelAndView list(Actor actor, @RequestParam(defaultValue = "") String year) {
        var page = new ModelAndView("capital/claim/claims");
        var statement = statement(actor, year);
        page.addObject("statement", statement);
        page.addObject(
                "years",
                transactions.read(
                        actor,
                        () -> Stream.concat(Stream.of(statement.year()), book.years().stream())
                                .distinct()
                                .sorted((one, other) -> other - one)
                                .toList()));
        page.addObject("mayAsk", MAKERS.contains(actor.role()));
        return page;
    }

    @GetMapping("/state-claims.xlsx")
    ModelAndView workbook(Actor actor, @RequestParam(defaultValue = "") String year, HttpServletRequest request) {
        var statement = statement(actor, year);
        var sheet = statement.sheet(messages, PageLanguage.of(request));
        return WorkbookDownload.of("state-claims-" + statement.year(), List.of(sheet), statement);
    }

    @GetMapping("/state-claims.pdf")
    ModelAndView print(Actor actor, @RequestParam(defaultValue = "") String year, HttpServletRequest request) {
        var statement = statement(actor, year);
        var language = PageLanguage.of(request);
        var sheet = statement.sheet(messages, language);
        return paper.print(language, "state-claims-" + statement.year(), statement.today(), List.of(sheet))
                .showing(statement);
    }

    @GetMapping("/state-claims/{claim}")
    ModelAndView show(Actor actor, @PathVariable String claim) {
        return transactions.read(actor, () -> {
            var found = book.claim(claim);
            var page = new ModelAndView("capital/claim/claim", "claim", found);
            page.addObject("documents", book.documents(found));
            page.addObject("mayAsk", MAKERS.contains(actor.role()));
            return page;
        });
    }

    private ClaimStatement statement(Actor actor, String year) {
        var today = today(actor);
        int of = year.isEmpty() ? today.getYear() : ClaimPeriod.parse(year).year();
        return new ClaimStatement(of, today, transactions.read(actor, () -> book.claims(of)));
    }

    private LocalDate today(Actor reader) {
        return reader.officeId() != 0
                ? days.today(reader.officeId())
                : days.latest().orElse(LocalDate.EPOCH);
    }
}
