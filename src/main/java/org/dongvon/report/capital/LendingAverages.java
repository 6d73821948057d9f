package org.dongvon.report.capital;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dongvon.organisation.Unit;
import org.dongvon.report.Indicator;
import org.dongvon.report.Measure;
import org.dongvon.report.PublishedFigure;
import org.dongvon.report.PublishedFigures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the loans paid out lately were like: of those drawn on local capital, or of all where there were none. Reversed
 * payments count for nothing. Households are counted once, so those of programmes do not add up.
 */
@Repository
class LendingAverages {

    private static final String LENT = """
            with point as materialized (
                select p.id, p.office_id
                  from organisation.points_under(:unit, :through) as below (id)
                  join organisation.v_point p on p.id = below.id),
            lent as materialized (
                select m.programme_id, m.loan_id, bool_and(c.local) as local, sum(m.principal) as amount
                  from (select distinct office_id from point) o
                  join loan.v_movement m
                    on m.office_id = o.office_id and m.business_date between :from and :through and m.kind = 'DISBURSEMENT'
                  join capital.v_contract c on c.id = m.contract_id
                 where m.point_id in (select id from point)
                 group by m.programme_id, m.loan_id
                having sum(m.principal) > 0),
            basis as materialized (select coalesce(bool_or(local), false) as local from lent)
            select p.code as programme, basis.local, cast(sum(l.amount) as bigint) as amount, count(*) as loans,
                   count(distinct b.household_id) as households, sum(b.jobs) as jobs
              from lent l
             cross join basis
              join loan.v_balance b on b.loan_id = l.loan_id
              join programme.v_programme p on p.id = l.programme_id
             where l.local or not basis.local
             group by grouping sets ((basis.local), (p.code, basis.local))
             order by p.code nulls first
            """;

    private final JdbcClient db;
    private final PublishedFigures published;

    LendingAverages(JdbcClient db, PublishedFigures published) {
        this.db = db;
        this.published = published;
    }

    /** The loans that a unit's offices paid out in a period; none when there were none. */
    Optional<Lately> lent(Unit unit, LocalDate from, LocalDate through) {
        var rows = db.sql(LENT)
                .param("unit", unit.id())
                .param("from", from)
                .param("through", through)
                .query((row, n) -> read(row))
                .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var all = rows.getFirst();
        var basis = all.isLocal() ? Basis.LOCAL : Basis.ALL;
        return Optional.of(new Lately(basis, from, through, all.lent(), rows.subList(1, rows.size())));
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getString("programme"),
                row.getBoolean("local"),
                Lent.of(row.getLong("amount"), row.getLong("loans"), row.getLong("households"), row.getLong("jobs")));
    }

    /** The loans and jobs of local capital that were printed of a unit for a day. */
    Optional<Lately> printed(Unit unit, LocalDate day, long local) {
        var ofLocal = published.of(unit.code(), day).stream()
                .filter(figure -> figure.place().cut().isLocalCapital())
                .toList();
        long loans = number(ofLocal, Measure.LOANS);
        var lent = Lent.of(local, loans, null, number(ofLocal, Measure.JOBS));
        return loans > 0 && local > 0
                ? Optional.of(new Lately(Basis.PUBLISHED, day, day, lent, List.of()))
                : Optional.empty();
    }

    private static long number(List<PublishedFigure> figures, Measure measure) {
        var wanted = Indicator.of(measure);
        return figures.stream()
                .filter(figure -> figure.indicator().equals(wanted))
                .mapToLong(PublishedFigure::number)
                .findFirst()
                .orElse(0);
    }

    /** Which loans averages are made of. Its name for people is the message {@code share.basis.<CONSTANT>}. */
    public enum Basis {
        /** Those drawn on local capital. */
        LOCAL,
        /** All: none was drawn on local capital. */
        ALL,
        /** What was printed of local capital: the books tell of none. */
        PUBLISHED
    }

    /** What was lent lately, and by programme. */
    record Lately(Basis basis, LocalDate from, LocalDate through, Lent all, List<Row> programmes) {

        Lately {
            programmes = List.copyOf(programmes);
        }

        /** What an amount does if it is lent alike. */
        WhatIf.Made make(long amount) {
            return all.make(amount, all.amount());
        }

        /** What an amount does in each programme, whose parts sum to it. */
        List<WhatIf.OfProgramme> makeByProgramme(long amount) {
            var made = new ArrayList<WhatIf.OfProgramme>();
            long before = 0;
            for (var each : programmes) {
                long through = before + each.lent().amount();
                long part = Lent.share(amount, through, all.amount()) - Lent.share(amount, before, all.amount());
                var lent = each.lent();
                made.add(new WhatIf.OfProgramme(each.programme(), part, lent.make(amount, all.amount()), lent));
                before = through;
            }
            return made;
        }
    }

    /** The loans of a programme; of all where there is none. */
    record Row(String programme, boolean isLocal, Lent lent) {}
}
