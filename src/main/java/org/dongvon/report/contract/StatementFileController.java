package org.dongvon.report.contract;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dongvon.form.StatementPaper;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.report.ReportRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.table.Sheet;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.web.PageLanguage;
import org.dongvon.shared.web.WorkbookDownload;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The statement of a contract on any day to take along, as a workbook or on paper. */
@Controller
class StatementFileController {

    private final ContractFigures figures;
    private final BusinessDays days;
    private final Transactions transactions;
    private final Messages messages;
    private final StatementPaper paper;

    StatementFileController(
            ContractFigures figures,
            BusinessDays days,
            Transactions transactions,
            Messages messages,
            StatementPaper paper) {
        this.figures = figures;
        this.days = days;
        this.transactions = transactions;
        this.messages = messages;
        this.paper = paper;
    }

    @GetMapping("/capital/{contract}/statement.xlsx")
    ModelAndView workbook(
            Actor actor,
            @PathVariable String contract,
            @RequestParam(defaultValue = "") String asOf,
            HttpServletRequest request) {
        var file = file(actor, PageLanguage.of(request), contract, asOf);
        return WorkbookDownload.of(file.name(), file.sheets, file.statement);
    }

    @GetMapping("/capital/{contract}/statement.pdf")
    ModelAndView print(
            Actor actor,
            @PathVariable String contract,
            @RequestParam(defaultValue = "") String asOf,
            HttpServletRequest request) {
        var language = PageLanguage.of(request);
        var file = file(actor, language, contract, asOf);
        return paper.print(language, file.name(), file.day, file.sheets).showing(file.statement);
    }

    private File file(Actor actor, Language language, String contract, String asOf) {
        var day = StatementController.day(days, actor, asOf);
        var statement = transactions
                .read(actor, () -> figures.find(StatementController.clean(contract), day))
                .orElseThrow(() -> new Refused(ReportRefusal.UNKNOWN_CONTRACT, contract));
        return new File(statement, day, StatementSheets.of(messages, language, statement, day));
    }

    private record File(ContractStatement statement, LocalDate day, List<Sheet> sheets) {

        String name() {
            return "contract-%s-%s".formatted(statement.agreed().code().toLowerCase(Locale.ROOT), day);
        }
    }
}
