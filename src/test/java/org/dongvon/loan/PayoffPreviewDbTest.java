package org.dongvon.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.PayoffPreview.Payoff;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.support.DebtsAtRisk;
import org.dongvon.support.Golden;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What pays a loan off on a day to come, against docs/domain/servicing.md and against what the counter takes on that day. */
@PostgresTest
class PayoffPreviewDbTest {

    private static final LocalDate PAID_OUT = LocalDate.of(2026, 3, 18);

    private static int villages;

    private final ApplicationContext beans;
    private final PayoffPreview preview;
    private final OwnerDb owner;

    private Village village;
    private Village.GroupOfLoans group;

    PayoffPreviewDbTest(ApplicationContext beans, PayoffPreview preview, OwnerDb owner) {
        this.beans = beans;
        this.preview = preview;
        this.owner = owner;
    }

    @BeforeEach
    void lend() {
        villages++;
        village = Village.in(beans, "TT" + villages, PAID_OUT, 18);
        var day = VillageDay.open(beans, village);
        group = day.lend(1, 2, "HONGHEO", 30_000_000);
        day.end();
        VillageDay.close(beans, village, PAID_OUT.plusMonths(3));
    }

    @Test
    void aLoanIsPaidOffWithWhatThePageSays() {
        owner.sql("update loan.loan set unpaid_instalment = 'CARRIED' where id = :loan")
                .param("loan", group.loans().get(1))
                .update();
        for (var row : Golden.rows("servicing/payoff")) {
            int loan = row.text("contract").equals("CARRIED") ? 1 : 0;

            var found = preview(loan, row.date("day"));

            assertThat(found.overdue() + " " + found.interest() + " " + found.total())
                    .as(row.text("why"))
                    .isEqualTo(dong(row, "overdue") + " " + dong(row, "interest") + " " + dong(row, "total"));
        }
    }

    private static Dong dong(Golden.Row row, String column) {
        return new Dong(Long.parseLong(row.text(column)));
    }

    @Test
    void theDaysCloseAsForeseen() {
        var day = LocalDate.of(2027, 4, 18);
        var foreseen = preview(0, day);
        new DebtsAtRisk(beans, village).freeze(Map.of(group.loans().get(1), 9));
        var ofFrozen = preview(1, day);

        VillageDay.close(beans, village, day.minusDays(1));

        assertThat(preview(0, null)).isEqualTo(foreseen);
        assertThat(preview(1, null)).isEqualTo(ofFrozen);
        assertThat(ofFrozen.overdue()).isEqualTo(new Dong(10_000_000));
    }

    @Test
    void refusesDaysGoneByAndTooFarAndLoansThatAreGone() {
        var today = PAID_OUT.plusMonths(3).plusDays(1);
        refused(LoanRefusal.PAYOFF_DAY_PAST, today.minusDays(1));
        preview(0, today);
        preview(0, today.plusDays(366));
        refused(LoanRefusal.DAY_TOO_FAR, today.plusDays(367));
        new DebtsAtRisk(beans, village).writeOff(group.loans().getFirst());
        refused(LoanRefusal.LOAN_NOT_ACTIVE, today);
    }

    private Payoff preview(int loan, @Nullable LocalDate day) {
        List<Payoff> days = beans.getBean(Transactions.class)
                .read(village.director, () -> preview.of(group.loans().get(loan), day, 1));
        return days.getFirst();
    }

    private void refused(LoanRefusal refusal, LocalDate day) {
        assertThatThrownBy(() -> preview(0, day))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
