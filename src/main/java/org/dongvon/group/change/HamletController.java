package org.dongvon.group.change;

import java.text.Normalizer;
import java.util.List;
import org.dongvon.household.Residences;
import org.dongvon.household.Residences.Home;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Asks for the move of a household to another hamlet of its point. */
@Controller
class HamletController {

    private final GroupBook book;
    private final Residences residences;
    private final ChangeForms forms;
    private final Transactions transactions;

    HamletController(GroupBook book, Residences residences, ChangeForms forms, Transactions transactions) {
        this.book = book;
        this.residences = residences;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/households/{code}/hamlet")
    ModelAndView show(Actor actor, @PathVariable String code, Form form) {
        var view = view(actor, code);
        forms.begin(actor, form).ifPresent(former -> form.with("hamlet", former.textOf("hamlet")));
        return page(view, HttpStatus.OK);
    }

    @PostMapping("/households/{code}/hamlet")
    ModelAndView create(Actor actor, @PathVariable String code, Form form) {
        var view = view(actor, code);
        var hamlet = form.read("hamlet", HamletController::hamlet, "");
        return forms.send(actor, form, MoveHousehold.NAME, code, Facts.none().text("hamlet", hamlet))
                .orElseGet(() -> page(view, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static String hamlet(String typed) {
        var hamlet = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        if (hamlet.isEmpty()) {
            throw new Refused(SharedRefusal.MISSING_FIELD);
        }
        return hamlet;
    }

    private HamletView view(Actor actor, String code) {
        return transactions.read(actor, () -> {
            var home = residences.get(code);
            return new HamletView(
                    home,
                    book.groupOf(home.id()).orElse(""),
                    book.hamlets(home.pointId()).stream()
                            .filter(each -> !each.equals(home.hamlet()))
                            .toList());
        });
    }

    private static ModelAndView page(HamletView view, HttpStatus status) {
        var page = new ModelAndView("group/hamlet", status);
        page.addObject("view", view);
        return page;
    }

    /**
     * Where a household lives and where it may go.
     *
     * @param group the code of its group; empty when it is in none
     */
    record HamletView(Home home, String group, List<String> others) {}
}
