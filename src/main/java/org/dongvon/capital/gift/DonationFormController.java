package org.dongvon.capital.gift;

import java.time.LocalDate;
import org.dongvon.capital.gift.GiftBook.Donor;
import org.dongvon.capital.gift.MakePledge.Promise;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The forms of donations: a campaign, a promise, a gift, its use and its return. */
@Controller
class DonationFormController {

    private final GiftBook book;
    private final MakePledge pledge;
    private final BusinessDays days;
    private final ChangeForms forms;
    private final Transactions transactions;

    DonationFormController(
            GiftBook book, MakePledge pledge, BusinessDays days, ChangeForms forms, Transactions transactions) {
        this.book = book;
        this.pledge = pledge;
        this.days = days;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/donations/new")
    ModelAndView showCampaign(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        forms.begin(actor, form).ifPresent(former -> {
            for (var field : new String[] {"name-vi", "name-en", "thanks-vi", "thanks-en"}) {
                form.with(field, former.textOf(field));
            }
            form.with("goal", former.has("goal") ? formats.dong(former.dongOf("goal")) : "")
                    .with("from", formats.date(former.dateOf("from")))
                    .with("through", formats.date(former.dateOf("through")));
        });
        return new ModelAndView("capital/gift/new");
    }

    @PostMapping("/donations/new")
    ModelAndView askCampaign(Actor actor, Form form) {
        var wanted = CampaignChange.wanted(
                new Label(form.text("name-vi"), form.text("name-en")),
                new Label(form.text("thanks-vi"), form.text("thanks-en")),
                form.text("goal").isBlank() ? null : form.money("goal"),
                form.date("from"),
                form.date("through"));
        return forms.send(actor, form, CampaignChange.NAME, form.text("code").strip(), wanted)
                .orElseGet(() -> new ModelAndView("capital/gift/new", HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/donations/{campaign}/pledges")
    ModelAndView showPledge(Actor actor, @PathVariable String campaign, Form form) {
        form.withKey();
        return page(actor, campaign, "capital/gift/pledge", HttpStatus.OK);
    }

    @PostMapping("/donations/{campaign}/pledges")
    ModelAndView makePledge(Actor actor, @PathVariable String campaign, Form form) {
        var key = form.key();
        var amount = form.money("amount");
        var due = form.date("due");
        if (form.isRight()) {
            try {
                pledge.run(actor, key, campaign, new Promise(form.text("donor"), amount, due));
                return SeeOther.to("/donations/" + campaign);
            } catch (Refused refused) {
                form.refuse("donor", refused);
            }
        }
        return page(actor, campaign, "capital/gift/pledge", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/donations/{campaign}/gifts/new")
    ModelAndView showGift(Actor actor, @PathVariable String campaign, @RequestAttribute("f") Formats f, Form form) {
        forms.begin(actor, form)
                .ifPresent(former -> form.with("amount", f.dong(former.dongOf("amount")))
                        .with("on", f.date(former.dateOf("on")))
                        .with("donor", former.textOf("donor"))
                        .with("anonymous", GiftChange.isAnonymous(former) ? "1" : "")
                        .with("reference", former.textOf("reference"))
                        .with("pledge", former.has("pledge") ? former.textOf("pledge") : ""));
        return page(actor, campaign, "capital/gift/gift", HttpStatus.OK);
    }

    @PostMapping("/donations/{campaign}/gifts/new")
    ModelAndView askGift(Actor actor, @PathVariable String campaign, Form form) {
        var wanted = GiftChange.wanted(
                form.money("amount"),
                form.date("on"),
                new Donor(form.text("donor"), !form.text("anonymous").isEmpty()),
                form.text("reference"),
                form.text("pledge"));
        return forms.send(actor, form, GiftChange.NAME, campaign, wanted)
                .orElseGet(() -> page(actor, campaign, "capital/gift/gift", HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/donations/{campaign}/allocation")
    ModelAndView showAllocation(
            Actor actor, @PathVariable String campaign, @RequestAttribute("f") Formats formats, Form form) {
        forms.begin(actor, form).ifPresent(former -> form.with("amount", formats.dong(former.dongOf("amount"))));
        return page(actor, campaign, "capital/gift/allocation", HttpStatus.OK);
    }

    @PostMapping("/donations/{campaign}/allocation")
    ModelAndView askAllocation(Actor actor, @PathVariable String campaign, Form form) {
        var subject = campaign + ":" + form.text("contract").strip();
        return forms.send(actor, form, AllocationChange.NAME, subject, AllocationChange.wanted(form.money("amount")))
                .orElseGet(() -> page(actor, campaign, "capital/gift/allocation", HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/donations/receipts/{receipt}/refund")
    ModelAndView showRefund(Actor actor, @PathVariable String receipt, Form form) {
        forms.begin(actor, form);
        return refundPage(actor, receipt, HttpStatus.OK);
    }

    @PostMapping("/donations/receipts/{receipt}/refund")
    ModelAndView askRefund(Actor actor, @PathVariable String receipt, Form form) {
        Dong left = transactions.read(actor, () -> book.gift(receipt).left());
        return forms.send(actor, form, RefundChange.NAME, receipt, RefundChange.wanted(left))
                .orElseGet(() -> refundPage(actor, receipt, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView refundPage(Actor actor, String receipt, HttpStatus status) {
        var page = new ModelAndView("capital/gift/refund", status);
        page.addObject("gift", transactions.read(actor, () -> book.gift(receipt)));
        return page;
    }

    private ModelAndView page(Actor actor, String code, String view, HttpStatus status) {
        return transactions.read(actor, () -> {
            var campaign = book.campaign(code);
            var page = new ModelAndView(view, status);
            page.addObject("campaign", campaign);
            page.addObject("today", today(campaign));
            page.addObject("pledges", book.pledges(code));
            page.addObject("contracts", book.contracts(campaign));
            return page;
        });
    }

    private LocalDate today(Campaign campaign) {
        return days.today(campaign.place().officeId());
    }
}
