package org.dongvon.identity.page;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.web.HomePart;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomeController {

    private final List<HomePart> parts;

    HomeController(List<HomePart> parts) {
        this.parts =
                parts.stream().sorted(Comparator.comparingInt(HomePart::place)).toList();
    }

    @GetMapping("/")
    String show(Actor actor, Model model) {
        model.addAttribute(
                "parts",
                parts.stream()
                        .filter(part -> part.isFor(actor))
                        .map(part -> new Shown(part.template(), part.load(actor)))
                        .toList());
        return "identity/home";
    }

    /** A part with its data, loaded before the template runs. */
    record Shown(String template, Object data) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return data instanceof ShowsPeople some ? some.purpose() : Purpose.GROUPS;
        }

        @Override
        public Collection<Long> people() {
            return data instanceof ShowsPeople some ? some.people() : List.of();
        }
    }
}
