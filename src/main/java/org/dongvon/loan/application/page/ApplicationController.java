package org.dongvon.loan.application.page;

import java.util.List;
import org.dongvon.loan.application.ApplicationRefusal;
import org.dongvon.loan.application.Move;
import org.dongvon.loan.application.MoveApplication;
import org.dongvon.loan.application.Step;
import org.dongvon.loan.application.WriteApplication;
import org.dongvon.loan.application.page.ApplicationReader.Asked;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Applications: what waits for whom, one application with what may be done with it, and a new one (01/TD). */
@Controller
class ApplicationController {

    private final ApplicationPages pages;
    private final WriteApplication write;
    private final MoveApplication move;

    ApplicationController(ApplicationPages pages, WriteApplication write, MoveApplication move) {
        this.pages = pages;
        this.write = write;
        this.move = move;
    }

    @GetMapping("/applications")
    ModelAndView list(
            Actor actor,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String after,
            Form form) {
        return list(actor, step(step), new Asked(plain(group), plain(after)), form, HttpStatus.OK);
    }

    private ModelAndView list(Actor actor, @Nullable Step step, Asked asked, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("loan/application/list", status);
        page.addObject("list", pages.list(actor, step, asked));
        return page;
    }

    /** Several applications go on at once, for which no word of explanation is needed. */
    @PostMapping("/applications/moves")
    ModelAndView moveAll(
            Actor actor,
            @RequestParam(defaultValue = "") List<String> application,
            @RequestParam(name = "move", defaultValue = "") String typed,
            Form form) {
        var key = form.key();
        try {
            int count = move.run(actor, new MoveApplication.Wish(key, application, move(typed), null));
            return SeeOther.to("/applications?done=" + count);
        } catch (Refused refused) {
            form.refuse("application", refused);
            return list(actor, null, new Asked("", ""), form, Answers.status(refused));
        }
    }

    @GetMapping("/applications/new")
    ModelAndView blank(Actor actor, Form form) {
        return blank(actor, form, HttpStatus.OK);
    }

    private ModelAndView blank(Actor actor, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("loan/application/new", status);
        page.addObject("blank", pages.blank(actor));
        return page;
    }

    @PostMapping("/applications/new")
    ModelAndView create(Actor actor, Form form) {
        var key = form.key();
        long member = form.read("member", ApplicationController::member, 0L);
        var amount = form.money("amount");
        int months = form.count("months");
        int interval = form.count("interval");
        if (!form.isRight()) {
            return blank(actor, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var wish = new WriteApplication.Wish(
                    key, member, form.text("programme"), form.text("purpose"), amount, months, interval);
            return SeeOther.to("/applications/" + write.run(actor, wish));
        } catch (Refused refused) {
            form.refuse(refused.refusal() == ApplicationRefusal.UNKNOWN_MEMBER ? "member" : "purpose", refused);
            return blank(actor, form, Answers.status(refused));
        }
    }

    @GetMapping("/applications/{code}")
    ModelAndView show(Actor actor, @PathVariable String code, Form form) {
        return show(actor, code, form, HttpStatus.OK);
    }

    private ModelAndView show(Actor actor, String code, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("loan/application/show", status);
        page.addObject("dossier", pages.one(actor, code));
        return page;
    }

    @PostMapping("/applications/{code}/moves")
    ModelAndView moveOne(
            Actor actor,
            @PathVariable String code,
            @RequestParam(name = "move", defaultValue = "") String typed,
            Form form) {
        pages.one(actor, code);
        var key = form.key();
        try {
            move.run(actor, new MoveApplication.Wish(key, List.of(code), move(typed), form.text("reason")));
            return SeeOther.to("/applications/" + code);
        } catch (Refused refused) {
            form.refuse("reason", refused);
            return show(actor, code, form, Answers.status(refused));
        }
    }

    private static Move move(String typed) {
        for (var each : Move.values()) {
            if (each.name().equals(typed)) {
                return each;
            }
        }
        throw new Refused(SharedRefusal.PAGE_EXPIRED);
    }

    private static @Nullable Step step(String typed) {
        for (var each : Step.values()) {
            if (each.name().equals(typed)) {
                return each;
            }
        }
        return null;
    }

    private static long member(String typed) {
        if (!typed.matches("\\d{1,18}")) {
            throw new Refused(ApplicationRefusal.UNKNOWN_MEMBER);
        }
        return Long.parseLong(typed);
    }

    /** PostgreSQL keeps no NUL; nobody types one. */
    private static String plain(String typed) {
        return typed.replace("\0", "").strip();
    }
}
