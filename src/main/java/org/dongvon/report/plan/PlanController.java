package org.dongvon.report.plan;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.programme.Programme;
import org.dongvon.programme.Programmes;
import org.dongvon.report.ReportRequest;
import org.dongvon.report.ReportScope;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.DateInput;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.web.CsvDownload;
import org.dongvon.shared.web.PageLanguage;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The plan of a unit, as a page and as files: from the country down to hamlets. */
@Controller
class PlanController {

    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final List<String> SOURCES = List.of("CENTRAL", "PROVINCE", "DISTRICT", "COMMUNE");
    private static final Set<Role> MAKERS = Set.of(Role.CREDIT_OFFICER, Role.ACCOUNTANT, Role.DIRECTOR, Role.MANAGER);

    private final PlanReport report;
    private final PlanFigures figures;
    private final ReportScope scope;
    private final Units units;
    private final BusinessDays days;
    private final Programmes programmes;
    private final Messages messages;
    private final Transactions transactions;

    PlanController(
            PlanReport report,
            PlanFigures figures,
            ReportScope scope,
            Units units,
            BusinessDays days,
            Programmes programmes,
            Messages messages,
            Transactions transactions) {
        this.report = report;
        this.figures = figures;
        this.scope = scope;
        this.units = units;
        this.days = days;
        this.programmes = programmes;
        this.messages = messages;
        this.transactions = transactions;
    }

    @GetMapping("/reports/plan")
    String show(Actor actor, @ModelAttribute Asked asked, Model model) {
        var request = request(actor, asked);
        var statement = report.run(actor, request).only(asked.programme(), asked.source());
        model.addAttribute("statement", statement);
        model.addAttribute("unit", request.unit());
        model.addAttribute("units", scope.units(actor));
        model.addAttribute("asked", asked);
        model.addAttribute("programmes", programmes.current().programmes());
        model.addAttribute("names", names());
        model.addAttribute("sources", SOURCES);
        model.addAttribute("mayAsk", MAKERS.contains(actor.role()));
        model.addAttribute("hasHamlets", PlanFigures.hasHamlets(request.unit()));
        model.addAttribute("above", above(actor, request));
        return "report/plan";
    }

    private Map<String, Label> names() {
        return programmes.current().programmes().stream().collect(Collectors.toMap(Programme::code, Programme::name));
    }

    /** The unit above, where the reader sees it. */
    private Optional<Unit> above(Actor actor, ReportRequest request) {
        return transactions.read(
                actor,
                () -> units.parent(request.unit().id(), request.asOf())
                        .filter(unit ->
                                figures.closedThrough(unit, request.asOf()).isPresent()));
    }

    @GetMapping("/reports/plan.csv")
    void csv(Actor actor, @ModelAttribute Asked asked, HttpServletResponse response) {
        var statement = report.run(actor, request(actor, asked)).only(asked.programme(), asked.source());
        var fields = PlanFile.FIELDS.toArray(String[]::new);
        try (var file = CsvDownload.to(response, name(statement) + ".csv", fields)) {
            PlanFile.rows(statement).forEach(row -> file.row(row.toArray()));
        }
    }

    @GetMapping("/reports/plan.xlsx")
    ResponseEntity<byte[]> xlsx(Actor actor, @ModelAttribute Asked asked, HttpServletRequest request)
            throws IOException {
        var statement = report.run(actor, request(actor, asked)).only(asked.programme(), asked.source());
        var language = PageLanguage.of(request);
        var titles = PlanFile.FIELDS.stream()
                .map(field -> messages.text(language, "plan.field." + field))
                .toList();
        var attachment = ContentDisposition.attachment()
                .filename(name(statement) + ".xlsx", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(WORKBOOK)
                .body(PlanFile.workbook(statement, titles));
    }

    private static String name(PlanStatement statement) {
        return "plan-%s-%s".formatted(statement.unit().toLowerCase(Locale.ROOT), statement.asOf());
    }

    private ReportRequest request(Actor actor, Asked asked) {
        var today = days.latest().orElse(LocalDate.EPOCH);
        var day = asked.asOf().isEmpty() ? today : DateInput.parse(asked.asOf());
        return new ReportRequest(unit(actor, asked.unit(), today), day, Optional.empty());
    }

    /** The unit that was typed, or the reader's own: office, the highest unit in scope, or commune. */
    private Unit unit(Actor actor, String typed, LocalDate today) {
        if (!typed.isEmpty()) {
            return units.byCode(typed);
        }
        var all = scope.units(actor);
        if (!all.isEmpty()) {
            return all.stream()
                    .filter(each -> each.id() == actor.officeId())
                    .findFirst()
                    .orElseGet(all::getLast);
        }
        return units.byCode(transactions
                .read(actor, figures::commune)
                .orElseThrow(() -> new Refused(OrganisationRefusal.UNKNOWN_UNIT, today.toString())));
    }

    /** What was asked for; all of it may be left out. */
    record Asked(String unit, String asOf, String programme, String source) {

        Asked {
            unit = unit == null ? "" : unit.strip();
            asOf = asOf == null ? "" : asOf.strip();
            programme = programme == null ? "" : programme.strip();
            source = source == null ? "" : source.strip();
        }
    }
}
