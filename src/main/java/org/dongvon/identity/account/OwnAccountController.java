package org.dongvon.identity.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.dongvon.identity.SignedIn;
import org.dongvon.identity.event.EventList;
import org.dongvon.identity.openid.OpenIdLinks;
import org.dongvon.identity.secondfactor.SecondFactors;
import org.dongvon.identity.session.SignIns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class OwnAccountController {

    private static final String PASSWORD = """
            select password_changed_at, demonstration from identity.account where id = :id
            """;

    private static final int EVENTS = 10;

    private final JdbcClient db;
    private final SecondFactors factors;
    private final SignIns signIns;
    private final EventList events;
    private final OpenIdLinks links;

    OwnAccountController(JdbcClient db, SecondFactors factors, SignIns signIns, EventList events, OpenIdLinks links) {
        this.db = db;
        this.factors = factors;
        this.signIns = signIns;
        this.events = events;
        this.links = links;
    }

    @GetMapping("/account")
    String show(
            @AuthenticationPrincipal SignedIn person, @RequestParam MultiValueMap<String, String> query, Model model) {
        long id = person.actor().id();
        var password = db.sql(PASSWORD)
                .param("id", id)
                .query((row, n) -> new Password(
                        row.getObject("password_changed_at", OffsetDateTime.class)
                                .toInstant(),
                        row.getBoolean("demonstration")))
                .single();
        model.addAttribute("login", person.actor().login());
        model.addAttribute("password", password);
        model.addAttribute("factor", factors.addedAt(id).orElse(null));
        model.addAttribute("signIns", signIns.alive(id).size());
        model.addAttribute("events", events.ofAccount(id, EVENTS));
        model.addAttribute("provider", links.provider().orElse(null));
        model.addAttribute("links", links.of(id));
        model.addAttribute("changed", query.containsKey("changed"));
        model.addAttribute("linking", query.containsKey("link"));
        return "identity/account/show";
    }

    /** When it was chosen, and whether it is everybody's. */
    record Password(Instant changedAt, boolean shared) {}
}
