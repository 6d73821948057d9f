package org.dongvon.programme.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dongvon.document.Documents;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.programme.Cap;
import org.dongvon.programme.DatedRate;
import org.dongvon.programme.Programme;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.ReferenceBook;
import org.dongvon.programme.Series;
import org.dongvon.programme.TermWords;
import org.dongvon.programme.change.CapChange;
import org.dongvon.programme.change.RateProposal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.timeline.History;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.web.PageLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class ProgrammeController {

    private final Programmes programmes;
    private final Documents documents;
    private final BusinessDays days;
    private final RateProposal change;
    private final TermWords words;

    ProgrammeController(
            Programmes programmes, Documents documents, BusinessDays days, RateProposal change, TermWords words) {
        this.programmes = programmes;
        this.documents = documents;
        this.days = days;
        this.change = change;
        this.words = words;
    }

    @GetMapping("/programmes")
    String index(Actor actor, Model model) {
        var book = programmes.current();
        var day = day(actor, book);
        model.addAttribute("day", day);
        model.addAttribute(
                "rows",
                book.programmes().stream()
                        .map(programme -> row(book, book.on(programme.code(), day), day))
                        .toList());
        return "programme/list";
    }

    @GetMapping("/programmes/{code}")
    String show(@PathVariable String code, Actor actor, HttpServletRequest request, Model model) {
        var book = programmes.current();
        model.addAttribute("documents", documents.byCode());
        var day = day(actor, book);
        model.addAttribute("day", day);
        model.addAttribute("programme", book.on(code, day));
        model.addAttribute("rules", words.rules(PageLanguage.of(request), book, code, day));
        model.addAttribute("capKeys", capKeys(book, code));
        model.addAttribute(
                "series",
                book.rates().ofProgramme(code).stream()
                        .map(series -> new Rated(
                                series, book.rates().history(series.code()).reversed()))
                        .toList());
        model.addAttribute("caps", book.capsOf(code).reversed());
        model.addAttribute(
                "mayAsk",
                change.makers().contains(actor.role()) && actor.scope().isCountry());
        model.addAttribute("history", History.of(Subject.Kind.PROGRAMME, code));
        return "programme/show";
    }

    /** What caps the programme has had, by class and basis; each can be changed. */
    private static List<Cap> capKeys(ReferenceBook book, String code) {
        return book.capsOf(code).stream()
                .collect(Collectors.toMap(CapChange::key, cap -> cap, (earlier, later) -> later, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    /** The open day of the reader's office, else the latest of all; where no office is open yet, the last day with news. */
    private LocalDate day(Actor actor, ReferenceBook book) {
        return actor.officeId() == 0 ? days.latest().orElseGet(() -> lastNews(book)) : days.today(actor.officeId());
    }

    private static LocalDate lastNews(ReferenceBook book) {
        return book.rates().all().stream()
                .map(series ->
                        book.rates().history(series.code()).getLast().change().from())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Row row(ReferenceBook book, Programme programme, LocalDate day) {
        var rates = book.rates().ofProgramme(programme.code()).stream()
                .filter(series -> series.takesContractsOf(day))
                .flatMap(series ->
                        book.rates().rateOn(series.code(), day).stream().map(rate -> new Rate(series, rate)))
                .toList();
        var caps = book.capsOf(programme.code()).stream()
                .filter(cap -> cap.holdsOn(day))
                .toList();
        var opens = book.rates().ofProgramme(programme.code()).stream()
                .map(series -> book.rates().series(series.code()).firstDay())
                .min(Comparator.naturalOrder());
        return new Row(programme, rates, opens.orElse(null), caps);
    }

    /** A programme as it lends on a day; where it has no rate yet, when it will. */
    record Row(
            Programme programme, List<Rate> rates, @Nullable LocalDate opens, List<Cap> caps) {}

    /** The rate of new contracts on a day. */
    record Rate(Series series, DatedRate row) {}

    /** A series with its rows, the newest first. */
    record Rated(Series series, List<DatedRate> rows) {}
}
