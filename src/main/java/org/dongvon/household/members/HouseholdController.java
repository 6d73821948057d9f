package org.dongvon.household.members;

import java.time.LocalDate;
import java.util.Optional;
import org.dongvon.household.Born;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.household.Households.Sex;
import org.dongvon.household.IdentityNumber;
import org.dongvon.household.members.AddMember.NewMember;
import org.dongvon.household.members.RecordDeparture.Departure;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of a household, and the forms by which somebody joins or leaves it. */
@Controller
class HouseholdController {

    private final HouseholdPages pages;
    private final MemberEvents events;
    private final AddMember add;
    private final RecordDeparture departure;

    HouseholdController(HouseholdPages pages, MemberEvents events, AddMember add, RecordDeparture departure) {
        this.pages = pages;
        this.events = events;
        this.add = add;
        this.departure = departure;
    }

    @GetMapping("/households/{code}")
    ModelAndView show(Actor actor, @PathVariable String code) {
        var page = new ModelAndView("household/household");
        page.addObject("household", pages.view(actor, code));
        page.addObject("keeping", Makers.include(actor.role()));
        page.addObject("filing", actor.role() != Role.COMMUNE_OFFICIAL);
        return page;
    }

    @GetMapping("/households/{code}/members")
    ModelAndView ask(Actor actor, @PathVariable String code, Form form) {
        form.withKey();
        return page(actor, code, HttpStatus.OK);
    }

    @PostMapping("/households/{code}/members")
    ModelAndView create(Actor actor, @PathVariable String code, Form form) {
        // What others have is answered like what does not exist, whatever was sent.
        pages.form(actor, code);
        var key = form.key();
        var name = form.read("name", NewMember::name, "");
        var born = form.read("born", Born::typed, new Born(LocalDate.EPOCH, false));
        Optional<IdentityNumber> number =
                form.read("identity", text -> Optional.of(IdentityNumber.typed(text)), Optional.empty());
        var joined = form.date("joined");
        var sex = form.read("sex", Sex::valueOf, Sex.F);
        var relation = form.read("relation", Relation::valueOf, Relation.OTHER);
        if (form.isRight()) {
            try {
                add.run(
                        actor,
                        key,
                        code,
                        new NewMember(name, born, sex, ethnic(form), number.orElseThrow(), relation, joined));
                return SeeOther.to("/households/" + code);
            } catch (Refused refused) {
                form.refuse(field(refused), refused);
                return again(actor, code, form, Answers.status(refused));
            }
        }
        return again(actor, code, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/households/{code}/leavers/{person}")
    ModelAndView askDeparture(Actor actor, @PathVariable String code, @PathVariable long person, Form form) {
        form.withKey();
        return departurePage(actor, code, person, HttpStatus.OK);
    }

    @PostMapping("/households/{code}/leavers/{person}")
    ModelAndView createDeparture(Actor actor, @PathVariable String code, @PathVariable long person, Form form) {
        pages.form(actor, code).file().member(person);
        var key = form.key();
        var on = form.date("on");
        var cause = form.read("cause", Cause::valueOf, Cause.OTHER);
        var head = form.text("head").matches("\\d{1,18}") ? Long.valueOf(form.text("head")) : null;
        if (!form.isRight()) {
            return departurePage(actor, code, person, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            departure.run(actor, key, new Departure(code, person, on, cause, head));
            return SeeOther.to("/households/" + code);
        } catch (Refused refused) {
            boolean ofHead = refused.refusal() == HouseholdRefusal.NEW_HEAD_NEEDED
                    || refused.refusal() == HouseholdRefusal.NOT_ADULT;
            form.refuse(ofHead ? "head" : "on", refused);
            return departurePage(actor, code, person, Answers.status(refused));
        }
    }

    private static @Nullable String ethnic(Form form) {
        var code = form.text("ethnic");
        return code.isEmpty() ? null : code;
    }

    private static String field(Refused refused) {
        return refused.refusal() instanceof HouseholdRefusal rule
                ? switch (rule) {
                    case ALREADY_MEMBER, PERSON_OF_ANOTHER_HOUSEHOLD -> "identity";
                    case BORN_LATER -> "born";
                    case HEAD_THERE_ALREADY -> "relation";
                    default -> "joined";
                }
                : "name";
    }

    private ModelAndView again(Actor actor, String code, Form form, HttpStatus status) {
        form.with("identity", "");
        return page(actor, code, status);
    }

    private ModelAndView page(Actor actor, String code, HttpStatus status) {
        var page = new ModelAndView("household/member", status);
        page.addObject("view", pages.form(actor, code));
        page.addObject("sexes", Sex.values());
        page.addObject("relations", Relation.values());
        page.addObject("ethnicGroups", events.ethnicGroups());
        return page;
    }

    private ModelAndView departurePage(Actor actor, String code, long person, HttpStatus status) {
        var view = pages.form(actor, code);
        var page = new ModelAndView("household/departure", status);
        page.addObject("view", view);
        page.addObject("member", view.file().member(person));
        page.addObject("causes", Cause.values());
        return page;
    }
}
