package org.dongvon.report;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class ReportController {

    private static final Set<Indicator.Claimed> CLAIMS =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Indicator.Claimed.VALUE)));

    private final Reports reports;

    ReportController(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/reports")
    String index(Model model) {
        model.addAttribute("reports", reports.list());
        model.addAttribute("measures", Measure.values());
        model.addAttribute("claims", CLAIMS);
        return "report/list";
    }
}
