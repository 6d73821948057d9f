package org.dongvon.household.cards;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.dongvon.household.AskedPurpose;
import org.dongvon.household.SeenLog;
import org.dongvon.household.SeenLog.Kind;
import org.dongvon.household.SeenLog.Seen;
import org.dongvon.household.cards.Cards.Due;
import org.dongvon.household.cards.Cards.Place;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.CsvDownload;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whose card is due for renewal, and the page on which a new one is noted. */
@Controller
class CardController {

    private static final int PAGE = 100;
    private static final int MOST_EXPORTED = 20_000;
    private static final Set<Role> NOTING = Set.of(Role.LEADER, Role.TELLER, Role.CREDIT_OFFICER);

    private final Cards cards;
    private final RecordCard record;
    private final BusinessDays days;
    private final SeenLog log;
    private final Transactions transactions;

    CardController(Cards cards, RecordCard record, BusinessDays days, SeenLog log, Transactions transactions) {
        this.cards = cards;
        this.record = record;
        this.days = days;
        this.log = log;
        this.transactions = transactions;
    }

    @GetMapping("/cards")
    ModelAndView index(Actor actor, @RequestParam(defaultValue = "") String after, Form form) {
        return list(actor, after, HttpStatus.OK);
    }

    @PostMapping("/cards/export")
    @Nullable
    ModelAndView export(Actor actor, Form form, HttpServletResponse response) {
        var asked = AskedPurpose.of(form);
        if (!form.isRight()) {
            return list(actor, "", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var found = transactions.read(actor, () -> cards.due(Place.BEGINNING, today(actor), MOST_EXPORTED));
        log.writeExport(
                actor,
                new Seen(
                        Kind.EXPORT,
                        "/cards/export",
                        asked.purpose(),
                        asked.note(),
                        found.stream().map(Due::id).toList()));
        try (var file = CsvDownload.to(response, "cards.csv", "household", "name", "last4", "place", "why", "due")) {
            for (var each : found) {
                var term = each.term();
                file.row(
                        each.household(),
                        each.name(),
                        each.last4(),
                        each.place(),
                        term.old() ? "9_DIGITS" : "AGE",
                        term.old() ? "" : term.day().toString());
            }
        }
        return null;
    }

    @GetMapping("/people/{id}/card")
    ModelAndView show(Actor actor, @PathVariable long id, Form form) {
        form.withKey();
        return page(actor, id, HttpStatus.OK);
    }

    @PostMapping("/people/{id}/card")
    ModelAndView create(Actor actor, @PathVariable long id, Form form) {
        var key = form.key();
        var issued = form.date("issued");
        if (!form.isRight()) {
            return page(actor, id, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            record.run(actor, key, id, issued);
            return SeeOther.to("/people/" + id + "/card");
        } catch (Refused refused) {
            form.refuse("issued", refused);
            return page(actor, id, Answers.status(refused));
        }
    }

    private ModelAndView list(Actor actor, String after, HttpStatus status) {
        var today = today(actor);
        var page = new ModelAndView("household/cards", status);
        page.addObject(
                "list", new DueList(transactions.read(actor, () -> cards.due(Place.of(after), today, PAGE + 1))));
        page.addObject("purposes", AskedPurpose.choices());
        return page;
    }

    private ModelAndView page(Actor actor, long id, HttpStatus status) {
        var page = new ModelAndView("household/card", status);
        var card = transactions.read(actor, () -> cards.of(id));
        page.addObject("shown", new CardOf(id, card));
        page.addObject("ruled", cards.rule(card.today()));
        page.addObject("noting", NOTING.contains(actor.role()));
        return page;
    }

    /** The open day of the reader's office; the latest of all for those who belong to none. */
    private LocalDate today(Actor actor) {
        return actor.officeId() != 0
                ? days.today(actor.officeId())
                : days.latest().orElseThrow(() -> new IllegalStateException("no office has a business day"));
    }

    /** The card of a person. */
    record CardOf(long id, Cards.Card card) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.PERSON_FILE;
        }

        @Override
        public List<Long> people() {
            return List.of(id);
        }
    }

    /** A page of people whose card is due. */
    record DueList(List<Due> found) implements ShowsPeople {

        public List<Due> rows() {
            return found.stream().limit(PAGE).toList();
        }

        public int aheadMonths() {
            return CardRule.AHEAD_MONTHS;
        }

        public int rememberedYears() {
            return CardRule.REMEMBERED_YEARS;
        }

        /** Where the next page begins; none when this is the last. */
        public @Nullable String next() {
            return found.size() > PAGE ? found.get(PAGE - 1).at().toString() : null;
        }

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return rows().stream().map(Due::id).toList();
        }
    }
}
