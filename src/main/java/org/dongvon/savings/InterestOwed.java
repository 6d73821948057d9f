package org.dongvon.savings;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dongvon.engine.interest.IndexRow;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.interest.RateSeries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is owed of interest to members' deposits, computed as {@link DepositInterest} does, for many accounts at once. */
@Repository
public class InterestOwed {

    private static final String OWED = """
            with rate as (
                select f.valid_from, f.units, f.index_at, lead(f.valid_from) over (order by f.valid_from) as valid_to
                  from unnest(cast(:froms as date[]), cast(:units as bigint[]), cast(:indexes as bigint[]))
                           as f (valid_from, units, index_at)),
            earned as (
                select m.account_id,
                       sum(m.amount::numeric * (cast(:index as bigint) - r.index_at - r.units * (m.value_date - r.valid_from))) as units
                  from savings.movement m
                  join rate r on m.value_date >= r.valid_from and (r.valid_to is null or m.value_date < r.valid_to)
                 where m.account_id = any (:accounts) and m.value_date < :until
                 group by m.account_id),
            credited as (
                select i.account_id, sum(i.amount) as amount
                  from savings.interest i
                 where i.account_id = any (:accounts)
                 group by i.account_id)
            select e.account_id, e.units - coalesce(c.amount, 0) * 36500000000 as numerator
              from earned e
              left join credited c on c.account_id = e.account_id
             order by e.account_id
            """;

    private final JdbcClient db;

    InterestOwed(JdbcClient db) {
        this.db = db;
    }

    /** In đồng × 365 × 10^8, by account; accounts that never moved are missing. */
    public Map<Long, BigInteger> numerators(Collection<Long> accounts, RateSeries rates, LocalDate until) {
        var rows = rates.rows(Part.IN_TERM);
        Map<Long, BigInteger> owed = new LinkedHashMap<>();
        db.sql(OWED)
                .param("accounts", accounts.toArray(Long[]::new))
                .param("until", until)
                .param("index", rates.index(Part.IN_TERM, until))
                .param("froms", rows.stream().map(row -> row.from().toString()).toArray(String[]::new))
                .param("units", rows.stream().map(row -> row.rate().units()).toArray(Long[]::new))
                .param("indexes", rows.stream().map(IndexRow::indexAtFrom).toArray(Long[]::new))
                .query(row -> {
                    BigDecimal numerator = row.getBigDecimal("numerator");
                    owed.put(row.getLong("account_id"), numerator.toBigIntegerExact());
                });
        return owed;
    }
}
