package org.dongvon.report.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.dongvon.support.LoanVillage;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A contract at the end of any day: there = lent + idle, and the loans behind it. */
@PostgresTest
class ContractStatementDbTest {

    private static final long GRANTED = 900_000_000_000L;

    private final ApplicationContext beans;
    private final ContractFigures figures;
    private final ContractLoans loans;
    private final Transactions transactions;
    private final OwnerDb owner;

    ContractStatementDbTest(
            ApplicationContext beans,
            ContractFigures figures,
            ContractLoans loans,
            Transactions transactions,
            OwnerDb owner) {
        this.beans = beans;
        this.figures = figures;
        this.loans = loans;
        this.transactions = transactions;
        this.owner = owner;
    }

    @Test
    void tellsWhatIsLentIdleAndPromisedOnEachDay() {
        var village = new LoanVillage(beans, "STM");
        owner.sql("update loan.loan set jobs = 2 where code like 'STM-%'").update();
        long lent = outstanding(village);
        village.pay(0, 0, 7_000_000);

        var paidOut = at("STM", LoanVillage.PAID_OUT);
        assertThat(paidOut.there()).isEqualTo(new Dong(GRANTED));
        assertThat(paidOut.lent()).isEqualTo(new Dong(lent));
        var today = at("STM", LoanVillage.TODAY);
        assertThat(today.lent()).isEqualTo(new Dong(lent - 7_000_000));
        assertThat(today.idle()).isEqualTo(new Dong(GRANTED - lent + 7_000_000));
        assertThat(today.there()).isEqualTo(today.lent().plus(today.idle()));
        assertThat(today.ungranted()).isEqualTo(Dong.ZERO);
        assertThat(today.total().outstanding()).isEqualTo(today.lent());
        assertThat(today.total().collected()).isEqualTo(new Dong(7_000_000));
        assertThat(today.lending())
                .singleElement()
                .satisfies(each ->
                        assertThat(each.outcome()).isEqualTo(today.total().outcome()));
        long households = village.group.loans().size();
        assertThat(today.total().outcome())
                .isEqualTo(new ContractStatement.Outcome(
                        households, households, 2 * households, households, households, 2 * households));
        assertThat(at("STM", LoanVillage.PAID_OUT.minusDays(1)).lent()).isEqualTo(Dong.ZERO);
    }

    private long outstanding(LoanVillage village) {
        return owner.sql("select sum(principal) from loan.part where loan_id = any (:loans)")
                .param("loans", village.group.loans().toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    @Test
    void namesEachLoanByItsCode() {
        var village = new LoanVillage(beans, "STL");
        village.pay(0, 0, 7_000_000);

        var listed = transactions.read(Actor.SYSTEM, () -> loans.of("TW-STL", LoanVillage.TODAY, "", 1000));

        assertThat(listed).hasSameSizeAs(village.group.loans());
        assertThat(listed.getFirst().code()).isEqualTo(village.loan(0));
        assertThat(Dong.sum(listed.stream().map(ContractLoans.Loan::outstanding).toList()))
                .isEqualTo(at("STL", LoanVillage.TODAY).lent());
        var behind =
                transactions.read(Actor.SYSTEM, () -> loans.of("TW-STL", LoanVillage.TODAY, village.loan(0), 1000));
        assertThat(behind).hasSize(listed.size() - 1);
    }

    @Test
    void whatIsApprovedIsPromisedUntilItIsPaidOut() {
        var village = Village.in(beans, "STP");
        village.group(1, 2, "HONGHEO", 50_000_000, Village.FIRST_DAY);

        var statement = at("STP", Village.FIRST_DAY);

        assertThat(statement.promised()).isEqualTo(new Dong(100_000_000));
        assertThat(statement.free()).isEqualTo(new Dong(GRANTED - 100_000_000));
        assertThat(at("STP", Village.FIRST_DAY.minusDays(1)).promised()).isEqualTo(Dong.ZERO);
    }

    @Test
    void saysWhichOfficesTheReaderDoesNotSee() {
        var home = Village.in(beans, "STB");
        var other = Village.in(beans, "STC");
        owner.sql("""
                        with lowered as (
                            update capital.allotment a set granted = granted - 40000000
                              from capital.contract c where c.id = a.contract_id and c.code = 'TW-STB'
                            returning a.id, a.contract_id),
                        raised as (
                            insert into capital.allotment (contract_id, office_id, point_id, granted)
                            select contract_id, :office, :point, 40000000 from lowered
                            returning id, point_id)
                        insert into capital.movement (journal_id, allotment_id, point_id, kind, amount)
                        select (select min(id) from ledger.journal where office_id = :office), r.id, r.point_id, 'GRANTED', 40000000
                          from raised r
                        """)
                .param("office", other.office)
                .param("point", other.direct)
                .update();
        var reader = home.director;

        var seen = transactions.read(
                reader, () -> figures.find("TW-STB", Village.FIRST_DAY).orElseThrow());
        assertThat(seen.beyond().offices()).containsExactly("PGD STC");
        assertThat(seen.beyond().granted()).isEqualTo(new Dong(40_000_000));
        assertThat(seen.offices()).hasSize(1);
        assertThat(seen.idle()).isEqualTo(seen.there().minus(new Dong(40_000_000)));
        assertThat(at("STB", Village.FIRST_DAY).beyond().offices()).isEmpty();
        assertThat(at("STB", Village.FIRST_DAY).offices()).hasSize(2);
    }

    @Test
    void keepsTheFormerOwnerOfEarlierDays() {
        Village.in(beans, "STO");
        owner.sql("""
                        insert into capital.contract_term (contract_id, valid_from, point_id, source, owner, decision, amount, programmes)
                        select id, date '2024-06-01', point_id, 'PROVINCE', 'UBND tỉnh', 'QĐ 2', amount,
                               array(select id from programme.programme where code = 'GQVL')
                          from capital.contract where code = 'TW-STO'
                        """).update();

        var before = at("STO", LocalDate.of(2024, 5, 31)).agreed();
        assertThat(before.owner() + " " + before.source().en()).isEqualTo("Trung ương Central capital");
        assertThat(before.programmes()).isEmpty();
        var after = at("STO", LocalDate.of(2024, 6, 1)).agreed();
        assertThat(after.owner() + " " + after.source().en()).isEqualTo("UBND tỉnh Entrusted provincial budget");
        assertThat(after.programmes()).hasSize(1);
        assertThat(at("STO", LocalDate.of(2000, 1, 1)).agreed().owner()).isEqualTo("Trung ương");
    }

    private ContractStatement at(String village, LocalDate day) {
        return transactions.read(
                Actor.SYSTEM, () -> figures.find("TW-" + village, day).orElseThrow());
    }
}
