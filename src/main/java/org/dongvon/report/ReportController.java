package org.dongvon.report;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class ReportController {

    private final Reports reports;
    private final Listings listings;

    ReportController(Reports reports, Listings listings) {
        this.reports = reports;
        this.listings = listings;
    }

    @GetMapping("/reports")
    String index(Model model) {
        model.addAttribute("reports", reports.list());
        model.addAttribute("listings", listings.list());
        model.addAttribute("indicators", Indicator.values());
        return "report/list";
    }
}
