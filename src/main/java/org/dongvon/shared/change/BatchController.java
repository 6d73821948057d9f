package org.dongvon.shared.change;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.PageLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Several requests of one kind at once, after a look at their list and total. */
@Controller
class BatchController {

    private final ChangePages pages;
    private final DecideChange decide;

    BatchController(ChangePages pages, DecideChange decide) {
        this.pages = pages;
        this.decide = decide;
    }

    @GetMapping("/approvals/batch")
    String show(Actor actor, HttpServletRequest request, @RequestParam(defaultValue = "") List<Long> id, Model model) {
        var rows = chosen(actor, request, id);
        model.addAttribute("rows", rows);
        model.addAttribute("total", ChangePages.sum(rows));
        return "shared/change/batch";
    }

    /** Each is a submission of its own: what one of them is refused for does not hold up the others. */
    @PostMapping("/approvals/batch")
    String approve(
            Actor actor,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") List<Long> id,
            Form form,
            Model model) {
        var rows = chosen(actor, request, id);
        var outcomes = new ArrayList<Outcome>();
        for (var row : rows) {
            long number = row.request().id();
            outcomes.add(new Outcome(row, approve(actor, form.keyOf(number), number)));
        }
        model.addAttribute("outcomes", outcomes);
        return "shared/change/batch-done";
    }

    private List<ChangePages.Row> chosen(Actor actor, HttpServletRequest request, List<Long> ids) {
        var rows = pages.chosen(actor, PageLanguage.of(request), ids);
        if (rows.isEmpty()) {
            throw new Refused(ChangeRefusal.NOTHING_CHOSEN);
        }
        if (rows.stream().map(row -> row.request().what().kind()).distinct().count() > 1) {
            throw new Refused(ChangeRefusal.CHOSEN_OF_SEVERAL_KINDS);
        }
        return rows;
    }

    private @Nullable Refused approve(Actor actor, UUID key, long id) {
        try {
            decide.approve(actor, key, id);
            return null;
        } catch (Refused refused) {
            return refused;
        }
    }

    /** What became of one of them. */
    record Outcome(ChangePages.Row row, @Nullable Refused refused) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return row.purpose();
        }

        @Override
        public List<Long> people() {
            return row.people();
        }
    }
}
