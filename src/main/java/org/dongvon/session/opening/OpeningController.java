package org.dongvon.session.opening;

import java.util.List;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Staff;
import org.dongvon.organisation.Units;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.opening.OpenSession.Opening;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class OpeningController {

    private final OpenSession openSession;
    private final Units units;
    private final BusinessDays days;
    private final Staff staff;
    private final Transactions transactions;

    OpeningController(OpenSession openSession, Units units, BusinessDays days, Staff staff, Transactions transactions) {
        this.openSession = openSession;
        this.units = units;
        this.days = days;
        this.staff = staff;
        this.transactions = transactions;
    }

    @GetMapping("/sessions/new")
    String form(Actor actor, @RequestParam long point, Form form, Model model) {
        form.withKey();
        show(actor, point, model);
        return "session/opening/open";
    }

    @PostMapping("/sessions")
    ModelAndView create(Actor actor, @RequestParam long point, Form form, Model model) {
        var team = people(actor);
        var key = form.key();
        long teller = form.read("teller", text -> chosen(text, team.tellers()), 0L);
        long controller = form.read("controller", text -> chosen(text, team.controllers()), 0L);
        var cash = form.money("cash");
        var status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (form.isRight()) {
            try {
                long session = openSession.run(actor, key, new Opening(point, teller, controller, cash));
                return SeeOther.to("/sessions/" + session);
            } catch (Refused refused) {
                form.refuse(refused.refusal() == SessionRefusal.VAULT_TOO_LOW ? "cash" : "teller", refused);
                status = Answers.status(refused);
            }
        }
        form.withKey();
        show(actor, point, model);
        return new ModelAndView("session/opening/open", status);
    }

    private void show(Actor actor, long pointId, Model model) {
        transactions.read(actor, () -> {
            var point = units.pointInScope(pointId);
            model.addAttribute("point", point);
            model.addAttribute("day", days.today(point.officeId()));
            return point;
        });
        model.addAttribute("team", people(actor));
    }

    private Team people(Actor actor) {
        return transactions.read(
                actor,
                () -> new Team(staff.of(actor.officeId(), Role.TELLER), staff.of(actor.officeId(), Role.CONTROLLER)));
    }

    private static long chosen(String text, List<Staff.Person> people) {
        return people.stream()
                .map(Staff.Person::id)
                .filter(id -> Long.toString(id).equals(text))
                .findFirst()
                .orElseThrow(() -> new Refused(SessionRefusal.NOT_STAFF_OF_OFFICE));
    }

    /** Who may be put on the team. */
    record Team(List<Staff.Person> tellers, List<Staff.Person> controllers) {}
}
