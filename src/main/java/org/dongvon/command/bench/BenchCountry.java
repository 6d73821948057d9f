package org.dongvon.command.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.RegisterUnits;
import org.dongvon.organisation.RegisterUnits.PointPlace;
import org.dongvon.organisation.Unit;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Offices full of loans, written straight into the tables by their owner: groups of 40 members, each with a loan of
 * 50 000 000 đ paid out on 18/04/2024 and a deposit. All invariants of the books hold. Rows of a group lie side by side,
 * whatever plan the filling takes.
 */
public final class BenchCountry {

    static final int MEMBERS = 40;
    static final long AMOUNT = 50_000_000;
    /** The day on which all loans were paid out. */
    public static final LocalDate PAID_OUT = LocalDate.of(2024, 4, 18);

    /** Identifiers of loans, members and groups are this plus their number. */
    static final long BASE = 1L << 47;

    private static final int POINTS_OF_OFFICE = 5;

    private static final String HOUSEHOLDS = """
            insert into household.household (id, point_id, code, hamlet)
            select :base + n, (cast(:points as bigint[]))[1 + ((n - 1) / 40) % :count], 'H' || n, 'khu 1' from generate_series(1, :loans) n
            """;

    private static final String PEOPLE = """
            insert into household.person (id, household_id, point_id, full_name, born_on, sex, identity_encrypted, identity_last4,
                                          identity_key, identity_hash)
            select id, id, point_id, 'Nguyễn Thị ' || id - :base, date '1980-01-01', 'F', '\\x00', '0000', 1, sha256(id::text::bytea)
              from household.household
            """;

    private static final String GROUPS = """
            insert into "group".credit_group (id, point_id, code, name, hamlet, association, formed_on)
            select :base + g, (cast(:points as bigint[]))[1 + (g - 1) % :count], 'T' || g, 'Tổ ' || g, 'khu 1', 'HPN', date '2015-01-01'
              from generate_series(1, :groups) g
            """;

    private static final String HEADS_CONTRACTS = """
            insert into "group".contract (group_id, valid_from, point_id, signed_on, covers)
            select id, formed_on, point_id, formed_on, 'INTEREST_AND_SAVINGS' from "group".credit_group
            """;

    private static final String MEMBERSHIPS = """
            insert into "group".member (id, group_id, point_id, household_id, person_id, ordinal, monthly_saving, joined_on)
            select h.id, :base + 1 + (h.id - :base - 1) / 40, h.point_id, h.id, h.id, 1 + (h.id - :base - 1) % 40, 50000,
                   date '2015-01-01'
              from household.household h
             order by h.id
            """;

    private static final String DEPOSITS = """
            insert into savings.account (id, point_id, member_id, household_id, opened_on)
            select id, point_id, id, household_id, joined_on from "group".member
             order by id
            """;

    private static final String CONTRACT = """
            with signed as (
                insert into capital.contract (id, code, point_id, source, owner, decision, signed_on, amount, received)
                select :base + 1, 'TW', min(id), 'CENTRAL', 'Trung ương', 'QĐ 131/2002/QĐ-TTg', cast(:day as date), :amount, :amount
                  from organisation.point where direct
                returning id, point_id, source, owner, decision, signed_on, amount)
            insert into capital.contract_term (contract_id, valid_from, point_id, source, owner, decision, amount)
            select id, signed_on, point_id, source, owner, decision, amount from signed
            """;

    private static final String ALLOTMENTS = """
            insert into capital.allotment (id, contract_id, office_id, point_id, granted, lent)
            select :base + row_number() over (order by d.id), :base + 1, d.office_id, d.id, :amount * count(*), :amount * count(*)
              from organisation.point d
              join organisation.point p on p.office_id = d.office_id
              join household.household h on h.point_id = p.id
             where d.direct
             group by d.id, d.office_id
            """;

    private static final String TAGS = """
            insert into household.person_tag (person_id, point_id, key, tag)
            select p.id, p.point_id, sha256(p.id::text::bytea), sha256(p.point_id::text::bytea)
              from household.person p
            """;

