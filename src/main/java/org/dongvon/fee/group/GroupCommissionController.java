package org.dongvon.fee.group;

import org.dongvon.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class GroupCommissionController {

    private final GroupCommissions commissions;

    GroupCommissionController(GroupCommissions commissions) {
        this.commissions = commissions;
    }

    @GetMapping("/groups/{code}/commission")
    String show(Actor actor, @PathVariable String code, Model model) {
        model.addAttribute("shown", commissions.show(actor, code));
        return "fee/group";
    }
}
