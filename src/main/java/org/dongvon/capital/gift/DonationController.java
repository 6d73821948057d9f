package org.dongvon.capital.gift;

import java.util.Set;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Campaigns, their gifts and the receipt of each. */
@Controller
class DonationController {

    private static final Set<Role> MAKERS = Set.of(Role.FUND_OFFICER, Role.ACCOUNTANT);

    private final GiftBook book;
    private final GiftPages pages;
    private final Transactions transactions;

    DonationController(GiftBook book, GiftPages pages, Transactions transactions) {
        this.book = book;
        this.pages = pages;
        this.transactions = transactions;
    }

    @GetMapping("/donations")
    ModelAndView list(Actor actor) {
        var page = new ModelAndView("capital/gift/campaigns");
        page.addObject("campaigns", transactions.read(actor, book::campaigns));
        page.addObject("mayAsk", MAKERS.contains(actor.role()));
        return page;
    }

    @GetMapping("/donations/{campaign}")
    ModelAndView show(Actor actor, @PathVariable String campaign) {
        return transactions.read(actor, () -> {
            var page = new ModelAndView("capital/gift/campaign");
            page.addObject("campaign", book.campaign(campaign));
            page.addObject("gifts", book.gifts(campaign));
            page.addObject("pledges", book.pledges(campaign));
            page.addObject("mayAsk", MAKERS.contains(actor.role()));
            return page;
        });
    }

    @GetMapping("/donations/receipts/{receipt}")
    ModelAndView receipt(Actor actor, @PathVariable String receipt) {
        return transactions.read(actor, () -> {
            var gift = book.gift(receipt);
            var page = new ModelAndView("capital/gift/receipt");
            page.addObject("gift", gift);
            page.addObject("campaign", book.campaign(gift.receipt().campaign()));
            page.addObject("check", pages.check(gift));
            page.addObject("mayAsk", MAKERS.contains(actor.role()));
            return page;
        });
    }
}
