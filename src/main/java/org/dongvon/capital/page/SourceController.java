package org.dongvon.capital.page;

import java.time.LocalDate;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.text.DateInput;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Capital by its kinds at two days: on the day that is asked for, and at the end of the year before. */
@Controller
class SourceController {

    private final SourceTable table;
    private final BusinessDays days;

    SourceController(SourceTable table, BusinessDays days) {
        this.table = table;
        this.days = days;
    }

    @GetMapping("/capital/sources")
    String show(
            Actor actor,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String base,
            Model model) {
        var day = asOf.isEmpty() ? today(actor) : DateInput.parse(asOf);
        var from = base.isEmpty() ? LocalDate.of(day.getYear() - 1, 12, 31) : DateInput.parse(base);
        model.addAttribute("day", day);
        model.addAttribute("base", from);
        model.addAttribute("table", table.at(actor, from, day));
        return "capital/sources";
    }

    private LocalDate today(Actor reader) {
        return reader.officeId() != 0
                ? days.today(reader.officeId())
                : days.latest().orElse(LocalDate.EPOCH);
    }
}
