package org.dongvon.capital.gift;

import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What campaigns came to, and what became of one gift: without a log-in, without a name. */
@Controller
class PublicGiftController {

    private final GiftPages pages;
    private final Transactions transactions;

    PublicGiftController(GiftPages pages, Transactions transactions) {
        this.pages = pages;
        this.transactions = transactions;
    }

    @GetMapping("/gifts")
    ModelAndView list() {
        return new ModelAndView("capital/gift/public", "totals", transactions.readPublic(pages::totals));
    }

    @GetMapping("/gifts/{code}")
    ModelAndView show(@PathVariable String code) {
        return new ModelAndView("capital/gift/public-gift", "gift", transactions.readPublic(() -> pages.gift(code)));
    }
}
