package org.dongvon.household.classes;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.dongvon.household.HouseholdClass;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeRefusal;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.dongvon.shared.web.UploadedTable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The lists of classes that were loaded; a file is chosen, looked through, and put before a second person. */
@Controller
class ClassController {

    private static final int SHOWN = 200;

    private final ClassFiles files;
    private final ClassStore store;
    private final UploadedTable uploaded;
    private final Transactions transactions;

    ClassController(ClassFiles files, ClassStore store, UploadedTable uploaded, Transactions transactions) {
        this.files = files;
        this.store = store;
        this.uploaded = uploaded;
        this.transactions = transactions;
    }

    @GetMapping("/classes")
    ModelAndView index(Actor actor) {
        var page = new ModelAndView("household/classes");
        page.addObject("lists", transactions.read(actor, store::lists));
        page.addObject("loading", ClassListChange.MAKERS.contains(actor.role()));
        return page;
    }

    @GetMapping("/classes/files")
    String choose(Form form) {
        return "household/classes-file";
    }

    @PostMapping("/classes/files")
    ModelAndView create(
            Actor actor, Form form, @RequestParam(name = UploadedTable.FILE, required = false) List<MultipartFile> sent)
            throws IOException {
        try {
            return SeeOther.to("/classes/files/" + files.keep(actor, uploaded.of(sent)));
        } catch (Refused refused) {
            return UploadedTable.refused("household/classes-file", form, refused);
        }
    }

    @GetMapping("/classes/files/{key}")
    ModelAndView show(Actor actor, @PathVariable UUID key, Form form) {
        return page(actor, key, HttpStatus.OK);
    }

    @PostMapping("/classes/files/{key}")
    ModelAndView ask(Actor actor, @PathVariable UUID key, Form form) {
        try {
            return SeeOther.to("/approvals/" + files.ask(actor, key, form.text("reason")));
        } catch (Refused refused) {
            if (refused.refusal() != ChangeRefusal.CHANGE_NEEDS_REASON
                    && !(refused.refusal() instanceof ClassRefusal rule && rule != ClassRefusal.NO_SUCH_UPLOAD)) {
                throw refused;
            }
            form.refuse("reason", refused);
            return page(actor, key, Answers.status(refused));
        }
    }

    private ModelAndView page(Actor actor, UUID key, HttpStatus status) {
        var file = files.kept(actor, key);
        var plan = files.preview(actor, file);
        var page = new ModelAndView("household/classes-preview", status);
        page.addObject("file", file.name());
        page.addObject("key", key);
        page.addObject("plan", plan);
        page.addObject("classes", HouseholdClass.values());
        page.addObject("bad", plan.bad().stream().limit(SHOWN).toList());
        page.addObject("more", Math.max(0, plan.bad().size() - SHOWN));
        return page;
    }
}
