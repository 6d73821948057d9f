package org.dongvon.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.Verification;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/**
 * A job loan of 36 500 000 đ, so that a day at 1 % is 1 000 đ: paid out on 18/12/2025 at 7.488 %, and from 18/02/2026 on at the
 * 7.9248 % of contracts of 2026. On 18/03/2026 it owes 62 × 7 488 + 28 × 7 924.8 = 464 256 + 221 894.4 = 686 150.4 đ.
 */
@PostgresTest
class ChangeSeriesDbTest {

    private static final LocalDate PAID_OUT = LocalDate.of(2025, 12, 18);
    private static final LocalDate CHANGED = LocalDate.of(2026, 2, 18);
    private static final LocalDate PAID = LocalDate.of(2026, 3, 18);

    private final ApplicationContext beans;
    private final OwnerDb owner;

    ChangeSeriesDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void principalGoesOnAtTheNewRateAndWhatAccruedStaysOwed() {
        var village = Village.in(beans, "DOILAISUAT", PAID_OUT, 18);
        var day = VillageDay.open(beans, village);
        var borrower = village.borrowers(1, 1).getFirst();
        var sum = new Village.Sum(Dong.of(36_500_000), new ApproveLoans.Terms(12, 12, 0, 0));
        long loan = village.approve("DOILAISUAT-1", borrower, "GQVL", sum, PAID_OUT);
        var group = new Village.GroupOfLoans(
                Objects.requireNonNull(borrower.groupId()),
                List.of(Objects.requireNonNull(borrower.memberId())),
                List.of(loan));
        village.payOut(day.session(), group);
        day.end();
        VillageDay.close(beans, village, CHANGED.minusDays(1));

        changeTo("GQVL-2026", village, loan);
        changeTo("GQVL-2026", village, loan);
        assertThat(owner.sql("select count(*) from loan.movement where loan_id = :loan and kind = 'NEW_SERIES'")
                        .param("loan", loan)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        VillageDay.close(beans, village, PAID.minusDays(1));

        var desk = beans.getBean(Transactions.class)
                .read(village.teller, () -> beans.getBean(Repayments.class).read(List.of(loan)));
        var balance = Objects.requireNonNull(desk.balances().get(loan));
        assertThat(desk.interestOn(balance, CHANGED).total()).isEqualTo(Dong.of(464_256));
        assertThat(desk.interestOn(balance, PAID).total()).isEqualTo(Dong.of(686_150));
        assertThat(balance.outstanding()).isEqualTo(Dong.of(36_500_000));

        var last = VillageDay.open(beans, village);
        assertThat(last.repay(group, 0, 36_500_000)).isEqualTo(686_150);
        last.end();
        VillageDay.close(beans, village, PAID);
        assertThat(owner.sql("""
                        select stage || (select sum(interest) from loan.movement where loan_id = l.id)
                          from loan.loan l where id = :loan
                        """).param("loan", loan).query(String.class).single())
                .isEqualTo("CLOSED686150");
        assertThat(beans.getBean(Verification.class).run(village.director, checked -> {}))
                .allMatch(Verification.Checked::holds);
    }

    private void changeTo(String series, Village village, long loan) {
        int id = beans.getBean(Programmes.class).current().rates().all().stream()
                .filter(each -> each.code().equals(series))
                .findFirst()
                .orElseThrow()
                .id();
        var key = UUID.randomUUID();
        beans.getBean(Submissions.class)
                .once(village.director, new Submission(key, "test", "new series"), Moved.class, () -> {
                    beans.getBean(ChangeSeries.class)
                            .run(key, loan, id, new ChangeSeries.Where(village.office, CHANGED));
                    return new Submissions.Done<>(village.point, CHANGED, new Moved(loan));
                });
    }

    record Moved(long loan) {}
}
