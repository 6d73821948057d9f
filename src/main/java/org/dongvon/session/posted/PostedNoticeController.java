package org.dongvon.session.posted;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.StatementPaper;
import org.dongvon.shared.Actor;
import org.dongvon.shared.table.Sheet;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.web.PageLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The notice that is posted at a point, on paper. */
@Controller
class PostedNoticeController {

    private final PostedNotices notices;
    private final Messages messages;
    private final StatementPaper paper;

    PostedNoticeController(PostedNotices notices, Messages messages, StatementPaper paper) {
        this.notices = notices;
        this.messages = messages;
        this.paper = paper;
    }

    @GetMapping("/cash-plan/notice.pdf")
    ModelAndView print(Actor actor, @RequestParam String point, HttpServletRequest request) {
        var notice = notices.read(actor, point);
        var language = PageLanguage.of(request);
        var name = "notice-%s-%s".formatted(notice.where().code().toLowerCase(Locale.ROOT), notice.session());
        var sheets = List.of(groups(language, notice), programmes(language, notice));
        return paper.print(language, name, notice.session(), sheets).showing(notice);
    }

    private Sheet groups(Language language, PostedNotice notice) {
        var rows = new ArrayList<Sheet.Row>();
        for (var group : notice.groups()) {
            rows.add(Sheet.Row.of(
                    group.names().getKey(),
                    group.names().getValue(),
                    group.hamlet(),
                    group.members(),
                    group.loans(),
                    new Dong(group.due())));
        }
        rows.add(Sheet.Row.sum(
                "",
                messages.text(language, "session.sum"),
                "",
                notice.sum(PostedNotice.OfGroup::members).amount(),
                notice.sum(PostedNotice.OfGroup::loans).amount(),
                notice.sum(PostedNotice.OfGroup::due)));
        return sheet(
                language,
                notice,
                "posted.groups",
                columns(language, "code", "group", "hamlet", "members", "loans", "due"),
                rows);
    }

    private Sheet programmes(Language language, PostedNotice notice) {
        var rows = notice.programmes().stream()
                .map(each -> Sheet.Row.of(
                        each.name().in(language), each.approved(), each.toPayOut(), each.paid(), each.paidOut()))
                .toList();
        return sheet(
                language,
                notice,
                "posted.decisions",
                columns(language, "programme", "approved", "toPayOut", "paid", "paidOut"),
                rows);
    }

    private Sheet sheet(
            Language language, PostedNotice notice, String title, List<String> columns, List<Sheet.Row> rows) {
        var formats = Formats.in(language);
        return new Sheet(
                messages.text(language, title),
                List.of(
                        messages.text(language, "posted.title") + ": "
                                + notice.where().name(),
                        messages.text(
                                language,
                                "posted.session",
                                formats.weekdayAndDate(notice.session()),
                                notice.where().address()),
                        messages.text(language, title) + ". " + messages.text(language, "sheet.unit")),
                columns,
                rows);
    }

    private List<String> columns(Language language, String... names) {
        return Stream.of(names)
                .map(name -> messages.text(language, "posted." + name))
                .toList();
    }
}
