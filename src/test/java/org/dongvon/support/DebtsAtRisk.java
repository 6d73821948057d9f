package org.dongvon.support;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Journal;
import org.dongvon.loan.DebtPostings;
import org.dongvon.loan.WrittenOffDebt;
import org.dongvon.loan.WrittenOffDebt.Claimed;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.context.ApplicationContext;

/** Freezes, writes off and recovers debts of a village on its open day. */
public final class DebtsAtRisk {

    private final ApplicationContext beans;
    private final Village village;

    public DebtsAtRisk(ApplicationContext beans, Village village) {
        this.beans = beans;
        this.village = village;
    }

    /** Freezes loans for months. */
    public void freeze(Map<Long, Integer> months) {
        submit(key -> beans.getBean(DebtPostings.class).freeze(village.director, decision(key), months));
    }

    /** Writes a loan off. */
    public void writeOff(long loan) {
        submit(key -> beans.getBean(DebtPostings.class).writeOff(village.director, decision(key), List.of(loan)));
    }

    /** Takes money for a loan that was written off. */
    public void recover(long loan, long principal, long interest) {
        submit(key -> {
            var day = days().hold(village.office);
            var header = new Journal.Header(key, village.point, village.office, day, day, "RECOVERY", null);
            beans.getBean(WrittenOffDebt.class)
                    .recover(header, loan, new Claimed(new Dong(principal), new Dong(interest)));
        });
    }

    private DebtPostings.Decision decision(UUID key) {
        return new DebtPostings.Decision(key, village.office, days().hold(village.office), "QD-50-2010");
    }

    private void submit(Consumer<UUID> work) {
        var key = UUID.randomUUID();
        beans.getBean(Submissions.class)
                .once(village.director, new Submission(key, "loan.DebtPostings", "test"), Done.class, () -> {
                    work.accept(key);
                    return new Submissions.Done<>(village.point, days().today(village.office), new Done(1));
                });
    }

    private BusinessDays days() {
        return beans.getBean(BusinessDays.class);
    }

    record Done(int count) {}
}
