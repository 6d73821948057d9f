package org.dongvon.loan.listing;

import org.dongvon.support.OwnerDb;
import org.dongvon.support.Village;

/**
 * A village full of loans, written straight into the tables by their owner: what lists are measured on. Names are drawn
 * from common ones, codes run on, one loan in fifty has an overdue part, one in ten is closed.
 */
final class ManyLoans {

    private static final String PEOPLE = """
            with homes as (
                insert into household.household (id, point_id, code, hamlet)
                select :base + n, :point, 'ML' || n, 'khu 1' from generate_series(1, :loans) n
                returning id)
            insert into household.person (id, household_id, point_id, full_name, born_on, sex, identity_encrypted, identity_last4,
                                          identity_key, identity_hash)
            select id, id, :point,
                   (array['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đặng', 'Bùi', 'Vũ', 'Lò'])[1 + id % 8] || ' ' ||
                   (array['Thị', 'Văn', 'Đức', 'Ngọc', 'Minh'])[1 + id / 8 % 5] || ' ' ||
                   (array['An', 'Bình', 'Hoà', 'Hương', 'Khánh', 'Lan', 'Mận', 'Ngân', 'Ún', 'Đào'])[1 + id / 40 % 10] || ' ' ||
                   chr(65 + (id / 400 % 26)::int) || chr(97 + (id / 10400 % 26)::int),
                   date '1980-01-01', 'F', '\\x00', lpad((id % 10000)::text, 4, '0'), 1, sha256(id::text::bytea)
              from homes
            """;

    private static final String LOANS = """
            insert into loan.loan
                   (id, point_id, code, household_id, borrower_id, association, programme_id, series_id, contract_id,
                    allotment_id, amount, approved_on, term_months, interval_months, unpaid_instalment, stage, disbursed_on,
                    interest_due_from, closed_on)
            select :base + n, :point, 'ML-' || lpad(n::text, 7, '0'), :base + n, :base + n, 'NONE', r.programme_id, r.id,
                   a.contract_id, a.id, 50000000, date '2024-04-18', 36, 12, 'CARRIED',
                   case when n % 10 = 0 then 'CLOSED' else 'ACTIVE' end, date '2024-04-18', date '2024-04-18',
                   case when n % 10 = 0 then date '2024-05-01' end
              from generate_series(1, :loans) n
              join lateral (select min(s.id) as id, s.programme_id
                              from programme.rate_series s
                             where s.programme_id = 1 + n % 2
                             group by s.programme_id) r on true
              join capital.allotment a on a.id = :allotment
            """;

    private static final String PARTS = """
            insert into loan.part (loan_id, series_id, part, point_id, principal, constant)
            select l.id, l.series_id, 'IN_TERM', l.point_id, case when l.stage = 'CLOSED' then 0 else 40000000 end, 0
              from loan.loan l where l.code like 'ML-%'
            union all
            select l.id, l.series_id, 'OVERDUE', l.point_id, 10000000, 0
              from loan.loan l where l.code like 'ML-%' and (l.id - :base) % 50 = 1
            """;

    private static final String INSTALMENTS = """
            insert into loan.instalment (loan_id, seq, point_id, contract_date, due_date, amount)
            select l.id, k, l.point_id, date '2024-04-18' + 365 * k, date '2024-04-18' + 365 * k, 16000000
              from loan.loan l cross join generate_series(1, 3) k
             where l.code like 'ML-%'
            """;

    private static final long BASE = (1L << 47) + (1L << 40);

    private ManyLoans() {}

    static void write(OwnerDb owner, Village village, int loans) {
        for (var sql : new String[] {PEOPLE, LOANS, PARTS, INSTALMENTS}) {
            owner.sql(sql)
                    .param("base", BASE)
                    .param("point", village.point)
                    .param("allotment", village.allotment)
                    .param("loans", loans)
                    .update();
        }
        for (var table : new String[] {"household.person", "loan.loan", "loan.part", "loan.instalment"}) {
            owner.sql("vacuum analyze " + table).update();
        }
    }
}
