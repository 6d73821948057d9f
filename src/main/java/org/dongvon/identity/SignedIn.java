package org.dongvon.identity;

import org.dongvon.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A person at the pages, as of the moment they logged in.
 *
 * @param unit the office, province or country they work in
 * @param above the province of an office
 */
public record SignedIn(Actor actor, String unit, @Nullable String above) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return actor.login();
    }
}
