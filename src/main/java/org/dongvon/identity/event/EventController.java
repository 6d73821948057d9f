package org.dongvon.identity.event;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.dongvon.identity.SignedIn;
import org.dongvon.identity.event.EventList.Question;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The security events of the accounts in an administrator's area. */
@Controller
class EventController {

    private static final int ROWS = 50;
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private final EventList events;

    EventController(EventList events) {
        this.events = events;
    }

    @GetMapping("/administration/events")
    String list(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        long last = ID.matcher(before).matches() ? Long.parseLong(before) : Long.MAX_VALUE;
        var found = events.of(new Question(person.grantId(), login.strip(), kind, last, ROWS + 1));
        var shown = found.stream().limit(ROWS).toList();
        model.addAttribute("events", shown);
        model.addAttribute("more", found.size() > ROWS ? shown.getLast().id() : null);
        model.addAttribute("login", login);
        model.addAttribute("kind", kind);
        model.addAttribute(
                "kinds", Arrays.stream(SecurityEvent.values()).map(Enum::name).toList());
        return "identity/administration/events";
    }
}
