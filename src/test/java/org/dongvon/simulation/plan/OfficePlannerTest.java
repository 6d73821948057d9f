package org.dongvon.simulation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.simulation.plan.OfficePlan.HouseholdPlan;
import org.dongvon.simulation.plan.OfficePlan.LoanPlan;
import org.junit.jupiter.api.Test;

class OfficePlannerTest {

    private static final long SEED = 20_240_518;
    private static final LocalDate CLOSED = LocalDate.of(2024, 5, 17);
    private static final OfficePlan LECHAN = OfficePlanner.plan(LeChan.spec(), SEED);

    @Test
    void comesToThePublishedFiguresOfEachProgramme() {
        var millions = new TreeMap<String, Long>();
        var loans = new TreeMap<String, Integer>();
        for (var loan : owed(LECHAN)) {
            millions.merge(loan.spec().code(), loan.balanceOn(CLOSED).amount(), Long::sum);
            loans.merge(loan.spec().code(), 1, Integer::sum);
        }

        assertThat(millions)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "GQVL", 98_412_000_000L,
                        "THOATNGHEO", 46_905_000_000L,
                        "CANNGHEO", 38_220_000_000L,
                        "NOXH", 31_774_000_000L,
                        "HSSV", 14_638_000_000L,
                        "HONGHEO", 9_415_000_000L,
                        "NCHXAPT", 1_986_000_000L,
                        "XKLD", 1_105_000_000L,
                        "MAYTINH", 325_000_000L));
        assertThat(loans)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "GQVL",
                        1_986,
                        "THOATNGHEO",
                        1_062,
                        "CANNGHEO",
                        884,
                        "NOXH",
                        96,
                        "HSSV",
                        574,
                        "HONGHEO",
                        246,
                        "NCHXAPT",
                        24,
                        "XKLD",
                        14,
                        "MAYTINH",
                        49));
        assertThat(households(LECHAN).stream().filter(OfficePlannerTest::owes)).hasSize(4_812);
    }

    @Test
    void lendsTheDistrictsMoneyOn140LoansWithOneJobEach() {
        var district = owed(LECHAN).stream()
                .filter(loan -> loan.spec().contract().equals("LC-QUAN"))
                .toList();

        assertThat(district).hasSize(140).allSatisfy(loan -> {
            assertThat(loan.balanceOn(CLOSED)).isEqualTo(new Dong(50_000_000));
            assertThat(loan.spec().traits().jobs()).isOne();
        });
    }

    @Test
    void keepsAmountsWithinTheirCapsAndNeverRepaysMoreThanWasLent() {
        for (var plan : List.of(LECHAN, OfficePlanner.plan(HuongKhe.spec(), SEED))) {
            assertThat(loans(plan)).allSatisfy(loan -> {
                var amounts = loan.spec().amounts();
                assertThat(loan.amount().amount()).isBetween(amounts.least() * 1_000_000L, amounts.most() * 1_000_000L);
                assertThat(loan.balanceOn(LocalDate.MAX).isNegative()).isFalse();
                assertThat(loan.paidOut()).isAfterOrEqualTo(loan.spec().window().from());
                assertThat(loan.repayments().keySet()).allMatch(day -> day.isAfter(loan.paidOut()));
            });
        }
    }

    @Test
    void seatsEveryHouseholdInAGroupOfFiveToSixtyOrAtTheDirectPoint() {
        var groups = LECHAN.points().stream().flatMap(p -> p.groups().stream()).toList();

        assertThat(groups)
                .hasSize(134)
                .allSatisfy(group -> assertThat(group.members()).hasSizeBetween(5, 60));
        assertThat(groups.stream().map(g -> g.association()).distinct())
                .containsExactlyInAnyOrder("HPN", "HND", "CCB", "DTN");
        assertThat(groups.stream()
                        .filter(g -> g.members().size() == 60 && g.hamlet().equals("khu Trại Lẻ")))
                .singleElement()
                .satisfies(
                        g -> assertThat(g.members().getFirst().person().name()).isEqualTo("Bùi Thị Hạnh"));
        assertThat(LECHAN.points().getFirst().direct()).hasSize(96);
    }

    @Test
    void inventsPeopleWithNumbersOfNoProvinceAndNoTwoAlike() {
        var seen = new HashSet<String>();

        assertThat(households(LECHAN)).allSatisfy(household -> {
            assertThat(household.person().identity()).matches("000[01][0-9]{8}");
            assertThat(seen.add(household.person().identity())).isTrue();
        });
    }

    @Test
    void hasOverdueLoansArrearsAbsencesAndLoansThatFollowEachOther() {
        var closed = loans(LECHAN).stream()
                .filter(loan -> loan.balanceOn(CLOSED).isZero())
                .toList();
        var renewed = households(LECHAN).stream()
                .filter(h -> h.loans().size() == 2
                        && h.loans().getFirst().balanceOn(CLOSED).isZero());

        assertThat(closed).hasSize(240);
        assertThat(renewed).hasSizeGreaterThan(100);
        assertThat(loans(LECHAN).stream().filter(loan -> loan.arrearsFrom() != null))
                .hasSizeBetween(40, 150);
        assertThat(households(LECHAN).stream().filter(h -> !h.absent().isEmpty()))
                .hasSizeGreaterThan(200);
    }

    @Test
    void plansTheLoanAcrossTheCutOfRates() {
        var plan = OfficePlanner.plan(HuongKhe.spec(), SEED);

        assertThat(households(plan).stream()
                        .filter(household -> household.person().name().equals("Phan Thị Mận")
                                && household.loans().getFirst().amount().amount() == 100_000_000))
                .singleElement()
                .satisfies(household -> assertThat(household.loans())
                        .singleElement()
                        .extracting(LoanPlan::paidOut)
                        .isEqualTo(LocalDate.of(2025, 11, 15)));
        assertThat(plan.points().stream().mapToInt(p -> p.groups().size()).sum())
                .isEqualTo(40);
    }

    @Test
    void plansTheSameForTheSameSeed() {
        assertThat(OfficePlanner.plan(LeChan.spec(), SEED)).isEqualTo(LECHAN);
        assertThat(OfficePlanner.plan(LeChan.spec(), SEED + 1)).isNotEqualTo(LECHAN);
    }

    private static boolean owes(HouseholdPlan household) {
        return household.loans().stream()
                .anyMatch(loan -> loan.balanceOn(CLOSED).isPositive());
    }

    private static List<HouseholdPlan> households(OfficePlan plan) {
        return plan.points().stream().flatMap(p -> p.households().stream()).toList();
    }

    private static List<LoanPlan> loans(OfficePlan plan) {
        return households(plan).stream().flatMap(h -> h.loans().stream()).toList();
    }

    private static List<LoanPlan> owed(OfficePlan plan) {
        var result = new ArrayList<LoanPlan>();
        loans(plan).stream().filter(loan -> loan.balanceOn(CLOSED).isPositive()).forEach(result::add);
        return result.stream().collect(Collectors.toList());
    }
}
