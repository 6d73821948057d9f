package org.dongvon.identity.access;

import org.dongvon.identity.event.Caller;
import org.dongvon.identity.login.LoggedIn;
import org.dongvon.identity.login.LoginFailed;
import org.dongvon.identity.openid.OpenIdDoor;
import org.dongvon.identity.session.Leaving;
import org.dongvon.identity.session.SignInContexts;
import org.dongvon.identity.token.Bearer;
import org.dongvon.shared.WebOnly;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.stereotype.Component;

/** The ways in and out: the log-in page, an outside provider where one is set up, access tokens; and logging out. */
@Component
@WebOnly
class Doors extends AbstractHttpConfigurer<Doors, HttpSecurity> {

    private final SignInContexts contexts;
    private final LoggedIn loggedIn;
    private final LoginFailed loginFailed;
    private final Leaving leaving;
    private final OpenIdDoor openId;

    Doors(SignInContexts contexts, LoggedIn loggedIn, LoginFailed loginFailed, Leaving leaving, OpenIdDoor openId) {
        this.contexts = contexts;
        this.loggedIn = loggedIn;
        this.loginFailed = loginFailed;
        this.leaving = leaving;
        this.openId = openId;
    }

    @Override
    public void init(HttpSecurity http) {
        http.securityContext(context -> context.securityContextRepository(contexts))
                .formLogin(login -> login.loginPage("/login")
                        .usernameParameter("user")
                        .passwordParameter("password")
                        .authenticationDetailsSource(Caller::of)
                        .successHandler(loggedIn)
                        .failureHandler(loginFailed))
                .logout(logout -> logout.addLogoutHandler(leaving).logoutSuccessHandler(leaving))
                // A request with a token has no use of cookies, so no foreign page can make a browser send one.
                .csrf(csrf -> csrf.ignoringRequestMatchers(Bearer::isNamed));
        openId.open(http);
    }
}
