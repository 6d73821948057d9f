package org.dongvon.identity.login;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.DemoLogins;
import org.dongvon.identity.Holder;
import org.dongvon.identity.SignInSettings;
import org.dongvon.identity.openid.OpenIdLinks;
import org.dongvon.shared.web.DemoMode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LoginController {

    /** What the address says about how one came here; each is a message {@code login.<notice>}. */
    private static final List<String> NOTICES = List.of("expired", "out", "openid");

    private final Accounts accounts;
    private final OpenIdLinks openId;
    private final SignInSettings settings;
    private final DemoMode demo;

    LoginController(Accounts accounts, OpenIdLinks openId, SignInSettings settings, DemoMode demo) {
        this.accounts = accounts;
        this.openId = openId;
        this.settings = settings;
        this.demo = demo;
    }

    @GetMapping("/login")
    String show(
            @Nullable Principal person,
            @RequestParam MultiValueMap<String, String> query,
            HttpSession session,
            Model model) {
        if (person != null) {
            return "redirect:/";
        }
        model.addAttribute("failed", query.containsKey("failed"));
        model.addAttribute("lock", query.containsKey("failed") ? settings.lock() : null);
        NOTICES.stream()
                .filter(query::containsKey)
                .findFirst()
                .ifPresent(notice -> model.addAttribute("notice", notice));
        model.addAttribute("typed", session.getAttribute(LoginFailed.TYPED));
        session.removeAttribute(LoginFailed.TYPED);
        model.addAttribute("provider", openId.provider().orElse(null));
        if (demo.isOn()) {
            model.addAttribute("demoLogins", demoLogins());
            model.addAttribute("demoPassword", DemoLogins.PASSWORD);
        }
        return "identity/login";
    }

    /** The accounts of a demonstration, by place. */
    private Map<String, List<Holder>> demoLogins() {
        var byPlace = new LinkedHashMap<String, List<Holder>>();
        for (var holder : accounts.holders()) {
            byPlace.computeIfAbsent(holder.place(), place -> new ArrayList<>()).add(holder);
        }
        return byPlace;
    }
}
