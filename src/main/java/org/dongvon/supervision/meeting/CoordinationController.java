package org.dongvon.supervision.meeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dongvon.form.Forms;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.dongvon.supervision.meeting.MeetingFigures.Topic;
import org.dongvon.supervision.meeting.MeetingPages.Explained;
import org.dongvon.supervision.meeting.MeetingPages.View;
import org.dongvon.supervision.meeting.WrittenMinutes.Seat;
import org.dongvon.supervision.meeting.WrittenMinutes.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The coordination meeting after a session: its page, its minutes, their paper. */
@Controller
class CoordinationController {

    private final MeetingPages pages;
    private final KeepMinutes keep;
    private final SignMinutes sign;
    private final Forms forms;

    CoordinationController(MeetingPages pages, KeepMinutes keep, SignMinutes sign, Forms forms) {
        this.pages = pages;
        this.keep = keep;
        this.sign = sign;
        this.forms = forms;
    }

    @GetMapping("/sessions/{id}/meeting")
    ModelAndView show(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") String group,
            @RequestParam(defaultValue = "") String topic,
            Form form) {
        var view = pages.view(actor, id, explained(group, topic));
        var written = view.written();
        if (written != null) {
            form.with("news", written.texts().news())
                    .with("opinions", written.texts().opinions())
                    .with("conclusion", written.texts().conclusion());
        }
        for (var seat : view.seats()) {
            var mark = seat.mark();
            // Whoever handed in a sheet was there: what the books know need not be typed.
            var presence = mark != null
                    ? mark.presence().name()
                    : written == null && seat.handedIn() ? Presence.PRESENT.name() : "";
            form.with("presence-" + seat.seat(), presence).with("name-" + seat.seat(), mark == null ? "" : mark.name());
        }
        return page(view, form, HttpStatus.OK);
    }

    /** The step is {@code save}, or {@code sign}, which saves first. */
    @PostMapping("/sessions/{id}/meeting")
    ModelAndView create(Actor actor, @PathVariable long id, Form form) {
        var key = form.key();
        var view = pages.view(actor, id, null);
        var status = HttpStatus.UNPROCESSABLE_CONTENT;
        var seats = seats(view, form);
        if (form.isRight()) {
            try {
                var texts = new Texts(form.text("news"), form.text("opinions"), form.text("conclusion"));
                keep.run(actor, key, id, new WrittenMinutes(texts, seats));
                if (form.text("step").equals("sign")) {
                    sign.run(actor, form.keyOf(id), id);
                }
                return SeeOther.to("/sessions/" + id + "/meeting");
            } catch (Refused refused) {
                form.refuse(refused.refusal() == MeetingRefusal.MEETING_SEATS_OPEN ? "seats" : "conclusion", refused);
                status = Answers.status(refused);
            }
        }
        return page(view, form, status);
    }

    @GetMapping("/sessions/{id}/meeting/paper")
    ModelAndView paper(Actor actor, @PathVariable long id) {
        return forms.print(pages.paper(actor, id), Purpose.SESSION).show();
    }

    /** The seats of which something is said; the others stay open. */
    private static List<Seat> seats(View view, Form form) {
        var seats = new ArrayList<Seat>();
        for (var seat : view.seats()) {
            var presence = form.read("presence-" + seat.seat(), CoordinationController::presence, List.<Presence>of());
            if (!presence.isEmpty()) {
                try {
                    seats.add(new Seat(seat.seat(), presence.getFirst(), form.text("name-" + seat.seat())));
                } catch (Refused refused) {
                    form.refuse("name-" + seat.seat(), refused);
                }
            }
        }
        return seats;
    }

    private static List<Presence> presence(String typed) {
        return typed.isEmpty() ? List.of() : List.of(Presence.valueOf(typed));
    }

    /** What an address that a page made asks to be explained; anything else is as if it asked for nothing. */
    private static @Nullable Explained explained(String group, String topic) {
        return Arrays.stream(Topic.values())
                .filter(each -> each.name().equals(topic) && group.matches("[0-9]{1,18}"))
                .findFirst()
                .map(each -> new Explained(Long.parseLong(group), each))
                .orElse(null);
    }

    private static ModelAndView page(View view, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("supervision/meeting/meeting", status);
        page.addObject("meeting", view);
        page.addObject("topics", Topic.values());
        page.addObject("presences", Presence.values());
        return page;
    }
}
