package org.dongvon.fee.distribution;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.StatementPaper;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.web.PageLanguage;
import org.dongvon.shared.web.WorkbookDownload;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Interest that contracts of capital earned and where it went: a month of all contracts, the months of one. */
@Controller
class DistributionController {

    private static final Set<Role> MAKERS = Set.of(Role.FUND_OFFICER, Role.ACCOUNTANT);

    private final InterestPages pages;
    private final Messages messages;
    private final StatementPaper paper;

    DistributionController(InterestPages pages, Messages messages, StatementPaper paper) {
        this.messages = messages;
        this.paper = paper;
        this.pages = pages;
    }

    @GetMapping("/distributions")
    String index(Actor actor, @RequestParam(defaultValue = "") String month, Model model) {
        var asked = month.isEmpty() ? pages.usual(actor) : ContractMonth.month(month);
        var lines = pages.overview(actor, asked);
        model.addAttribute("month", asked);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "collected",
                Dong.sum(lines.stream().map(InterestPages.Line::collected).toList()));
        model.addAttribute(
                "parts", lines.stream().map(InterestPages.Line::parts).reduce(Parts.NONE, Parts::plus));
        model.addAttribute("mayAsk", MAKERS.contains(actor.role()));
        return "fee/distributions";
    }

    @GetMapping("/capital/{contract}/interest")
    String show(Actor actor, @PathVariable String contract, Model model) {
        model.addAttribute("s", pages.statement(actor, contract));
        model.addAttribute("mayAsk", MAKERS.contains(actor.role()));
        return "fee/interest";
    }

    @GetMapping("/capital/{contract}/interest.xlsx")
    ModelAndView workbook(Actor actor, @PathVariable String contract, HttpServletRequest request) {
        var statement = pages.statement(actor, contract);
        var sheet = InterestSheet.of(messages, PageLanguage.of(request), statement);
        return WorkbookDownload.of("interest-" + contract, List.of(sheet), statement);
    }

    @GetMapping("/capital/{contract}/interest.pdf")
    ModelAndView print(Actor actor, @PathVariable String contract, HttpServletRequest request) {
        var statement = pages.statement(actor, contract);
        var language = PageLanguage.of(request);
        return paper.print(
                        language,
                        "interest-" + contract,
                        statement.today(),
                        List.of(InterestSheet.of(messages, language, statement)))
                .showing(statement);
    }
}
