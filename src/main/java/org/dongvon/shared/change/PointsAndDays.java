package org.dongvon.shared.change;

import java.time.LocalDate;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;

/** Points and their open days; offered by {@code organisation}, which this module may not use. */
public interface PointsAndDays {

    /** The whole country, as a point: only those who see all of it see what lies there. */
    long COUNTRY = 0;

    /** The open day of the point's office; for {@link #COUNTRY} the latest open day of all offices. */
    LocalDate openDay(long pointId);

    /** What numbers of requests begin with: the code of the point, {@code VN} for {@link #COUNTRY}. */
    String code(long pointId);

    /**
     * The country, for whoever sees all of it.
     *
     * @throws Refused {@link ChangeRefusal#COUNTRY_ONLY}
     */
    default long country(Actor actor) {
        if (!actor.scope().isCountry() || actor.scope().isNarrowed()) {
            throw new Refused(ChangeRefusal.COUNTRY_ONLY);
        }
        return COUNTRY;
    }

    /** The point of whatever a person asks for in the name of their own unit: an office's direct point. */
    long home(Actor actor);
}
