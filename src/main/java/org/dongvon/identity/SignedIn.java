package org.dongvon.identity;

import org.dongvon.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A person at the pages, with the rights of this request's moment.
 *
 * @param unit the office, province or country they work in
 * @param above the province of an office
 * @param door how they came in
 */
public record SignedIn(Actor actor, String unit, @Nullable String above, Door door)
        implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return actor.login();
    }

    /** The account they work with. */
    public Owner owner() {
        return new Owner(actor.id(), actor.login(), actor.name());
    }
}
