package org.dongvon.household.person;

import java.util.List;
import java.util.regex.Pattern;
import org.dongvon.household.FindByIdentity;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is typed into a search box. It is posted, so that an identity number stays out of addresses, histories and logs;
 * everything else goes on to the list of loans, whose address may be kept.
 */
@Controller
class SearchController {

    private static final List<String> FIELDS = List.of("q", "programme", "point", "state", "group");
    private static final Pattern LONGER = Pattern.compile("(?s)(.{120}).*");

    private final FindByIdentity people;

    SearchController(FindByIdentity people) {
        this.people = people;
    }

    @PostMapping("/search")
    ModelAndView search(Actor actor, Form form) {
        var typed = form.text("q");
        if (!FindByIdentity.isNumber(typed)) {
            return SeeOther.to(loans(form));
        }
        var found = people.find(actor, typed);
        if (found.size() == 1) {
            return SeeOther.to("/people/" + found.getFirst().id());
        }
        return new ModelAndView("household/found", "found", new Found(found));
    }

    private static String loans(Form form) {
        var address = UriComponentsBuilder.fromPath("/loans");
        for (var field : FIELDS) {
            var value = LONGER.matcher(form.text(field)).replaceFirst("$1");
            if (!value.isBlank()) {
                address.queryParam(field, value);
            }
        }
        return address.encode().build().toUriString();
    }

    /** People with the number that was typed: none, or several after a mistake in the register. */
    record Found(List<FindByIdentity.Match> matches) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.PERSON_FILE;
        }

        @Override
        public List<Long> people() {
            return matches.stream().map(FindByIdentity.Match::id).toList();
        }
    }
}
