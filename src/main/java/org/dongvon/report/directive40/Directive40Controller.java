package org.dongvon.report.directive40;

import jakarta.servlet.http.HttpServletRequest;
import org.dongvon.report.ReportScope;
import org.dongvon.shared.Actor;
import org.dongvon.shared.web.PageLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class Directive40Controller {

    private final Directive40Page page;
    private final ReportScope scope;

    Directive40Controller(Directive40Page page, ReportScope scope) {
        this.page = page;
        this.scope = scope;
    }

    @GetMapping("/reports/directive40")
    String show(
            Actor actor,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String asOf,
            HttpServletRequest request,
            Model model) {
        var asked = scope.request(actor, unit, asOf);
        model.addAttribute("units", scope.units(actor));
        model.addAttribute("asked", asked);
        model.addAttribute("page", page.read(actor, asked, PageLanguage.of(request)));
        return "report/directive40";
    }
}
