package org.dongvon.identity.password;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.dongvon.identity.Door;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.identity.SignedIn;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.session.Arriving;
import org.dongvon.identity.session.Entrance;
import org.dongvon.shared.Refused;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page on which one changes one's own password, and the one on which one must choose it at the first log-in. */
@Controller
class PasswordController {

    private static final String OLD = "old";
    private static final String CHOSEN = "chosen";
    private static final String REPEATED = "repeated";

    private final ChangePassword changePassword;
    private final Entrance entrance;

    PasswordController(ChangePassword changePassword, Entrance entrance) {
        this.changePassword = changePassword;
        this.entrance = entrance;
    }

    @GetMapping("/account/password")
    String show(Form form) {
        return "identity/account/password";
    }

    @PostMapping("/account/password")
    ModelAndView change(HttpServletRequest request, @AuthenticationPrincipal SignedIn person, Form form) {
        if (isRepeated(form) && person.door() instanceof Door.Page(var signIn)) {
            try {
                changePassword.change(person.owner(), form.text(OLD), form.text(CHOSEN), signIn, Caller.of(request));
                return SeeOther.to("/account?changed");
            } catch (Refused refused) {
                form.refuse(refused.refusal() == IdentityRefusal.PASSWORD_WRONG ? OLD : CHOSEN, refused);
            }
        }
        return again("identity/account/password", form);
    }

    @GetMapping("/login/password")
    String showFirst(@AuthenticationPrincipal Arriving person, Form form, Model model) {
        model.addAttribute("name", person.owner().fullName());
        return "identity/login-password";
    }

    @PostMapping("/login/password")
    ModelAndView choose(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal Arriving person,
            Form form) {
        if (isRepeated(form)) {
            try {
                changePassword.choose(person.owner(), form.text(CHOSEN), person.signInId(), Caller.of(request));
                return SeeOther.to(entrance.next(request, response));
            } catch (Refused refused) {
                form.refuse(CHOSEN, refused);
            }
        }
        return again("identity/login-password", form)
                .addObject("name", person.owner().fullName());
    }

    private static boolean isRepeated(Form form) {
        if (!PasswordRules.normal(form.text(CHOSEN)).equals(PasswordRules.normal(form.text(REPEATED)))) {
            form.refuse(REPEATED, new Refused(IdentityRefusal.PASSWORD_NOT_REPEATED));
        }
        return form.isRight();
    }

    private static ModelAndView again(String page, Form form) {
        var refused = form.wrong(form.wrongFields().getFirst());
        return new ModelAndView(page, Answers.status(java.util.Objects.requireNonNull(refused)));
    }
}
