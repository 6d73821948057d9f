package org.dongvon.report.contract;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.report.ReportRefusal;
import org.dongvon.report.contract.ContractLoans.Loan;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.DateInput;
import org.dongvon.shared.timeline.History;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.web.CsvDownload;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A contract of capital on any day, and from it to its loans and their jobs. */
@Controller
class StatementController {

    private static final int PAGE = 100;
    private static final Set<Role> MAKERS = Set.of(Role.FUND_OFFICER, Role.ACCOUNTANT);

    private final ContractFigures figures;
    private final ContractLoans loans;
    private final BusinessDays days;
    private final Transactions transactions;

    StatementController(ContractFigures figures, ContractLoans loans, BusinessDays days, Transactions transactions) {
        this.figures = figures;
        this.loans = loans;
        this.days = days;
        this.transactions = transactions;
    }

    @GetMapping("/capital/{contract}")
    String show(Actor actor, @PathVariable String contract, @RequestParam(defaultValue = "") String asOf, Model model) {
        var day = day(days, actor, asOf);
        model.addAttribute("s", statement(actor, contract, day));
        model.addAttribute("day", day);
        model.addAttribute("mayAsk", MAKERS.contains(actor.role()));
        model.addAttribute("seesLoans", actor.role() != Role.FUND_OFFICER);
        model.addAttribute("history", History.of(Subject.Kind.CONTRACT, contract));
        return "report/contract/statement";
    }

    @GetMapping("/capital/{contract}/loans")
    String loans(
            Actor actor,
            @PathVariable String contract,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var day = day(days, actor, asOf);
        model.addAttribute("s", statement(actor, contract, day));
        model.addAttribute("day", day);
        var found = transactions.read(actor, () -> loans.of(contract, day, clean(after), PAGE + 1));
        model.addAttribute("page", new Rows(found));
        return "report/contract/loans";
    }

    @GetMapping("/capital/{contract}/loans.csv")
    void download(
            Actor actor,
            @PathVariable String contract,
            @RequestParam(defaultValue = "") String asOf,
            HttpServletResponse response) {
        var day = day(days, actor, asOf);
        statement(actor, contract, day);
        var name = "loans-%s-%s.csv".formatted(contract.toLowerCase(Locale.ROOT), day);
        var found = transactions.read(actor, () -> loans.of(contract, day, "", Integer.MAX_VALUE));
        try (var file = CsvDownload.to(
                response,
                name,
                "code",
                "group",
                "point",
                "programme",
                "disbursedOn",
                "amount",
                "jobs",
                "outstanding",
                "overdue",
                "interestCollected")) {
            found.forEach(loan -> file.row(
                    loan.code(),
                    loan.group(),
                    loan.place().code(),
                    loan.programme(),
                    loan.disbursedOn(),
                    loan.amount().amount(),
                    loan.jobs(),
                    loan.outstanding().amount(),
                    loan.overdue().amount(),
                    loan.interest().amount()));
        }
    }

    private ContractStatement statement(Actor actor, String contract, LocalDate day) {
        return transactions
                .read(actor, () -> figures.find(clean(contract), day))
                .orElseThrow(() -> new Refused(ReportRefusal.UNKNOWN_CONTRACT, contract));
    }

    /** The day that was typed, or the open day of the reader's office. */
    static LocalDate day(BusinessDays days, Actor actor, String asOf) {
        if (!asOf.isEmpty()) {
            return DateInput.parse(asOf);
        }
        return actor.officeId() != 0
                ? days.today(actor.officeId())
                : days.latest().orElse(LocalDate.EPOCH);
    }

    // PostgreSQL keeps no NUL; nobody types one.
    static String clean(String typed) {
        return typed.replace("\0", "");
    }

    /** The rows of a page, with the code behind which the next begins. */
    record Rows(List<Loan> found) {

        public List<Loan> rows() {
            return found.stream().limit(PAGE).toList();
        }

        public @Nullable String next() {
            return found.size() <= PAGE ? null : found.get(PAGE - 1).code();
        }
    }
}
