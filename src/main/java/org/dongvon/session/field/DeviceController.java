package org.dongvon.session.field;

import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The devices of the reader's offices, and the end of one. */
@Controller
class DeviceController {

    private final FieldDevices devices;
    private final RevokeDevice revoke;
    private final Transactions transactions;

    DeviceController(FieldDevices devices, RevokeDevice revoke, Transactions transactions) {
        this.devices = devices;
        this.revoke = revoke;
        this.transactions = transactions;
    }

    @GetMapping("/devices")
    String index(Actor actor, Form form, Model model) {
        form.withKey();
        model.addAttribute("devices", transactions.read(actor, devices::list));
        model.addAttribute(
                "mayRevoke",
                actor.role() == Role.LEADER || actor.role() == Role.CONTROLLER || actor.role() == Role.DIRECTOR);
        return "session/field/devices";
    }

    @PostMapping("/devices/{id}/revocation")
    ModelAndView create(Actor actor, @PathVariable long id, Form form) {
        revoke.run(actor, form.key(), id);
        return SeeOther.to("/devices");
    }
}
