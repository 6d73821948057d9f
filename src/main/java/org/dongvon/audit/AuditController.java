package org.dongvon.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.dongvon.household.AskedPurpose;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.CsvDownload;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The logs, searched and taken along. */
@Controller
class AuditController {

    private static final List<String> KINDS = List.of("VIEW", "REVEAL", "EXPORT");

    private final AuditPages pages;
    private final BusinessDays days;

    AuditController(AuditPages pages, BusinessDays days) {
        this.pages = pages;
        this.days = days;
    }

    @GetMapping("/audit")
    String index(Actor actor, Model model) {
        model.addAttribute("busiest", pages.busiest(actor));
        return "audit/index";
    }

    @GetMapping("/audit/submissions")
    ModelAndView submissions(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        return submissions(actor, formats, form, HttpStatus.OK);
    }

    @GetMapping("/audit/seen")
    ModelAndView seen(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        return sights(actor, formats, form, HttpStatus.OK);
    }

    /** The person is typed into a posted form, so that a name or number stays out of addresses. */
    @PostMapping("/audit/seen")
    ModelAndView find(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        var filter = LogFilter.of(form);
        if (form.text("q").isBlank()) {
            return SeeOther.to(new LogFilter(filter.who(), filter.kind(), "", 0, filter.from(), filter.through())
                    .address("/audit/seen", ""));
        }
        var found = pages.find(actor, form.text("q").strip());
        if (found.matches().size() == 1) {
            return SeeOther.to(filter.of(found.matches().getFirst().id()).address("/audit/seen", ""));
        }
        var page = sights(actor, formats, form, HttpStatus.OK);
        page.addObject("found", found);
        page.addObject("filter", filter);
        return page;
    }

    @PostMapping("/audit/submissions/export")
    @Nullable
    ModelAndView exportSubmissions(
            Actor actor, @RequestAttribute("f") Formats formats, Form form, HttpServletResponse response) {
        var asked = AskedPurpose.of(form);
        var filter = LogFilter.of(form, latest(actor));
        if (!form.isRight()) {
            return submissions(actor, formats, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var file = new Download(
                response,
                "submissions.csv",
                "key",
                "kind",
                "day",
                "recorded_at",
                "role",
                "who",
                "point",
                "sha256",
                "request");
        pages.exportSubmissions(
                actor,
                filter,
                asked,
                row -> file.row(
                        row.key().toString(),
                        row.kind(),
                        row.day().toString(),
                        row.at().toString(),
                        row.role().name(),
                        row.who(),
                        row.point(),
                        row.proof().hash(),
                        row.proof().request()));
        file.close();
        return null;
    }

    @PostMapping("/audit/seen/export")
    @Nullable
    ModelAndView exportSights(
            Actor actor, @RequestAttribute("f") Formats formats, Form form, HttpServletResponse response) {
        var asked = AskedPurpose.of(form);
        var filter = LogFilter.of(form);
        if (!form.isRight()) {
            return sights(actor, formats, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var file = new Download(
                response, "seen.csv", "at", "who", "role", "kind", "page", "purpose", "note", "count", "people");
        pages.exportSights(
                actor,
                filter,
                asked,
                row -> file.row(
                        row.at().toString(),
                        row.by().name(),
                        row.by().role().name(),
                        row.kind(),
                        row.page(),
                        row.purpose().name(),
                        row.note(),
                        row.people().size(),
                        row.people().stream().map(String::valueOf).collect(Collectors.joining(" "))));
        file.close();
        return null;
    }

    private ModelAndView submissions(Actor actor, Formats formats, Form form, HttpStatus status) {
        var filter = LogFilter.of(form, latest(actor));
        var page = page("audit/submissions", formats, form, filter, status);
        page.addObject("log", pages.submissions(actor, filter, form.text("before")));
        return page;
    }

    private ModelAndView sights(Actor actor, Formats formats, Form form, HttpStatus status) {
        var filter = LogFilter.of(form);
        var before = form.text("before").matches("\\d{1,18}") ? Long.parseLong(form.text("before")) : Long.MAX_VALUE;
        var page = page("audit/seen", formats, form, filter, status);
        page.addObject("log", pages.sights(actor, filter, before));
        page.addObject("kinds", KINDS);
        return page;
    }

    private static ModelAndView page(String view, Formats formats, Form form, LogFilter filter, HttpStatus status) {
        var page = new ModelAndView(view, status);
        page.addObject("filter", filter);
        show(form, "from", filter.from(), formats);
        show(form, "through", filter.through(), formats);
        page.addObject("purposes", AskedPurpose.choices());
        return page;
    }

    private static void show(Form form, String field, @Nullable LocalDate day, Formats formats) {
        if (form.wrong(field) == null) {
            form.with(field, day == null ? "" : formats.date(day));
        }
    }

    /** The open day of the reader's office; of the country for those who belong to none. */
    private LocalDate latest(Actor actor) {
        return actor.officeId() != 0
                ? days.today(actor.officeId())
                : days.latest().orElseThrow(() -> new IllegalStateException("no office has a business day"));
    }

    /** Begins the file with the first row, so that nothing is sent before the export was logged. */
    private static final class Download {

        private final HttpServletResponse response;
        private final String name;
        private final String[] header;
        private @Nullable CsvDownload file;

        Download(HttpServletResponse response, String name, String... header) {
            this.response = response;
            this.name = name;
            this.header = header;
        }

        void row(@Nullable Object... cells) {
            begun().row(cells);
        }

        void close() {
            begun().close();
        }

        private CsvDownload begun() {
            var begun = file == null ? CsvDownload.to(response, name, header) : file;
            file = begun;
            return begun;
        }
    }
}
