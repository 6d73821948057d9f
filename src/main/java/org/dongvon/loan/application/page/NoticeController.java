package org.dongvon.loan.application.page;

import java.util.List;
import org.dongvon.loan.application.NotifyApproved;
import org.dongvon.loan.application.page.ApplicationReader.Asked;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Notices of approval to groups (04/TD). */
@Controller
class NoticeController {

    private final ApplicationPages pages;
    private final NoticeReader notices;
    private final NotifyApproved notify;

    NoticeController(ApplicationPages pages, NoticeReader notices, NotifyApproved notify) {
        this.pages = pages;
        this.notices = notices;
        this.notify = notify;
    }

    @PostMapping("/applications/notices")
    ModelAndView give(Actor actor, @RequestParam(defaultValue = "") List<String> application, Form form) {
        var key = form.key();
        var payOn = form.date("pay-on");
        var status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (form.isRight()) {
            try {
                int count = notify.run(actor, new NotifyApproved.Wish(key, application, payOn));
                return SeeOther.to("/applications?notified=" + count);
            } catch (Refused refused) {
                form.refuse("pay-on", refused);
                status = Answers.status(refused);
            }
        }
        form.withKey();
        var page = new ModelAndView("loan/application/list", status);
        page.addObject("list", pages.list(actor, null, new Asked("", "")));
        return page;
    }

    @GetMapping("/applications/notices/{group}/{number}")
    ModelAndView show(Actor actor, @PathVariable String group, @PathVariable String number) {
        var page = new ModelAndView("loan/application/notice");
        page.addObject("notice", notices.get(actor, group, number));
        return page;
    }
}
