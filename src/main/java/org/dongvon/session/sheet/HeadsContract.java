package org.dongvon.session.sheet;

import org.dongvon.shared.RoundTrip;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;

/** Whether the group's contract 11/TD authorises its head to collect deposits on the day of the session. */
@Component
class HeadsContract {

    private static final String COVERS = """
            select exists (
                select from session.v_session s
                  join "group".v_contract c
                    on c.group_id = cast(:group as bigint) and c.covers = 'INTEREST_AND_SAVINGS'
                   and c.valid_from <= s.held_on and (c.valid_to is null or c.valid_to > s.held_on)
                 where s.id = :session) as covers
            """;

    RoundTrip.Answer<Boolean> coversDeposits(RoundTrip trip, Sheet sheet) {
        var parameters = new MapSqlParameterSource("group", sheet.groupId()).addValue("session", sheet.sessionId());
        return trip.query(COVERS, parameters, row -> row.next() && row.getBoolean("covers"));
    }
}
