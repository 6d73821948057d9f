package org.dongvon.notice.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.dongvon.notice.MessageKind;
import org.dongvon.notice.text.MessageText;
import org.dongvon.notice.text.ShortMessage;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Spelling;
import org.dongvon.shared.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The texts of messages with an example of each, and the form that asks for a new one. */
@Controller
class TemplateController {

    private final Templates templates;
    private final TemplateChange change;
    private final ChangeForms forms;
    private final Transactions transactions;

    TemplateController(Templates templates, TemplateChange change, ChangeForms forms, Transactions transactions) {
        this.templates = templates;
        this.change = change;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/messages/templates")
    String index(Actor actor, Model model) {
        var rows = transactions.read(actor, templates::rows);
        var shown = new ArrayList<Shown>();
        for (var kind : MessageKind.values()) {
            shown.add(new Shown(
                    kind,
                    rows.stream()
                            .filter(row -> row.kind() == kind)
                            .sorted(Comparator.comparing(Templates.Row::from)
                                    .reversed()
                                    .thenComparing(Templates.Row::language))
                            .map(Line::of)
                            .toList()));
        }
        model.addAttribute("kinds", shown);
        model.addAttribute("mayAsk", change.makers().contains(actor.role()));
        return "notice/templates";
    }

    @GetMapping("/messages/templates/{kind}/change")
    ModelAndView show(Actor actor, @PathVariable String kind, @RequestAttribute("f") Formats formats, Form form) {
        var of = TemplateChange.kind(kind);
        transactions.read(actor, templates::rows).stream()
                .filter(row -> row.kind() == of)
                .forEach(row -> form.with(row.language().tag(), row.text()));
        forms.begin(actor, form)
                .ifPresent(former -> form.with("vi", former.textOf("vi"))
                        .with("en", former.textOf("en"))
                        .with("from", formats.date(former.dateOf("from"))));
        return page(of, HttpStatus.OK);
    }

    @PostMapping("/messages/templates/{kind}/change")
    ModelAndView create(Actor actor, @PathVariable String kind, Form form) {
        var of = TemplateChange.kind(kind);
        var vi = form.read("vi", typed -> MessageText.typed(of, typed).text(), "");
        var en = form.read("en", typed -> MessageText.typed(of, typed).text(), "");
        var wanted = Facts.none()
                .text("vi", Spelling.ofLine(vi))
                .text("en", Spelling.ofLine(en))
                .date("from", form.date("from"));
        return forms.send(actor, form, TemplateChange.NAME, kind, wanted)
                .orElseGet(() -> page(of, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static ModelAndView page(MessageKind kind, HttpStatus status) {
        var page = new ModelAndView("notice/template", status);
        page.addObject("kind", kind);
        page.addObject("places", new TreeSet<>(kind.places()));
        return page;
    }

    /** A kind with its texts, the newest first. */
    record Shown(MessageKind kind, List<Line> lines) {}

    /** A text with what it comes to. */
    record Line(
            Language language,
            LocalDate from,
            String text,
            @Nullable String document,
            ShortMessage plain,
            ShortMessage full) {

        static Line of(Templates.Row row) {
            var example = row.template().example();
            return new Line(
                    row.language(),
                    row.from(),
                    row.text(),
                    row.document(),
                    ShortMessage.of(ShortMessage.withoutMarks(example)),
                    ShortMessage.of(example));
        }
    }
}
