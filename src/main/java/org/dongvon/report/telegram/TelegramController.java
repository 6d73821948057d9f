package org.dongvon.report.telegram;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.report.ReportRequest;
import org.dongvon.report.ReportScope;
import org.dongvon.shared.Actor;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.web.PageLanguage;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The daily telegram as a page and as a workbook. */
@Controller
class TelegramController {

    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final List<String> WHOSE = List.of("code", "name");

    private final TelegramReport report;
    private final ReportScope scope;
    private final BusinessDays days;
    private final Messages messages;

    TelegramController(TelegramReport report, ReportScope scope, BusinessDays days, Messages messages) {
        this.report = report;
        this.scope = scope;
        this.days = days;
        this.messages = messages;
    }

    @GetMapping("/reports/telegram")
    String show(
            Actor actor,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String asOf,
            Model model) {
        var request = request(actor, unit, asOf);
        model.addAttribute("statement", report.run(actor, request));
        model.addAttribute("unit", request.unit());
        model.addAttribute("units", scope.units(actor));
        return "report/telegram";
    }

    @GetMapping("/reports/telegram.xlsx")
    ResponseEntity<byte[]> xlsx(
            Actor actor,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String asOf,
            HttpServletRequest page)
            throws IOException {
        var request = request(actor, unit, asOf);
        var statement = report.run(actor, request);
        var language = PageLanguage.of(page);
        var titles = Stream.concat(WHOSE.stream(), TelegramFile.FIELDS.stream())
                .map(field -> messages.text(language, "telegram.field." + field))
                .toList();
        var heading = messages.text(
                language,
                "telegram.heading",
                request.unit().name(),
                Formats.in(language).date(statement.asOf()));
        var name = "telegram-%s-%s.xlsx".formatted(statement.unit().toLowerCase(Locale.ROOT), statement.asOf());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(WORKBOOK)
                .body(TelegramFile.workbook(statement, request.unit().name(), heading, titles));
    }

    /** Without a day, today: a telegram is of the day that is open. */
    private ReportRequest request(Actor actor, String unit, String asOf) {
        var asked = scope.request(actor, unit, asOf);
        return asOf.isEmpty()
                ? new ReportRequest(asked.unit(), days.latest().orElse(LocalDate.EPOCH), Optional.empty())
                : asked;
    }
}
