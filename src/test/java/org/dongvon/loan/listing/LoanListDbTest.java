package org.dongvon.loan.listing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dongvon.engine.money.Dong;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ApplicationContext;

/** Lists and searches on many loans; {@code -Dloans=100000} measures the size of a large province's office. */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoanListDbTest {

    private static final int LOANS = Integer.getInteger("loans", 2_000);

    private final LoanListPages pages;
    private final OwnerDb owner;
    private final Village village;
    private final Village other;

    LoanListDbTest(ApplicationContext beans, LoanListPages pages, OwnerDb owner) {
        this.pages = pages;
        this.owner = owner;
        this.village = Village.in(beans, "MANY");
        this.other = Village.in(beans, "OTHER");
    }

    @BeforeAll
    void fill() {
        ManyLoans.write(owner, village, LOANS);
    }

    @Test
    void givesEveryLoanOnceAPageAtATimeWithTheTotalsOfAll() {
        var filter = filter(Map.of("programme", "HONGHEO", "state", "OVERDUE"));
        var seen = new ArrayList<String>();
        var after = "";
        do {
            var page = list(filter(Map.of("programme", "HONGHEO", "state", "OVERDUE", "after", after)));
            page.rows().forEach(row -> seen.add(row.code()));
            after = page.next() == null ? "" : seen.getLast();
        } while (!after.isEmpty());

        var totals = list(filter).found().totals();
        assertThat(seen).doesNotHaveDuplicates().isSorted().hasSize((int) totals.loans());
        assertThat(totals.balance().overdue()).isEqualTo(new Dong(10_000_000).times(totals.loans()));
        assertThat(totals.balance().outstanding()).isEqualTo(new Dong(50_000_000).times(totals.loans()));
    }

    @Test
    void countsEveryStateOnce() {
        long all = list(filter(Map.of())).found().totals().loans();
        long sum = 0;
        for (var state : LoanFilter.State.values()) {
            sum += list(filter(Map.of("state", state.name()))).found().totals().loans();
        }

        assertThat(all).isEqualTo(LOANS);
        assertThat(sum).isEqualTo(LOANS);
    }

    @Test
    void keepsTheFiltersInTheAddressOfTheNextPage() {
        var page = list(filter(Map.of("q", "ML-", "state", "IN_TERM")));

        assertThat(requireNonNull(page.next())).startsWith("/loans?q=ML-&state=IN_TERM&after=ML-");
        assertThat(page.found().totals().loans()).isGreaterThan(LoanListPages.PAGE);
    }

    @Test
    void answersFromIndexesOfTheScopeAndQuickly() {
        var questions = Map.of(
                "first page", Map.<String, String>of(),
                "overdue", Map.of("state", "OVERDUE"),
                "programme", Map.of("programme", "HONGHEO"),
                "common name", Map.of("q", "thi an"),
                "rare name", Map.of("q", "un lo ba"),
                "code", Map.of("q", "ML-00000"));
        questions.forEach((name, question) -> {
            var took = new ArrayList<Long>();
            for (int i = 0; i < 9; i++) {
                long start = System.nanoTime();
                list(filter(question));
                took.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            }
            took.sort(null);
            System.out.printf("%d loans, %s: median %d ms, worst %d ms%n", LOANS, name, took.get(4), took.get(8));
            assertThat(took.get(4)).as(name).isLessThan(1_500);
        });
    }

    @Test
    void showsNothingToAnotherOffice() {
        assertThat(pages.show(other.teller, filter(Map.of())).rows()).isEmpty();
        assertThat(pages.show(other.teller, filter(Map.of("q", "thi an"))).rows())
                .isEmpty();
        assertThat(pages.jump(other.teller, filter(Map.of("q", "ML-0000001")))).isEmpty();
        assertThat(pages.jump(village.teller, filter(Map.of("q", "ml-0000001"))))
                .hasValue("/loans/ML-0000001");
        assertThat(pages.show(village.teller, filter(Map.of("point", "OTHER-01")))
                        .rows())
                .isEmpty();
    }

    private LoanListPages.ListView list(LoanFilter filter) {
        return pages.show(village.teller, filter);
    }

    private static LoanFilter filter(Map<String, String> query) {
        return LoanFilter.of(query);
    }
}
