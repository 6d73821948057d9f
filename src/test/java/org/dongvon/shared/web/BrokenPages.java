package org.dongvon.shared.web;

import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.SharedRefusal;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pages of the tests that fail in every way a page can fail. */
@Controller
class BrokenPages {

    static final String SECRET = "the password of the database";

    @GetMapping("/test/refused/{name}")
    String refused(@PathVariable String name) {
        throw new Refused(SharedRefusal.valueOf(name), "<b>&");
    }

    @GetMapping("/test/number/{id}")
    String number(@PathVariable long id, @RequestParam int page) {
        return "redirect:/?" + id + page;
    }

    @GetMapping("/test/bug")
    String bug() {
        throw new IllegalStateException(SECRET);
    }

    @GetMapping("/test/database-down")
    String databaseDown() {
        throw new DataAccessResourceFailureException(SECRET);
    }

    @GetMapping("/test/template")
    String template() {
        return "test-broken";
    }

    @GetMapping("/test/form")
    String form(Form form) {
        return "test-form";
    }

    @PostMapping("/test/form")
    ModelAndView post(Form form, Actor actor, Model model) {
        actor.requireRole(Role.TELLER);
        Dong amount = form.money("amount");
        form.date("on");
        if (form.isRight()) {
            return new ModelAndView("redirect:/?paid=" + amount.amount());
        }
        return new ModelAndView("test-form", HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
