package org.dongvon.report;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class ReportController {

    private final Reports reports;

    ReportController(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/reports")
    String index(Model model) {
        model.addAttribute("reports", reports.list());
        model.addAttribute("indicators", Indicator.values());
        return "report/list";
    }
}
