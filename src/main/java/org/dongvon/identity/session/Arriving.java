package org.dongvon.identity.session;

import org.dongvon.identity.Owner;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Someone whose password was right and who is not yet in: all that opens is the page of the next step. */
public record Arriving(long signInId, Owner owner, Step step) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return owner.login();
    }
}
