package org.dongvon.session.vault;

import java.util.List;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Vaults;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class VaultController {

    private final VaultPage pages;
    private final VaultChange change;
    private final ChangeForms forms;

    VaultController(VaultPage pages, VaultChange change, ChangeForms forms) {
        this.pages = pages;
        this.change = change;
        this.forms = forms;
    }

    @GetMapping("/vault")
    ModelAndView show(Actor actor, @RequestParam(defaultValue = "") String office, Form form) {
        form.with("way", Vaults.Kind.VAULT_IN.name());
        forms.begin(actor, form)
                .ifPresent(former ->
                        form.with("way", VaultChange.way(former).name()).with("amount", former.textOf("amount")));
        return page(actor, office, HttpStatus.OK);
    }

    @PostMapping("/vault")
    ModelAndView ask(Actor actor, Form form) {
        var way = form.read("way", VaultController::way, Vaults.Kind.VAULT_IN);
        var amount = form.money("amount");
        var office = pages.read(actor, "").office();
        var wanted = VaultChange.wanted(way, amount);
        return forms.send(actor, form, VaultChange.NAME, office.code(), wanted)
                .orElseGet(() -> page(actor, "", HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static Vaults.Kind way(String text) {
        return switch (text) {
            case "VAULT_IN" -> Vaults.Kind.VAULT_IN;
            case "VAULT_OUT" -> Vaults.Kind.VAULT_OUT;
            default -> throw new Refused(SessionRefusal.VAULT_WAY_NOT_CHOSEN);
        };
    }

    private ModelAndView page(Actor actor, String office, HttpStatus status) {
        var page = new ModelAndView("session/vault/vault", status);
        var shown = pages.read(actor, office);
        page.addObject("vault", shown);
        page.addObject("ways", List.of(Vaults.Kind.VAULT_IN, Vaults.Kind.VAULT_OUT));
        page.addObject("mayAsk", shown.own() && change.makers().contains(actor.role()));
        return page;
    }
}
