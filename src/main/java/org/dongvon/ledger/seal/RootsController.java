package org.dongvon.ledger.seal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.ledger.seal.PublishRoots.Extent;
import org.dongvon.shared.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The published seals: without a log-in, without personal data, to be kept by whoever wants to prove something later. */
@Controller
class RootsController {

    private final RootsPages pages;
    private final PublishRoots roots;
    private final Signing signing;

    RootsController(RootsPages pages, PublishRoots roots, Signing signing) {
        this.pages = pages;
        this.roots = roots;
        this.signing = signing;
    }

    @GetMapping("/roots")
    String index(Model model) {
        model.addAttribute("offices", pages.offices());
        model.addAttribute("keys", signing.published());
        return "ledger/roots";
    }

    @GetMapping("/roots/{office}")
    String show(@PathVariable String office, @RequestParam(defaultValue = "0") int year, Model model) {
        var shown = pages.office(office);
        var years = pages.years(office);
        int chosen = years.contains(year) ? year : years.isEmpty() ? 0 : years.getFirst();
        model.addAttribute("office", shown);
        model.addAttribute("years", years);
        model.addAttribute("year", chosen);
        model.addAttribute("days", chosen == 0 ? List.of() : pages.days(office, chosen));
        return "ledger/roots-office";
    }

    @GetMapping("/roots/roots.txt")
    void heads(HttpServletResponse response) throws IOException {
        send(response, "", Extent.HEADS, "dongvon-roots.txt");
    }

    @GetMapping("/roots/{office}/roots.txt")
    void file(@PathVariable String office, HttpServletResponse response) throws IOException {
        send(response, pages.office(office).code(), Extent.VOUCHERS, "dongvon-roots-" + office + ".txt");
    }

    private void send(HttpServletResponse response, String office, Extent extent, String name) throws IOException {
        if (signing.published().isEmpty()) {
            throw new Refused(LedgerRefusal.NOTHING_SEALED, office.isEmpty() ? "VN" : office);
        }
        // Made whole first, so that a slow reader does not keep a connection to the database.
        var file = new ByteArrayOutputStream();
        roots.write(office, extent, file);
        response.setContentType("text/plain; charset=utf-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        file.writeTo(response.getOutputStream());
    }
}
