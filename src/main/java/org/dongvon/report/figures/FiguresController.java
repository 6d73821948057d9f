package org.dongvon.report.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.dongvon.document.ShippedFile;
import org.dongvon.shared.Actor;
import org.dongvon.shared.web.PageLanguage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class FiguresController {

    private final FiguresPage page;

    FiguresController(FiguresPage page) {
        this.page = page;
    }

    @GetMapping("/reports/figures-check")
    String show(Actor actor, @RequestParam Map<String, String> asked, HttpServletRequest request, Model model) {
        var filter = FiguresPage.Filter.of(asked);
        model.addAttribute("page", page.read(actor, filter, PageLanguage.of(request)));
        var loaded = asked.getOrDefault("loaded", "");
        model.addAttribute("loaded", loaded.matches("[0-9]{1,9}") ? Integer.valueOf(loaded) : null);
        model.addAttribute("mayLoad", ImportFigures.mayLoad(actor));
        return "report/figures";
    }

    /** The figures of the founding articles and of the nation, as a file to start from. */
    @GetMapping("/reports/figures-check/example")
    ResponseEntity<byte[]> example() {
        // With a byte-order mark, by which spreadsheets know UTF-8.
        var text = "\ufeff" + ShippedFile.read("example-figures").text();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"figures.csv\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
