package org.dongvon.loan.incoming;

import java.io.IOException;
import java.util.List;
import org.dongvon.loan.incoming.IncomingPages.View;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.dongvon.shared.web.UploadedTable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Transfers that came in: the bank's list, what each is for, and uses taken back. */
@Controller
class IncomingController {

    private final IncomingPages pages;
    private final TakeIncoming take;
    private final ChangeForms forms;
    private final UploadedTable uploaded;

    IncomingController(IncomingPages pages, TakeIncoming take, ChangeForms forms, UploadedTable uploaded) {
        this.pages = pages;
        this.take = take;
        this.forms = forms;
        this.uploaded = uploaded;
    }

    @GetMapping("/incoming")
    ModelAndView index(Actor actor, @RequestParam(defaultValue = "") String all, Form form) {
        form.withKey();
        return index(actor, !all.isEmpty(), HttpStatus.OK);
    }

    @PostMapping("/incoming")
    ModelAndView create(Actor actor, Form form) {
        var key = form.key();
        var lines = form.read("list", IncomingLine::parse, List.<IncomingLine>of());
        if (form.isRight()) {
            try {
                take.run(actor, key, lines);
                return SeeOther.to("/incoming");
            } catch (Refused refused) {
                form.refuse("list", refused);
                form.withKey();
                return index(actor, false, Answers.status(refused));
            }
        }
        return index(actor, false, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Reads a file into the list, to be looked through; nothing is booked before the list is sent. */
    @PostMapping("/incoming/files")
    ModelAndView read(
            Actor actor, Form form, @RequestParam(name = UploadedTable.FILE, required = false) List<MultipartFile> sent)
            throws IOException {
        form.withKey();
        try {
            var list = IncomingFile.text(uploaded.of(sent));
            int lines = IncomingLine.parse(list).size();
            return index(actor, false, HttpStatus.OK).addObject("read", lines).addObject("list", list);
        } catch (Refused refused) {
            var page = index(actor, false, HttpStatus.UNPROCESSABLE_CONTENT);
            page.setStatus(
                    UploadedTable.refused("loan/incoming/index", form, refused).getStatus());
            return page;
        }
    }

    private ModelAndView index(Actor actor, boolean all, HttpStatus status) {
        var page = new ModelAndView("loan/incoming/index", status);
        page.addObject("index", pages.index(actor, all));
        return page;
    }

    @GetMapping("/incoming/{id}")
    ModelAndView show(Actor actor, @PathVariable String id, @RequestAttribute("f") Formats formats, Form form) {
        var view = pages.show(actor, id);
        forms.begin(actor, form)
                .ifPresentOrElse(former -> fill(form, former, formats), () -> propose(form, view, formats));
        return page(view, HttpStatus.OK);
    }

    /** What the best suggestion would take; nothing is asked for before somebody sends it. */
    private static void propose(Form form, View view, Formats formats) {
        var transfer = view.transfer();
        form.with("amount", formats.dong(transfer.left()))
                .with("use", UseIncoming.LOAN)
                .with("value", formats.date(transfer.line().arrivedOn()));
        if (form.text("loan").isEmpty() && !view.suggestions().isEmpty()) {
            form.with("loan", view.suggestions().getFirst().loan().code());
        }
    }

    private static void fill(Form form, Facts former, Formats formats) {
        form.with("amount", formats.dong(former.dongOf("amount"))).with("use", UseIncoming.useOf(former));
        if (former.has("loan")) {
            form.with("loan", former.textOf("loan")).with("value", formats.date(former.dateOf("value")));
        }
    }

    @PostMapping("/incoming/{id}")
    ModelAndView ask(Actor actor, @PathVariable String id, Form form) {
        var view = pages.show(actor, id);
        var amount = form.money("amount");
        var wanted = form.text("use").equals(UseIncoming.RETURNED)
                ? UseIncoming.back(amount)
                : UseIncoming.forLoan(amount, form.text("loan").strip(), form.date("value"));
        return forms.send(actor, form, UseIncoming.NAME, id, wanted)
                .orElseGet(() -> page(view, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static ModelAndView page(View view, HttpStatus status) {
        var page = new ModelAndView("loan/incoming/transfer", status);
        page.addObject("view", view);
        return page;
    }

    @GetMapping("/incoming/{id}/uses/{use}")
    ModelAndView showUse(Actor actor, @PathVariable String id, @PathVariable int use, Form form) {
        var view = pages.show(actor, id);
        view.use(use);
        forms.begin(actor, form);
        return page(view, use, HttpStatus.OK);
    }

    @PostMapping("/incoming/{id}/uses/{use}")
    ModelAndView takeBack(Actor actor, @PathVariable String id, @PathVariable int use, Form form) {
        var view = pages.show(actor, id);
        var wanted = TakeUseBack.whole(view.use(use).amount());
        return forms.send(actor, form, TakeUseBack.NAME, id + ":" + use, wanted)
                .orElseGet(() -> page(view, use, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static ModelAndView page(View view, int use, HttpStatus status) {
        var page = new ModelAndView("loan/incoming/back", status);
        page.addObject("view", view);
        page.addObject("use", view.use(use));
        return page;
    }
}
