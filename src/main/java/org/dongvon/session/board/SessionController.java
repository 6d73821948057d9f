package org.dongvon.session.board;

import org.dongvon.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SessionController {

    private final SessionPage page;

    SessionController(SessionPage page) {
        this.page = page;
    }

    @GetMapping("/sessions/{id}")
    String show(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String q, Model model) {
        var session = page.read(actor, id);
        model.addAttribute("page", session);
        model.addAttribute("head", session.head());
        model.addAttribute("groups", session.found(q));
        model.addAttribute("q", q);
        model.addAttribute("actor", actor);
        return "session/board/session";
    }
}
