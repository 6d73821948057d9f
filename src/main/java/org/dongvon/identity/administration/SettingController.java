package org.dongvon.identity.administration;

import java.util.List;
import org.dongvon.identity.AccountChanges;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.identity.SignInSettings;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.timeline.History;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The rules of logging in that are in force, and the form that asks a second person to change one. */
@Controller
class SettingController {

    private static final String SECOND_FACTOR = "SECOND_FACTOR.";

    private final SignInSettings settings;
    private final ChangeForms forms;
    private final Transactions transactions;

    SettingController(SignInSettings settings, ChangeForms forms, Transactions transactions) {
        this.settings = settings;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/administration/settings")
    String index(Actor actor, Model model) {
        model.addAttribute("rules", rules(actor));
        model.addAttribute(
                "mayAsk", actor.role() == Role.ADMINISTRATOR && actor.scope().isCountry());
        return "identity/administration/settings";
    }

    @GetMapping("/administration/settings/{name}")
    ModelAndView show(Actor actor, @PathVariable String name, Form form) {
        var rule = rule(actor, name);
        form.with("value", Integer.toString(rule.value()));
        forms.begin(actor, form).ifPresent(former -> form.with("value", Long.toString(former.countOf("value"))));
        return page(rule, form, HttpStatus.OK);
    }

    @PostMapping("/administration/settings/{name}")
    ModelAndView change(Actor actor, @PathVariable String name, Form form) {
        var rule = rule(actor, name);
        var wanted = Facts.none().count("value", form.count("value"));
        return forms.send(actor, form, AccountChanges.SET_RULE, name, wanted)
                .orElseGet(() -> page(rule, form, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static ModelAndView page(Rule rule, Form form, HttpStatus status) {
        return new ModelAndView("identity/administration/setting", status)
                .addObject("rule", rule)
                .addObject("history", History.of(Subject.Kind.SIGN_IN_RULE, rule.name()))
                .addObject("form", form);
    }

    private Rule rule(Actor actor, String name) {
        return rules(actor).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(IdentityRefusal.UNKNOWN_SETTING, name));
    }

    private List<Rule> rules(Actor actor) {
        var inForce = transactions.read(actor, () -> settings.inForce(null));
        return SignInSettings.names().stream()
                .map(name -> new Rule(name, inForce.getOrDefault(name, 0)))
                .toList();
    }

    /** A rule with its value. */
    record Rule(String name, int value) {

        /** The role that needs a second factor or not; empty for the other rules. */
        public String role() {
            return name.startsWith(SECOND_FACTOR) ? name.substring(SECOND_FACTOR.length()) : "";
        }
    }
}
