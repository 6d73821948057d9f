package org.dongvon.group.change;

import java.util.List;
import java.util.function.Function;
import org.dongvon.group.GroupRefusal;
import org.dongvon.group.change.GroupBook.Group;
import org.dongvon.group.change.GroupBook.Member;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Asks for a change of a group, by the fields that the change has; and for a new group. */
@Controller
class GroupChangeController {

    private final List<GroupChange> changes;
    private final FoundGroup founding;
    private final GroupBook book;
    private final ChangeForms forms;
    private final Transactions transactions;

    GroupChangeController(
            List<GroupChange> changes,
            FoundGroup founding,
            GroupBook book,
            ChangeForms forms,
            Transactions transactions) {
        this.changes = changes;
        this.founding = founding;
        this.book = book;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/groups/{code}/changes/{change}")
    ModelAndView show(
            Actor actor,
            @PathVariable String code,
            @PathVariable String change,
            @RequestAttribute("f") Formats formats,
            Form form) {
        var asked = asked(actor, code, change);
        forms.begin(actor, form)
                .ifPresent(former -> FieldReader.fill(form, asked.change().fields(), former, formats));
        return page(asked, HttpStatus.OK);
    }

    @PostMapping("/groups/{code}/changes/{change}")
    ModelAndView create(Actor actor, @PathVariable String code, @PathVariable String change, Form form) {
        var asked = asked(actor, code, change);
        var kind = asked.change();
        var wanted = new FieldReader(asked.members()).read(form, kind.fields());
        var subject = subject(actor, form, wanted, facts -> kind.subject(code, facts));
        return forms.send(actor, form, kind.name(), subject, wanted)
                .orElseGet(() -> page(asked, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/groups/new")
    ModelAndView showFounding(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        forms.begin(actor, form).ifPresent(former -> FieldReader.fill(form, FoundGroup.FIELDS, former, formats));
        return foundingPage(HttpStatus.OK);
    }

    @PostMapping("/groups/new")
    ModelAndView found(Actor actor, Form form) {
        var wanted = new FieldReader(List.of()).read(form, FoundGroup.FIELDS);
        var subject = subject(actor, form, wanted, founding::subject);
        return forms.send(actor, form, FoundGroup.NAME, subject, wanted)
                .orElseGet(() -> foundingPage(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    /** The subject, where the fields name what there is; else the form comes back. */
    private String subject(Actor actor, Form form, Facts wanted, Function<Facts, String> of) {
        if (!form.isRight()) {
            return "";
        }
        try {
            return transactions.read(actor, () -> of.apply(wanted));
        } catch (Refused refused) {
            form.refuse(
                    wanted.has("households")
                            ? "households"
                            : wanted.all().getFirst().name(),
                    refused);
            return "";
        }
    }

    private Asked asked(Actor actor, String code, String slug) {
        return transactions.read(actor, () -> {
            var group = book.get(code);
            var change = changes.stream()
                    .filter(each -> each.slug().equals(slug))
                    .findFirst()
                    .orElseThrow(() -> new Refused(GroupRefusal.UNKNOWN_GROUP_CHANGE, slug));
            boolean names = change.fields().stream()
                    .anyMatch(field -> field.type() == Field.Type.MEMBER || field.type() == Field.Type.MEMBERS);
            return new Asked(change, group, names ? book.members(group.id()) : List.of());
        });
    }

    private static ModelAndView page(Asked asked, HttpStatus status) {
        var page = new ModelAndView("group/change", status);
        page.addObject("asked", asked);
        page.addObject("fields", asked.change().fields());
        page.addObject("kind", asked.change().name());
        page.addObject("action", asked.change().form(asked.group().code()));
        return page;
    }

    private static ModelAndView foundingPage(HttpStatus status) {
        var page = new ModelAndView("group/change", status);
        page.addObject("fields", FoundGroup.FIELDS);
        page.addObject("kind", FoundGroup.NAME);
        page.addObject("action", "/groups/new");
        return page;
    }

    /** A change of a group that is to be asked for, with the members it may name. */
    record Asked(GroupChange change, Group group, List<Member> members) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.GROUPS;
        }

        @Override
        public List<Long> people() {
            return members.stream()
                    .map(Member::person)
                    .filter(each -> !each.restricted())
                    .map(GroupBook.Person::id)
                    .toList();
        }
    }
}
