package org.dongvon.identity.login;

import java.util.List;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.identity.password.CheckPassword;
import org.dongvon.shared.WebOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Turns a right password into the account that may come in. */
@Component
@WebOnly
class PasswordLogin implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordLogin.class);

    /** Longer texts are not hashed at all: they would only cost time. Letters of two units count twice. */
    private static final int LONGEST = 256;

    private final CheckPassword checkPassword;
    private final Accounts accounts;
    private final SecurityEvents events;

    PasswordLogin(CheckPassword checkPassword, Accounts accounts, SecurityEvents events) {
        this.checkPassword = checkPassword;
        this.accounts = accounts;
        this.events = events;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        if (!(asked.getDetails() instanceof Caller caller)) {
            throw new IllegalStateException("a log-in without an address");
        }
        if (events.isLimited(caller)) {
            events.noteOfStranger(SecurityEvent.ADDRESS_LIMITED, caller);
            throw new AddressLimited();
        }
        var login = asked.getName();
        var password = String.valueOf(asked.getCredentials());
        if (login.length() > LONGEST || password.length() > LONGEST) {
            throw new BadCredentialsException("too long");
        }
        var account = checkPassword
                .run(login, password, caller)
                .orElseThrow(() -> new BadCredentialsException("wrong login or password"));
        if (accounts.signedIn(account.id(), null).isEmpty()) {
            throw new BadCredentialsException("no role in force");
        }
        LOG.info("Password right: {}", account.login());
        return UsernamePasswordAuthenticationToken.authenticated(account, null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
