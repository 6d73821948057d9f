package org.dongvon.identity.login;

import java.util.List;
import org.dongvon.identity.Account;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.SignedIn;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
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
    private final Units units;
    private final BusinessDays days;

    PasswordLogin(CheckPassword checkPassword, Accounts accounts, Units units, BusinessDays days) {
        this.checkPassword = checkPassword;
        this.accounts = accounts;
        this.units = units;
        this.days = days;
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
        LOG.info("Logged in: {} as {}", account.login(), account.role());
        var authority = new SimpleGrantedAuthority("ROLE_" + account.role().name());
        return UsernamePasswordAuthenticationToken.authenticated(signedIn(account), null, List.of(authority));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private SignedIn signedIn(Account account) {
        var unit = units.get(account.unitId());
        var above = days.latest().flatMap(day -> units.parent(unit.id(), day)).filter(this::isProvince);
        return new SignedIn(
                accounts.actor(account), unit.name(), above.map(Unit::name).orElse(null));
    }

    private boolean isProvince(Unit unit) {
        return unit.kind() == Unit.Kind.PROVINCE;
    }
}
