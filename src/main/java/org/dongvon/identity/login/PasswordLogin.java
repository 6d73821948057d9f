package org.dongvon.identity.login;

import java.util.List;
import org.dongvon.identity.Accounts;
import org.dongvon.shared.WebOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Turns a right password into a signed-in person with role and scope. */
@Component
@WebOnly
class PasswordLogin implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordLogin.class);

    /** Longer texts are not hashed at all: they would only cost time. */
    private static final int LONGEST = 128;

    private final CheckPassword checkPassword;
    private final Accounts accounts;

    PasswordLogin(CheckPassword checkPassword, Accounts accounts) {
        this.checkPassword = checkPassword;
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var login = asked.getName();
        var password = String.valueOf(asked.getCredentials());
        if (login.length() > LONGEST || password.length() > LONGEST) {
            throw new BadCredentialsException("too long");
        }
        var account = checkPassword
                .run(login, password)
                .orElseThrow(() -> new BadCredentialsException("wrong login or password"));
        var signedIn = accounts.signedIn(account.id(), null)
                .orElseThrow(() -> new BadCredentialsException("no role in force"));
        var role = signedIn.actor().role();
        LOG.info("Logged in: {} as {}", account.login(), role);
        var authority = new SimpleGrantedAuthority("ROLE_" + role.name());
        return UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of(authority));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
