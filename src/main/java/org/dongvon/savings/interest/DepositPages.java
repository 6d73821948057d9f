package org.dongvon.savings.interest;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.savings.DemandRates;
import org.dongvon.savings.SavingsOffices;
import org.dongvon.savings.SavingsOffices.Office;
import org.dongvon.savings.interest.InterestMonths.Done;
import org.dongvon.savings.interest.InterestMonths.Sums;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Puts the pages of members' deposits together, each on one snapshot. */
@Service
class DepositPages {

    private static final String HELD = """
            select count(*) as accounts, coalesce(sum(a.balance), 0)::bigint as amount
              from savings.account a
              join organisation.point p on p.id = a.point_id
             where p.office_id = :office and a.closed_on is null
            """;

    private final JdbcClient db;
    private final SavingsOffices offices;
    private final InterestMonths months;
    private final DemandRates rates;
    private final BusinessDays days;
    private final Transactions transactions;

    DepositPages(
            JdbcClient db,
            SavingsOffices offices,
            InterestMonths months,
            DemandRates rates,
            BusinessDays days,
            Transactions transactions) {
        this.db = db;
        this.offices = offices;
        this.months = months;
        this.rates = rates;
        this.days = days;
        this.transactions = transactions;
    }

    /** An office's deposits: of the office asked for, the reader's own, or the first. */
    Shown show(Actor actor, String asked) {
        return transactions.read(actor, () -> {
            var all = offices.all();
            return new Shown(
                    all, offices.choose(actor, asked).map(this::content).orElse(null));
        });
    }

    private Content content(Office office) {
        var today = days.today(office.id());
        var done = months.done(office);
        return new Content(
                office,
                db.sql(HELD)
                        .param("office", office.id())
                        .query((row, n) -> new Held(row.getLong("accounts"), new Dong(row.getLong("amount"))))
                        .single(),
                rates.current().rate(Part.IN_TERM, today),
                done,
                next(office, done, today));
    }

    // The newest month that is over: what came before it is credited with it.
    private @Nullable Next next(Office office, List<Done> done, LocalDate today) {
        var month = new InterestMonth(office.code(), YearMonth.from(today));
        if (months.until(month).isAfter(today)) {
            month = new InterestMonth(office.code(), month.month().minusMonths(1));
        }
        var first = month.first();
        boolean open = done.stream().allMatch(each -> each.month().isBefore(first));
        if (!open) {
            return null;
        }
        var until = months.until(month);
        return new Next(month.toString(), first, Sums.of(until, months.due(office, until)));
    }

    /** A month as a request for it says. */
    Asked asked(Actor actor, InterestMonth month) {
        return transactions.read(actor, () -> {
            var office = offices.of(month.office());
            var until = months.until(month);
            return new Asked(office, month.first(), Sums.of(until, months.due(office, until)));
        });
    }

    /** How many accounts hold how much. */
    record Held(long accounts, Dong amount) {}

    /** The month to credit next. */
    record Next(String of, LocalDate first, Sums sums) {}

    /** An office's deposits. */
    record Content(
            Office office,
            Held held,
            AnnualRate rate,
            List<Done> done,
            @Nullable Next next) {}

    /** The page. */
    record Shown(List<Office> offices, @Nullable Content content) {}

    /** A month of an office. */
    record Asked(Office office, LocalDate first, Sums sums) {}
}
