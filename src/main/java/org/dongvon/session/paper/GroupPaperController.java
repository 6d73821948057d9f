package org.dongvon.session.paper;

import org.dongvon.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

@Controller
class GroupPaperController {

    private final GroupPapers papers;

    GroupPaperController(GroupPapers papers) {
        this.papers = papers;
    }

    @GetMapping("/groups/{code}/forms/{form}")
    ModelAndView show(Actor actor, @PathVariable String code, @PathVariable String form) {
        var printed = papers.ofGroup(actor, code, form);
        return printed.file().showing(printed.papers());
    }

    @GetMapping("/sessions/{id}/forms/{form}")
    ModelAndView index(Actor actor, @PathVariable long id, @PathVariable String form) {
        var printed = papers.ofSession(actor, id, form);
        return printed.file().showing(printed.papers());
    }
}
