package org.dongvon.programme.page;

import java.util.List;
import org.dongvon.document.Documents;
import org.dongvon.programme.DatedRate;
import org.dongvon.programme.LegalBasis;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.RateBook;
import org.dongvon.programme.Series;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What stands on a document: the way from a decision to the rates, caps and rules that it made. */
@Controller
class UseController {

    private final Programmes programmes;
    private final Documents documents;

    UseController(Programmes programmes, Documents documents) {
        this.programmes = programmes;
        this.documents = documents;
    }

    @GetMapping("/documents/{code}/uses")
    String index(@PathVariable String code, Model model) {
        var document = documents.get(code);
        var book = programmes.current();
        model.addAttribute("document", document);
        model.addAttribute(
                "programmes",
                book.programmes().stream()
                        .filter(each -> stands(each.basis(), code))
                        .toList());
        model.addAttribute("rates", rates(book.rates(), code));
        model.addAttribute(
                "caps",
                book.caps().stream().filter(each -> stands(each.basis(), code)).toList());
        model.addAttribute(
                "rules",
                book.parameters().rows().stream()
                        .filter(each -> stands(each.basis(), code))
                        .toList());
        model.addAttribute(
                "terms",
                book.terms().rows().stream()
                        .filter(each -> stands(each.basis(), code))
                        .toList());
        return "programme/uses";
    }

    private static List<Use> rates(RateBook book, String code) {
        return book.all().stream()
                .flatMap(series -> book.history(series.code()).stream()
                        .filter(row -> stands(row.basis(), code))
                        .map(row -> new Use(series, row)))
                .toList();
    }

    private static boolean stands(LegalBasis basis, String code) {
        return basis.documents().contains(code);
    }

    /** A rate that the document made. */
    record Use(Series series, DatedRate row) {}
}
