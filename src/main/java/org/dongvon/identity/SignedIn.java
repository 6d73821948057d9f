package org.dongvon.identity;

import org.dongvon.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A person at the pages, acting under one of their grants.
 *
 * @param grantId the grant whose role and scope the actor has
 * @param unit the unit of the grant
 * @param above the unit above it: an office's province, a point's office
 * @param hasChoice whether the person holds other grants too
 */
public record SignedIn(
        Actor actor, long grantId, String unit, @Nullable String above, boolean hasChoice)
        implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return actor.login();
    }
}
