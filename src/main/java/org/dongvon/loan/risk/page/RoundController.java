package org.dongvon.loan.risk.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.risk.DecisionChange;
import org.dongvon.loan.risk.RiskRefusal;
import org.dongvon.loan.risk.RoundChange;
import org.dongvon.loan.risk.Rounds;
import org.dongvon.loan.risk.Rounds.Round;
import org.dongvon.loan.risk.page.RiskReader.Row;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Rounds: their lists added up, one list line by line, and the decision on it. */
@Controller
class RoundController {

    private final Rounds rounds;
    private final RoundReader reader;
    private final RoundChange opening;
    private final DecisionChange decision;
    private final ChangeForms forms;
    private final Transactions transactions;

    RoundController(
            Rounds rounds,
            RoundReader reader,
            RoundChange opening,
            DecisionChange decision,
            ChangeForms forms,
            Transactions transactions) {
        this.rounds = rounds;
        this.reader = reader;
        this.opening = opening;
        this.decision = decision;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/risk-rounds")
    String index(Actor actor, Model model) {
        model.addAttribute("rounds", transactions.read(actor, rounds::list));
        model.addAttribute("mayOpen", opening.makers().contains(actor.role()));
        return "loan/risk/rounds";
    }

    @GetMapping("/risk-rounds/new")
    ModelAndView blank(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        forms.begin(actor, form)
                .ifPresent(former -> form.with("closes", formats.date(former.dateOf("closes")))
                        .with("fund", formats.dong(former.dongOf("fund"))));
        return new ModelAndView("loan/risk/round-new", HttpStatus.OK);
    }

    @PostMapping("/risk-rounds/new")
    ModelAndView open(Actor actor, Form form) {
        var wanted = Facts.none().date("closes", form.date("closes")).dong("fund", form.money("fund"));
        var code = form.text("year").strip() + "-" + form.text("number").strip();
        return forms.send(actor, form, RoundChange.NAME, code, wanted)
                .orElseGet(() -> new ModelAndView("loan/risk/round-new", HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/risk-rounds/{round}")
    String show(Actor actor, @PathVariable String round, Model model) {
        model.addAttribute("round", transactions.read(actor, () -> rounds.get(round)));
        model.addAttribute("sums", transactions.read(actor, () -> reader.sums(round)));
        return "loan/risk/round";
    }

    @GetMapping("/risk-rounds/{round}/{office}/{list}/{contract}")
    ModelAndView list(Actor actor, @PathVariable Map<String, String> path, Form form) {
        forms.begin(actor, form);
        return page(actor, subject(path), HttpStatus.OK);
    }

    @PostMapping("/risk-rounds/{round}/{office}/{list}/{contract}")
    ModelAndView decide(Actor actor, @PathVariable Map<String, String> path, Form form) {
        var subject = subject(path);
        page(actor, subject, HttpStatus.OK);
        var wanted = Facts.none().text("decision", form.text("document").strip());
        return forms.send(actor, form, DecisionChange.NAME, subject.toString(), wanted)
                .orElseGet(() -> page(actor, subject, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    static DecisionChange.Subject subject(Map<String, String> path) {
        return DecisionChange.Subject.parse(Stream.of("round", "office", "list", "contract")
                .map(name -> path.getOrDefault(name, ""))
                .collect(Collectors.joining(":")));
    }

    private ModelAndView page(Actor actor, DecisionChange.Subject subject, HttpStatus status) {
        var lines = transactions.read(actor, () -> reader.lines(subject));
        if (lines.isEmpty()) {
            throw new Refused(RiskRefusal.UNKNOWN_RISK_ROUND);
        }
        Round round = transactions.read(actor, () -> rounds.get(subject.round()));
        var page = new ModelAndView("loan/risk/decision", status);
        page.addObject("round", round);
        page.addObject("listed", new ListView(subject, lines));
        page.addObject(
                "mayDecide",
                decision.makers().contains(actor.role())
                        && lines.stream().anyMatch(each -> !each.step().isEnd()));
        return page;
    }

    /** One list of a round, line by line. */
    record ListView(DecisionChange.Subject subject, List<Row> lines) implements ShowsPeople {

        public Dong principal() {
            return Dong.sum(lines.stream().map(Row::principal).toList());
        }

        public Dong interest() {
            return Dong.sum(lines.stream().map(Row::interest).toList());
        }

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return lines.stream()
                    .flatMap(row -> row.loan().who().named().stream())
                    .toList();
        }
    }
}