    private static final String LOANS = """
            insert into loan.loan (id, point_id, code, household_id, borrower_id, group_id, member_id, association, programme_id,
                                   series_id, contract_id, allotment_id, amount, approved_on, term_months, interval_months,
                                   unpaid_instalment, stage, disbursed_on, interest_due_from)
            select m.id, m.point_id, 'L' || m.id - :base, m.household_id, m.person_id, m.group_id, m.id, 'HPN', s.programme_id,
                   s.id, :base + 1, a.id, :amount, :day, 36, 12, 'CARRIED', 'ACTIVE', :day, :day
              from "group".member m
              join organisation.point p on p.id = m.point_id
              join capital.allotment a on a.office_id = p.office_id
              join programme.rate_series s on s.code = 'HONGHEO'
             order by m.id
            """;

    private static final String PARTS = """
            insert into loan.part (loan_id, series_id, part, point_id, principal, constant)
            select id, series_id, 'IN_TERM', point_id, amount, -amount * programme.in_term_index(series_id, :day)::numeric
              from loan.loan
             order by id
            """;

    private static final String INSTALMENTS = """
            insert into loan.instalment (loan_id, seq, point_id, contract_date, due_date, amount)
            select l.id, i, l.point_id, (date '2024-04-18' + make_interval(years => i))::date,
                   (date '2024-04-18' + make_interval(years => i))::date, case i when 3 then 16800000 else 16600000 end
              from loan.loan l, generate_series(1, 3) i
            """;

    private static final String SUBMISSIONS = """
            insert into shared.submission (key, kind, point_id, business_date, actor_id, role, content_hash, answer)
            select gen_random_uuid(), 'bench', p.id, :day, 0, 'SYSTEM', sha256(p.id::text::bytea), '{}'
              from organisation.point p where not p.direct and exists (select from loan.loan l where l.point_id = p.id)
            """;

    private static final String JOURNALS = """
            insert into ledger.journal (submission, point_id, office_id, business_date, value_date, kind, voucher)
            select s.key, s.point_id, p.office_id, :day, :day, 'DISBURSEMENT', 1
              from shared.submission s join organisation.point p on p.id = s.point_id where s.kind = 'bench'
            """;

    private static final String GRANT_SUBMISSIONS = """
            insert into shared.submission (key, kind, point_id, business_date, actor_id, role, content_hash, answer)
            select gen_random_uuid(), 'bench-grant', p.id, :day, 0, 'SYSTEM', sha256(p.id::text::bytea), '{}'
              from organisation.point p where p.direct
            """;

    private static final String GRANT_JOURNALS = """
            insert into ledger.journal (submission, point_id, office_id, business_date, value_date, kind, voucher)
            select s.key, s.point_id, p.office_id, :day, :day, 'ALLOTMENT', 1
              from shared.submission s join organisation.point p on p.id = s.point_id where s.kind = 'bench-grant'
            """;

    private static final String GRANT_ENTRIES = """
            insert into ledger.entry (journal_id, point_id, account, programme_id, contract_id, amount)
            select j.id, j.point_id, e.account, 0, case e.account when 'BANK' then 0 else a.contract_id end, e.sign * a.granted
              from ledger.journal j
              join capital.allotment a on a.point_id = j.point_id
             cross join (values ('BANK', 1), ('POLICY_CAPITAL', -1)) e (account, sign)
             where j.kind = 'ALLOTMENT'
            """;

    private static final String GRANTED = """
            insert into capital.movement (journal_id, allotment_id, point_id, kind, amount)
            select j.id, a.id, a.point_id, 'GRANTED', a.granted
              from ledger.journal j join capital.allotment a on a.point_id = j.point_id
             where j.kind = 'ALLOTMENT'
            """;

    private static final String RECEIVED = """
            insert into capital.contract_movement (journal_id, contract_id, point_id, kind, amount)
            select j.id, a.contract_id, a.point_id, 'RECEIVED', a.granted
              from ledger.journal j join capital.allotment a on a.point_id = j.point_id
             where j.kind = 'ALLOTMENT'
            """;

    private static final String COUNTERS = """
            insert into ledger.voucher_counter (point_id, year, last)
            select point_id, extract(year from cast(:day as date)), voucher from ledger.journal
            """;

    private static final String ENTRIES = """
            insert into ledger.entry (journal_id, point_id, account, programme_id, contract_id, amount)
            select j.id, j.point_id, e.account, case e.account when 'BANK' then 0 else t.programme_id end,
                   case e.account when 'BANK' then 0 else :base + 1 end, e.sign * t.amount
              from ledger.journal j
              join (select point_id, programme_id, sum(amount) as amount from loan.loan group by point_id, programme_id) t
                on t.point_id = j.point_id
             cross join (values ('LOAN_IN_TERM', 1), ('BANK', -1)) e (account, sign)
            """;

