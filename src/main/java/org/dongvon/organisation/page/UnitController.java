package org.dongvon.organisation.page;

import org.dongvon.organisation.MoveSession;
import org.dongvon.organisation.PlacePoint;
import org.dongvon.organisation.PointPlaces;
import org.dongvon.organisation.RenameUnit;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Spelling;
import org.dongvon.shared.timeline.History;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Units and points in scope; asks for another name of one, or for another day of a session. */
@Controller
class UnitController {

    private final UnitList list;
    private final Units units;
    private final PointPlaces places;
    private final RenameUnit rename;
    private final MoveSession move;
    private final ChangeForms forms;

    UnitController(
            UnitList list, Units units, PointPlaces places, RenameUnit rename, MoveSession move, ChangeForms forms) {
        this.places = places;
        this.list = list;
        this.units = units;
        this.rename = rename;
        this.move = move;
        this.forms = forms;
    }

    @GetMapping("/units")
    String index(Actor actor, Model model) {
        model.addAttribute("rows", list.of(actor));
        model.addAttribute("mayRename", rename.makers().contains(actor.role()));
        model.addAttribute("mayMove", move.makers().contains(actor.role()));
        return "organisation/units";
    }

    @GetMapping("/units/{code}/name")
    ModelAndView name(Actor actor, @PathVariable String code, Form form) {
        requireSeen(actor, code);
        var former = forms.begin(actor, form);
        form.with(
                "name",
                former.map(facts -> facts.textOf("name"))
                        .orElse(units.byCode(code).name()));
        return page(actor, "organisation/unit-name", code, HttpStatus.OK);
    }

    @PostMapping("/units/{code}/name")
    ModelAndView rename(Actor actor, @PathVariable String code, Form form) {
        var wanted = Facts.none().text("name", form.read("name", UnitController::needed, ""));
        return forms.send(actor, form, RenameUnit.NAME, code, wanted)
                .orElseGet(() -> page(actor, "organisation/unit-name", code, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/units/{code}/session-day")
    ModelAndView day(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        forms.begin(actor, form).ifPresent(former -> {
            form.with("nominal", formats.date(former.dateOf("nominal")));
            form.with("actual", formats.date(former.dateOf("actual")));
        });
        return page(actor, "organisation/session-day", code, HttpStatus.OK);
    }

    @PostMapping("/units/{code}/session-day")
    ModelAndView move(Actor actor, @PathVariable String code, Form form) {
        var wanted = Facts.none().date("nominal", form.date("nominal")).date("actual", form.date("actual"));
        return forms.send(actor, form, MoveSession.NAME, code, wanted)
                .orElseGet(() -> page(actor, "organisation/session-day", code, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/units/{code}/place")
    ModelAndView place(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        requireSeen(actor, code);
        forms.begin(actor, form)
                .ifPresent(former -> form.with("from", formats.date(former.dateOf("from")))
                        .with("commune", former.textOf("commune"))
                        .with("district", former.has("district") ? former.textOf("district") : "")
                        .with("province", former.textOf("province")));
        return placePage(actor, code, HttpStatus.OK);
    }

    @PostMapping("/units/{code}/place")
    ModelAndView placeAnew(Actor actor, @PathVariable String code, Form form) {
        requireSeen(actor, code);
        var district = composed(form.text("district"));
        var wanted = Facts.none()
                .date("from", form.date("from"))
                .text("commune", form.read("commune", UnitController::needed, ""))
                .text("district", district.isEmpty() ? null : district)
                .text("province", form.read("province", UnitController::needed, ""));
        return forms.send(actor, form, PlacePoint.NAME, code, wanted)
                .orElseGet(() -> placePage(actor, code, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView placePage(Actor actor, String code, HttpStatus status) {
        var page = page(actor, "organisation/point-place", code, status);
        page.addObject("places", places.of(units.byCode(code).id()));
        return page;
    }

    private ModelAndView page(Actor actor, String template, String code, HttpStatus status) {
        requireSeen(actor, code);
        var page = new ModelAndView(template, status);
        page.addObject("unit", units.byCode(code));
        page.addObject("history", History.of(Subject.Kind.UNIT, code));
        return page;
    }

    /** A unit of others is answered like one that does not exist. */
    private void requireSeen(Actor actor, String code) {
        if (!list.sees(actor, code)) {
            throw new Refused(SharedRefusal.NO_SUCH_PAGE);
        }
    }

    private static String composed(String typed) {
        return Spelling.of(typed);
    }

    private static String needed(String typed) {
        var text = composed(typed);
        if (text.isEmpty()) {
            throw new Refused(SharedRefusal.MISSING_FIELD);
        }
        return text;
    }
}
