package org.dongvon.loan.application.page;

import java.util.ArrayList;
import java.util.List;
import org.dongvon.loan.application.ApplicationRefusal;
import org.dongvon.loan.application.HoldMeeting;
import org.dongvon.loan.application.page.ApplicationPages.MeetingView;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The minutes of a group's choosing meeting (bình xét, 10C/TD). */
@Controller
class MeetingController {

    private final ApplicationPages pages;
    private final HoldMeeting meeting;

    MeetingController(ApplicationPages pages, HoldMeeting meeting) {
        this.pages = pages;
        this.meeting = meeting;
    }

    @GetMapping("/applications/meeting")
    ModelAndView form(Actor actor, Form form, @RequestAttribute("f") Formats formats) {
        var view = pages.meeting(actor);
        form.with("held", formats.date(view.group().day()));
        return page(view, form, HttpStatus.OK);
    }

    @PostMapping("/applications/meeting")
    ModelAndView hold(Actor actor, Form form) {
        var view = pages.meeting(actor);
        var key = form.key();
        var held = form.date("held");
        int present = form.count("present");
        var votes = votes(view, form);
        if (!form.isRight()) {
            return page(view, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var chosen = meeting.run(actor, new HoldMeeting.Minutes(key, held, present, votes));
            return SeeOther.to("/applications?chosen=" + chosen.size() + "&of=" + votes.size());
        } catch (Refused refused) {
            form.refuse(refused.refusal() == ApplicationRefusal.MEETING_NOT_HELD_YET ? "held" : "present", refused);
            return page(view, form, Answers.status(refused));
        }
    }

    /** One line each; a line left empty was not discussed and waits for the next meeting. */
    private static List<HoldMeeting.Vote> votes(MeetingView view, Form form) {
        var votes = new ArrayList<HoldMeeting.Vote>();
        for (var row : view.rows()) {
            var favour = "favour-" + row.code();
            var against = "against-" + row.code();
            if (!form.text(favour).isBlank() || !form.text(against).isBlank()) {
                votes.add(new HoldMeeting.Vote(row.code(), count(form, favour), count(form, against)));
            }
        }
        return votes;
    }

    private static int count(Form form, String field) {
        return form.text(field).isBlank() ? 0 : form.count(field);
    }

    private static ModelAndView page(MeetingView view, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("loan/application/meeting", status);
        page.addObject("meeting", view);
        return page;
    }
}
