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
    private final Listings listings;

    ReportController(Reports reports, Listings listings) {
        this.reports = reports;
        this.listings = listings;
    }

    @GetMapping("/reports")
    String index(Model model) {
        model.addAttribute("reports", reports.list());
        model.addAttribute("measures", Measure.values());
        model.addAttribute("claims", CLAIMS);
        model.addAttribute("listings", listings.list());
        return "report/list";
    }
}