    private static final String MOVEMENTS = """
            insert into loan.movement (journal_id, line_id, line_no, loan_id, point_id, series_id, part, kind, value_date,
                                       principal, interest, constant)
            select j.id, gen_random_uuid(), 1, p.loan_id, p.point_id, p.series_id, p.part, 'DISBURSEMENT', :day, p.principal, 0,
                   p.constant
              from loan.part p join ledger.journal j on j.point_id = p.point_id
            """;

    private static final String LENT = """
            insert into capital.movement (journal_id, allotment_id, point_id, kind, amount)
            select j.id, l.allotment_id, a.point_id, 'LENT', sum(l.amount)
              from ledger.journal j
              join loan.loan l on l.point_id = j.point_id
              join capital.allotment a on a.id = l.allotment_id
             group by j.id, l.allotment_id, a.point_id
            """;

    private final Transactions transactions;
    private final RegisterUnits units;
    private final BusinessDays days;
    private final JdbcClient owner;

    BenchCountry(Transactions transactions, RegisterUnits units, BusinessDays days, JdbcClient owner) {
        this.transactions = transactions;
        this.units = units;
        this.days = days;
        this.owner = owner;
    }

    /** Fills an empty database; returns the points that hold sessions, office by office. */
    List<BenchPoint> fill(int offices, int groups) {
        var points = transactions.write(Actor.SYSTEM, () -> registerPoints(offices));
        long loans = (long) groups * MEMBERS;
        for (var sql : List.of(
                HOUSEHOLDS,
                PEOPLE,
                TAGS,
                GROUPS,
                HEADS_CONTRACTS,
                MEMBERSHIPS,
                DEPOSITS,
                CONTRACT,
                ALLOTMENTS,
                LOANS,
                PARTS,
                INSTALMENTS,
                SUBMISSIONS,
                JOURNALS,
                GRANT_SUBMISSIONS,
                GRANT_JOURNALS,
                GRANT_ENTRIES,
                GRANTED,
                RECEIVED,
                COUNTERS,
                ENTRIES,
                MOVEMENTS,
                LENT)) {
            owner.sql(sql)
                    .param("base", BASE)
                    .param("points", points.stream().map(BenchPoint::id).toArray(Long[]::new))
                    .param("count", points.size())
                    .param("loans", loans)
                    .param("groups", groups)
                    .param("amount", sql.equals(CONTRACT) ? AMOUNT * loans : AMOUNT)
                    .param("day", PAID_OUT)
                    .update();
        }
        owner.sql("vacuum (analyze)").update();
        return points;
    }

    private List<BenchPoint> registerPoints(int offices) {
        var from = LocalDate.of(2003, 1, 1);
        long country = units.register("VN", Unit.Kind.COUNTRY, "Việt Nam", null, from);
        var points = new ArrayList<BenchPoint>();
        for (int o = 1; o <= offices; o++) {
            long office = units.register("B" + o, Unit.Kind.OFFICE, "PGD " + o, country, from);
            long direct = units.register("B" + o + "-00", Unit.Kind.POINT, "Quầy " + o, office, from);
            units.placePoint(direct, new PointPlace(office, null, null, "trụ sở"));
            for (int p = 1; p <= POINTS_OF_OFFICE; p++) {
                long point = units.register("B" + o + "-0" + p, Unit.Kind.POINT, "Điểm " + o + "." + p, office, from);
                units.placePoint(point, new PointPlace(office, null, PAID_OUT.getDayOfMonth(), "trụ sở UBND"));
                points.add(new BenchPoint(point, office, direct));
            }
            days.openFirst(office, PAID_OUT);
        }
        // Neighbours in the list are of different offices, as sheets that arrive together mostly are.
        var mixed = new ArrayList<BenchPoint>();
        for (int p = 0; p < POINTS_OF_OFFICE; p++) {
            for (int o = 0; o < offices; o++) {
                mixed.add(points.get(o * POINTS_OF_OFFICE + p));
            }
        }
        return mixed;
    }

    /** A point with its office and the office's direct point. */
    public record BenchPoint(long id, long office, long direct) {}
}
