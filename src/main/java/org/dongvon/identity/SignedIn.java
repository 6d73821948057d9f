package org.dongvon.identity;

import org.dongvon.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A person at the pages, acting under one of their grants, with the rights of this request's moment.
 *
 * @param grantId the grant whose role and scope the actor has
 * @param unit the unit of the grant
 * @param above the unit above it: an office's province, a point's office
 * @param hasChoice whether the person holds other grants too
 * @param door how they came in
 */
public record SignedIn(
        Actor actor, long grantId, String unit, @Nullable String above, boolean hasChoice, Door door)
        implements AuthenticatedPrincipal {

    /** Somebody in whose name a command works. */
    SignedIn(Actor actor, long grantId, String unit, @Nullable String above, boolean hasChoice) {
        this(actor, grantId, unit, above, hasChoice, new Door.Terminal());
    }

    /** The same person, come in by a door. */
    public SignedIn through(Door door) {
        return new SignedIn(actor, grantId, unit, above, hasChoice, door);
    }

    @Override
    public String getName() {
        return actor.login();
    }

    /** The account they work with. */
    public Owner owner() {
        return new Owner(actor.id(), actor.login(), actor.name());
    }
}
