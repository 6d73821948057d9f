package org.dongvon.household.search;

import java.util.List;
import java.util.stream.Stream;
import org.dongvon.household.search.HouseholdSearch.Found;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Households by what somebody knows of them. */
@Controller
class HouseholdSearchController {

    private final HouseholdSearch search;
    private final Transactions transactions;

    HouseholdSearchController(HouseholdSearch search, Transactions transactions) {
        this.search = search;
        this.transactions = transactions;
    }

    @GetMapping("/households")
    String index(Actor actor, @RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("found", new Households(transactions.read(actor, () -> search.find(q))));
        return "household/households";
    }

    /** What was found. */
    record Households(List<Found> all) implements ShowsPeople {

        public List<Found> rows() {
            return all.stream().limit(HouseholdSearch.MOST).toList();
        }

        public boolean isMore() {
            return all.size() > HouseholdSearch.MOST;
        }

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return rows().stream()
                    .filter(each -> each.name() != null)
                    .flatMap(each -> Stream.ofNullable(each.head()))
                    .toList();
        }
    }
}
