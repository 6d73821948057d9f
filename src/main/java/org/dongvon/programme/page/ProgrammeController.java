package org.dongvon.programme.page;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dongvon.document.Document;
import org.dongvon.document.Documents;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.programme.Cap;
import org.dongvon.programme.DatedRate;
import org.dongvon.programme.Programme;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.ReferenceBook;
import org.dongvon.programme.Series;
import org.dongvon.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class ProgrammeController {

    private final Programmes programmes;
    private final Documents documents;
    private final BusinessDays days;

    ProgrammeController(Programmes programmes, Documents documents, BusinessDays days) {
        this.programmes = programmes;
        this.documents = documents;
        this.days = days;
    }

    /** The documents that rows name by their codes. */
    @ModelAttribute("documents")
    Map<String, Document> documents() {
        return documents.list().stream().collect(toMap(Document::code, Function.identity()));
    }

    @GetMapping("/programmes")
    String index(Actor actor, Model model) {
        var book = programmes.current();
        var day = day(actor, book);
        model.addAttribute("day", day);
        model.addAttribute(
                "rows",
                book.programmes().stream()
                        .map(programme -> row(book, programme, day))
                        .toList());
        return "programme/list";
    }

    @GetMapping("/programmes/{code}")
    String show(@PathVariable String code, Actor actor, Model model) {
        var book = programmes.current();
        model.addAttribute("day", day(actor, book));
        model.addAttribute("programme", book.programme(code));
        model.addAttribute(
                "series",
                book.rates().ofProgramme(code).stream()
                        .map(series -> new History(
                                series,
                                book.rates().history(series.code()).reversed()))
                        .toList());
        model.addAttribute("caps", book.capsOf(code).reversed());
        return "programme/show";
    }

    @GetMapping("/rules")
    String rules(Actor actor, Model model) {
        var book = programmes.current();
        model.addAttribute("day", day(actor, book));
        model.addAttribute("parameters", book.parameters().rows());
        return "programme/rules";
    }

    /** The open day of the reader's office, else the latest of all; where no office is open yet, the last day with news. */
    private LocalDate day(Actor actor, ReferenceBook book) {
        return actor.officeId() == 0
                ? days.latest().orElseGet(() -> lastNews(book))
                : days.today(actor.officeId());
    }

    private static LocalDate lastNews(ReferenceBook book) {
        return book.rates().all().stream()
                .map(series -> book.rates().history(series.code()).getLast().change().from())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Row row(ReferenceBook book, Programme programme, LocalDate day) {
        var rates = book.rates().ofProgramme(programme.code()).stream()
                .filter(series -> series.takesContractsOf(day))
                .flatMap(series -> book.rates().rateOn(series.code(), day).stream()
                        .map(rate -> new Rate(series, rate)))
                .toList();
        var caps = book.capsOf(programme.code()).stream()
                .filter(cap -> cap.holdsOn(day))
                .toList();
        return new Row(programme, rates, caps);
    }

    /** A programme as it lends on a day. */
    record Row(Programme programme, List<Rate> rates, List<Cap> caps) {}

    /** The rate of new contracts on a day. */
    record Rate(Series series, DatedRate row) {}

    /** A series with its rows, the newest first. */
    record History(Series series, List<DatedRate> rows) {}
}
