package org.dongvon.ledger.seal;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The published seals as pages list them, read as the role of the public portal. */
@Repository
class RootsPages {

    private static final String OFFICES = """
            select u.code, u.name, s.to_day, s.hash
              from organisation.business_day d
              join organisation.unit u on u.id = d.office_id
              left join lateral (
                   select v.to_day, v.hash from ledger.v_seal v where v.office_id = d.office_id order by v.to_day desc limit 1) s
                on true
             where :code in ('', u.code)
             order by u.name
            """;

    private static final String YEARS = """
            select distinct extract(year from s.to_day)::integer as year
              from ledger.seal s
              join organisation.unit u on u.id = s.office_id
             where u.code = :code
             order by year desc
            """;

    private static final String DAYS = """
            select s.from_day, s.to_day, s.vouchers, s.leaves, encode(s.root, 'hex') as root, encode(s.hash, 'hex') as hash
              from ledger.seal s
              join organisation.unit u on u.id = s.office_id
             where u.code = :code and s.to_day >= make_date(:year, 1, 1) and s.to_day <= make_date(:year, 12, 31)
             order by s.to_day desc
            """;

    private final JdbcClient db;
    private final Transactions transactions;

    RootsPages(JdbcClient db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    List<SealedOffice> offices() {
        return offices("");
    }

    /** @throws Refused {@link LedgerRefusal#UNKNOWN_OFFICE} */
    SealedOffice office(String code) {
        return offices(code).stream().findFirst().orElseThrow(() -> new Refused(LedgerRefusal.UNKNOWN_OFFICE, code));
    }

    private List<SealedOffice> offices(String code) {
        return transactions.readPublic(() -> db.sql(OFFICES)
                .param("code", code)
                .query((row, n) -> new SealedOffice(
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("to_day", LocalDate.class),
                        row.getString("hash")))
                .list());
    }

    List<Integer> years(String code) {
        return transactions.readPublic(() -> db.sql(YEARS)
                .param("code", code)
                .query((row, n) -> row.getInt("year"))
                .list());
    }

    List<SealedDay> days(String code, int year) {
        return transactions.readPublic(() -> db.sql(DAYS)
                .param("code", code)
                .param("year", year)
                .query((row, n) -> new SealedDay(
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getInt("vouchers"),
                        row.getInt("leaves"),
                        row.getString("root"),
                        row.getString("hash")))
                .list());
    }

    /** An office with its last seal; none before its first closed day. */
    record SealedOffice(
            String code,
            String name,
            @Nullable LocalDate day,
            @Nullable String hash) {}

    /** A seal of one day or several. */
    record SealedDay(LocalDate from, LocalDate to, int vouchers, int leaves, String root, String hash) {

        public boolean isOneDay() {
            return from.equals(to);
        }
    }
}
