package org.dongvon.loan.succession;

import java.util.ArrayList;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.household.HouseholdFacts;
import org.dongvon.household.HouseholdFacts.Departure;
import org.dongvon.loan.succession.SuccessionBook.Owed;
import org.dongvon.loan.succession.Successions.Succession;
import org.dongvon.loan.succession.Successions.Who;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The credit officer asks that a debt goes on in another name. */
@Controller
class SuccessionController {

    private final SuccessionBook book;
    private final SuccessionRules rules;
    private final HouseholdFacts households;
    private final Successions successions;
    private final ChangeForms forms;
    private final Transactions transactions;

    SuccessionController(
            SuccessionBook book,
            SuccessionRules rules,
            HouseholdFacts households,
            Successions successions,
            ChangeForms forms,
            Transactions transactions) {
        this.book = book;
        this.rules = rules;
        this.households = households;
        this.successions = successions;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/loans/{code}/succession")
    ModelAndView show(Actor actor, @PathVariable String code, Form form) {
        var view = view(actor, code);
        forms.begin(actor, form)
                .ifPresentOrElse(
                        former -> form.with("household", former.textOf("household"))
                                .with("evidence", former.textOf("evidence"))
                                .with("deposit", PassLoanOn.movesDeposit(former) ? PassLoanOn.MOVES : PassLoanOn.STAYS),
                        () -> form.with("household", view.loan().borrower().householdCode())
                                .with("deposit", PassLoanOn.MOVES));
        return page(view, HttpStatus.OK);
    }

    @PostMapping("/loans/{code}/succession")
    ModelAndView ask(Actor actor, @PathVariable String code, Form form) {
        var view = view(actor, code);
        var household = form.text("household").strip();
        try {
            var heir = transactions.read(actor, () -> rules.heir(book.get(code), household));
            var wanted = PassLoanOn.wanted(
                    household, form.text("evidence"), form.text("deposit").equals(PassLoanOn.MOVES));
            return forms.send(actor, form, PassLoanOn.NAME, PassLoanOn.subject(code, heir.person()), wanted)
                    .orElseGet(() -> page(view, HttpStatus.UNPROCESSABLE_CONTENT));
        } catch (Refused refused) {
            form.refuse("household", refused);
            return page(view, Answers.status(refused));
        }
    }

    private View view(Actor actor, String code) {
        return transactions.read(actor, () -> {
            var loan = book.get(code);
            var day = loan.place().day();
            var delegate = households
                    .ofCode(loan.borrower().householdCode(), day)
                    .map(HouseholdFacts.HouseholdOnDay::borrower)
                    .orElse(null);
            var seat = loan.seat();
            return new View(
                    loan,
                    households.departure(loan.borrower().person(), day).orElse(null),
                    delegate == null
                            ? null
                            : new Who(
                                    delegate.personId(),
                                    book.name(delegate.personId()).orElse(null)),
                    seat == null ? null : rules.deposit(seat),
                    successions.of(loan.id()));
        });
    }

    private static ModelAndView page(View view, HttpStatus status) {
        var page = new ModelAndView("loan/succession/succession", status);
        page.addObject("view", view);
        return page;
    }

    /**
     * A debt, and who may take it over.
     *
     * @param left when and why the borrower left; none while they are there
     * @param delegate whom the 01/UQ of the borrower's household names now
     * @param saved what the borrower saved; none of a loan made directly
     */
    record View(
            Owed loan,
            @Nullable Departure left,
            @Nullable Who delegate,
            @Nullable Dong saved,
            List<Succession> history) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            var people = new ArrayList<Long>();
            people.add(loan.borrower().person());
            if (delegate != null) {
                people.add(delegate.id());
            }
            history.forEach(each -> people.addAll(each.people()));
            return people.stream().distinct().toList();
        }
    }
}
