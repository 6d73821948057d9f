package org.dongvon.notice.template;

import java.time.LocalDate;
import org.dongvon.notice.MessageKind;
import org.dongvon.notice.NoticeRefusal;
import org.dongvon.notice.text.MessageText;
import org.dongvon.notice.text.ShortMessage;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.CountryRule;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.springframework.stereotype.Component;

/** A new text of a kind of message in both languages, from a day on. The subject is the kind. */
@Component
class TemplateChange implements CountryRule {

    static final String NAME = "notice.template";

    private final Templates templates;
    private final BusinessDays days;
    private final PointsAndDays points;
    private final Messages messages;

    TemplateChange(Templates templates, BusinessDays days, PointsAndDays points, Messages messages) {
        this.templates = templates;
        this.days = days;
        this.points = points;
        this.messages = messages;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label describe(String subject) {
        var key = "messageKind." + kind(subject);
        return new Label(messages.text(Language.VI, key), messages.text(Language.EN, key));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return points.country(maker);
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var kind = kind(subject);
        var day = wanted.dateOf("from");
        return Facts.none()
                .text("vi", text(kind, Language.VI, day))
                .text("en", text(kind, Language.EN, day))
                .date(
                        "from",
                        templates
                                .find(kind, Language.VI, day)
                                .map(Templates.Row::from)
                                .orElse(null));
    }

    private @org.jspecify.annotations.Nullable String text(MessageKind kind, Language language, LocalDate day) {
        return templates.find(kind, language, day).map(Templates.Row::text).orElse(null);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var kind = kind(subject);
        MessageText.typed(kind, wanted.textOf("vi"));
        MessageText.typed(kind, wanted.textOf("en"));
        var from = wanted.dateOf("from");
        var first = days.holdAll();
        if (from.isBefore(first)) {
            throw new Refused(NoticeRefusal.TEMPLATE_DAY_PAST, from, first);
        }
        if (templates.rows().stream()
                .anyMatch(row -> row.kind() == kind && row.from().equals(from))) {
            throw new Refused(NoticeRefusal.TEMPLATE_DAY_TAKEN, from);
        }
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        var kind = kind(subject);
        var vi = new MessageText(kind, wanted.textOf("vi"));
        var en = new MessageText(kind, wanted.textOf("en"));
        return Facts.none()
                .text("example", vi.example())
                .count("parts", ShortMessage.of(vi.example()).parts())
                .count(
                        "parts-plain",
                        ShortMessage.of(ShortMessage.withoutMarks(vi.example())).parts())
                .count("parts-en", ShortMessage.of(en.example()).parts());
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var wanted = approved.wanted();
        templates.add(
                kind(approved.subject()),
                wanted.dateOf("from"),
                new Templates.Pair(wanted.textOf("vi"), wanted.textOf("en")),
                java.util.Objects.requireNonNull(approved.basis().document()),
                approved.basis().reason());
    }

    @Override
    public String form(String subject) {
        return "/messages/templates/" + subject + "/change";
    }

    /**
     * The kind of a name.
     *
     * @throws Refused {@link NoticeRefusal#UNKNOWN_KIND}
     */
    static MessageKind kind(String name) {
        try {
            return MessageKind.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new Refused(NoticeRefusal.UNKNOWN_KIND);
        }
    }
}
