package org.dongvon.report.loans;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.report.ListingFile;
import org.dongvon.report.ListingRequest;
import org.dongvon.report.ReportScope;
import org.dongvon.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of loans as a file for Excel, by the same filters as the page of loans. */
@Controller
class LoanFileController {

    private final LoanListing listing;
    private final ReportScope scope;
    private final BusinessDays days;

    LoanFileController(LoanListing listing, ReportScope scope, BusinessDays days) {
        this.listing = listing;
        this.scope = scope;
        this.days = days;
    }

    // Written whole before it is sent: a slow reader holds no snapshot open, and a list that fails is no half file.
    @GetMapping("/reports/loans.csv")
    void download(Actor actor, @RequestParam Map<String, String> query, HttpServletResponse response)
            throws IOException {
        var request = request(actor, query);
        var file = Files.createTempFile("dongvon-loans", ".csv");
        try {
            try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                ListingFile.csv(listing, actor, request, true, out);
            }
            var name = "loans-%s-%s.csv".formatted(request.unit().code().toLowerCase(Locale.ROOT), request.asOf());
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(name).build().toString());
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private ListingRequest request(Actor actor, Map<String, String> query) {
        var asked = scope.request(actor, text(query, "unit"), text(query, "asOf"));
        var day = text(query, "asOf").isEmpty() ? days.latest().orElse(asked.asOf()) : asked.asOf();
        var filter = new ListingRequest.Filter(
                text(query, "q").toUpperCase(Locale.ROOT),
                text(query, "programme"),
                text(query, "group").toUpperCase(Locale.ROOT),
                text(query, "point"),
                overdue(text(query, "state")));
        return new ListingRequest(asked.unit(), day, filter);
    }

    private static String text(Map<String, String> query, String name) {
        // PostgreSQL keeps no NUL; nobody types one.
        return query.getOrDefault(name, "").replace("\0", "").strip();
    }

    private static @Nullable Boolean overdue(String state) {
        return switch (state) {
            case "IN_TERM" -> Boolean.FALSE;
            case "OVERDUE" -> Boolean.TRUE;
            default -> null;
        };
    }
}
