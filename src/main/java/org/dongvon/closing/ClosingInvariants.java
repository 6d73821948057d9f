package org.dongvon.closing;

import java.util.List;
import org.dongvon.shared.Invariant;
import org.dongvon.shared.Invariants;
import org.springframework.stereotype.Component;

/** What always holds between the days of an office, their closes and the journals recorded on them. */
@Component
class ClosingInvariants implements Invariants {

    private static final String DAYS_FOLLOW = """
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select r.from_day <> coalesce(lag(r.to_day) over w + 1, r.from_day)
                               or r.finished_at is null and (r.from_day <> p.open_day or lead(r.id) over w is not null)
                               or r.finished_at is not null and lead(r.id) over w is null and p.open_day <> r.to_day + 1 as broken,
                           format('%s: close of %s to %s, open day %s', u.code, r.from_day, r.to_day, p.open_day) as what
                      from closing.run r
                      join organisation.v_point p on p.id = r.point_id
                      join organisation.unit u on u.id = r.office_id
                    window w as (partition by r.office_id order by r.from_day)) b
            """;

    // A posting holds the business day until it ends, so no journal of a day was begun after the day's close.
    private static final String CLOSED_DAYS_UNTOUCHED = """
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select j.business_date > d.open_day or j.business_date < d.open_day and r.id is null
                               or s.recorded_at > r.finished_at as broken,
                           format('%s on %s was recorded at %s, the day closed at %s', j.label, j.business_date, s.recorded_at, r.finished_at)
                               as what
                      from ledger.v_journal j
                      join shared.submission s on s.key = j.submission
                      join organisation.v_point d on d.office_id = j.office_id and d.direct
                      left join closing.run r
                        on r.office_id = j.office_id and r.from_day = j.business_date and r.finished_at is not null) b
            """;

    @Override
    public List<Invariant> all() {
        return List.of(
                new Invariant("closing.days-follow", DAYS_FOLLOW),
                new Invariant("closing.closed-days-untouched", CLOSED_DAYS_UNTOUCHED));
    }
}
