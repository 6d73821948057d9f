package org.dongvon.identity.openid;

import jakarta.servlet.http.HttpServletRequest;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.web.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Linking one's own account to an outside provider, and undoing it. */
@Controller
class LinkController {

    private final OpenIdSettings settings;
    private final ExternalSubjects subjects;
    private final SecurityEvents events;

    LinkController(OpenIdSettings settings, ExternalSubjects subjects, SecurityEvents events) {
        this.settings = settings;
        this.subjects = subjects;
        this.events = events;
    }

    @PostMapping("/account/links")
    ModelAndView setOut(HttpServletRequest request, Actor actor) {
        if (!settings.isOn()) {
            throw new Refused(IdentityRefusal.OPENID_OFF);
        }
        request.getSession().setAttribute(CameBack.LINKING, actor.id());
        // The form may not lead to a foreign page: the account page has the link that does.
        return SeeOther.to("/account?link");
    }

    @PostMapping("/account/links/{id}/removal")
    ModelAndView remove(HttpServletRequest request, @PathVariable long id, Actor actor) {
        if (!subjects.remove(actor.id(), id)) {
            throw new Refused(IdentityRefusal.UNKNOWN_LINK);
        }
        events.note(SecurityEvent.SUBJECT_UNLINKED, actor.id(), Caller.of(request));
        return SeeOther.to("/account");
    }
}
