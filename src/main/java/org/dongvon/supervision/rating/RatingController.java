package org.dongvon.supervision.rating;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.dongvon.shared.Actor;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.web.CsvDownload;
import org.dongvon.shared.web.PageLanguage;
import org.dongvon.supervision.rating.RatingPages.Listed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The ratings of a month by class, as a page and as a file; a group's ratings, each score with its records. */
@Controller
class RatingController {

    private final RatingPages pages;
    private final Messages messages;

    RatingController(RatingPages pages, Messages messages) {
        this.pages = pages;
        this.messages = messages;
    }

    @GetMapping("/ratings")
    String index(
            Actor actor,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(name = "class", defaultValue = "") String only,
            Model model) {
        model.addAttribute("list", pages.list(actor, day(month), ratingClass(only)));
        model.addAttribute("classes", RatingClass.values());
        return "supervision/ratings";
    }

    /** As a model, so that whoever is named in the file is logged as seen. */
    @GetMapping("/ratings.csv")
    ModelAndView file(
            Actor actor,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(name = "class", defaultValue = "") String only) {
        var list = pages.list(actor, day(month), ratingClass(only));
        var language = PageLanguage.of(request);
        return new ModelAndView((model, asked, response) -> write(response, language, list), Map.of("list", list));
    }

    private void write(HttpServletResponse response, Language language, Listed list) {
        var month = list.month();
        var name = "ratings-%s.csv"
                .formatted(month == null ? "none" : month.toString().substring(0, 7));
        var header = Arrays.stream("office point group name association head members points class".split(" "))
                .map(column -> messages.text(language, "rating.column." + column))
                .toArray(String[]::new);
        try (var file = CsvDownload.to(response, name, header)) {
            for (var each : list.ratings()) {
                var group = each.group();
                file.row(
                        group.office(),
                        group.point(),
                        group.code(),
                        group.name(),
                        group.association().in(language),
                        each.head(),
                        group.members(),
                        Formats.in(language)
                                .decimal(BigInteger.valueOf(each.standing().points()), 2),
                        messages.text(language, "ratingClass." + each.standing().ratingClass()));
            }
        }
    }

    @GetMapping("/groups/{code}/ratings")
    String show(
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String criterion,
            Model model) {
        var chosen = Arrays.stream(Criterion.values())
                .filter(each -> each.name().equals(criterion))
                .findFirst();
        model.addAttribute("shown", pages.show(actor, code, day(month), chosen.orElse(null)));
        return "supervision/rating";
    }

    private static @Nullable RatingClass ratingClass(String typed) {
        return Arrays.stream(RatingClass.values())
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    /** A day of an address, which a page made; anything else is as if there were none. */
    private static @Nullable LocalDate day(String typed) {
        return Optional.of(typed)
                .filter(text -> text.length() == "2024-04-30".length())
                .flatMap(RatingController::parsed)
                .orElse(null);
    }

    private static Optional<LocalDate> parsed(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
