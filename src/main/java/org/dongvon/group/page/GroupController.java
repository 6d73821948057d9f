package org.dongvon.group.page;

import org.dongvon.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class GroupController {

    private final GroupPages pages;
    private final ContractPaper contracts;
    private final FoundingPaper foundings;

    GroupController(GroupPages pages, ContractPaper contracts, FoundingPaper foundings) {
        this.pages = pages;
        this.contracts = contracts;
        this.foundings = foundings;
    }

    @GetMapping("/groups")
    String list(Actor actor, @RequestParam(defaultValue = "") String point, Model model) {
        model.addAttribute("list", pages.points(actor, point));
        return "group/groups";
    }

    @GetMapping("/groups/{code}")
    String show(Actor actor, @PathVariable String code, Model model) {
        model.addAttribute("group", pages.group(actor, code));
        return "group/group";
    }

    @GetMapping("/groups/{code}/forms/10-td")
    ModelAndView founding(Actor actor, @PathVariable String code) {
        return foundings.print(actor, code).show();
    }

    @GetMapping("/groups/{code}/forms/11-td")
    ModelAndView contract(Actor actor, @PathVariable String code) {
        var printed = contracts.print(actor, code);
        return printed.file().showing(printed.paper());
    }
}
