package org.dongvon.fee.month;

import java.util.UUID;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.springframework.stereotype.Service;

/** A computed month is approved by two persons: {@link MonthChange} from code. */
@Service
public class ApproveMonth {

    private final MonthChange change;
    private final RequestChange request;
    private final DecideChange decide;

    ApproveMonth(MonthChange change, RequestChange request, DecideChange decide) {
        this.change = change;
        this.request = request;
        this.decide = decide;
    }

    /**
     * The first person asks for it as it is computed now; returns the request's number.
     *
     * @throws Refused {@link FeeRefusal#UNKNOWN_MONTH}, {@link FeeRefusal#MONTH_APPROVED}
     */
    public long ask(Actor maker, UUID key, FeeMonth month, String reason) {
        var wanted = change.wanted(maker, month);
        return request.run(
                maker, new Proposal(key, MonthChange.NAME, month.toString(), wanted, new Basis(reason, null, null)));
    }

    /**
     * The second person approves it, which books what is due.
     *
     * @throws Refused {@link FeeRefusal#COMPUTED_MEANWHILE}
     */
    public void approve(Actor checker, UUID key, long id) {
        decide.approve(checker, key, id);
    }
}
