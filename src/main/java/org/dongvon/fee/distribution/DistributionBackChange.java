package org.dongvon.fee.distribution;

import java.util.HashMap;
import java.util.Map;
import org.dongvon.capital.CapitalPostings;
import org.dongvon.capital.Contracts;
import org.dongvon.capital.Contracts.Held;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.fee.boards.BoardBook;
import org.dongvon.fee.distribution.Distributions.Booked;
import org.dongvon.fee.distribution.Distributions.Month;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/** Two persons take the last distributed month of a contract back, as long as what it added lies idle. */
@Component
class DistributionBackChange implements DistributionRequest {

    static final String NAME = "fee.distribution-back";

    private static final String STATE = "state";

    private final Contracts contracts;
    private final ComputeDistribution compute;
    private final Distributions distributions;
    private final CapitalPostings postings;
    private final Transactions transactions;
    private final BoardBook boards;

    DistributionBackChange(
            Contracts contracts,
            ComputeDistribution compute,
            Distributions distributions,
            CapitalPostings postings,
            Transactions transactions,
            BoardBook boards) {
        this.boards = boards;
        this.contracts = contracts;
        this.compute = compute;
        this.distributions = distributions;
        this.postings = postings;
        this.transactions = transactions;
    }

    /** What to ask for. */
    static Facts wanted() {
        return Facts.none().word(STATE, "distribution.state.TAKEN_BACK");
    }

    /** The month as it was distributed. */
    Month look(Actor reader, ContractMonth of) {
        return transactions.read(reader, () -> month(contracts.look(of.contract()), of));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return contracts.look(ContractMonth.parse(subject).contract()).pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var of = ContractMonth.parse(subject);
        var month = month(compute.hold(of.contract()), of);
        return DistributionRequest.with(
                Facts.none().word(STATE, "distribution.state.APPROVED"),
                month.collected(),
                month.carried(),
                month.parts());
    }

    @Override
    public Dong amount(Facts current, Facts wanted) {
        return DistributionRequest.distributed(current);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var of = ContractMonth.parse(subject);
        var contract = contracts.hold(of.contract());
        var beyond = contracts.officesBeyond(contract);
        if (!beyond.isEmpty()) {
            throw new Refused(FeeRefusal.OFFICES_BEYOND_SCOPE, contract.code(), String.join(", ", beyond));
        }
        var last = distributions.months(contract.id()).getFirst().month();
        if (!last.equals(of.month())) {
            throw new Refused(FeeRefusal.MONTH_NOT_LAST, of.first(), last.atDay(1));
        }
        var ofBoards = month(contract, of).parts().boards();
        var owed = boards.owed(contract);
        if (ofBoards.isMoreThan(owed)) {
            throw new Refused(FeeRefusal.BOARDS_PAID_ALREADY, ofBoards, owed);
        }
        var added = month(contract, of).parts().added();
        if (added.isMoreThan(contract.money().ungranted())) {
            throw new Refused(FeeRefusal.ADDED_NOT_IDLE, added, contract.money().ungranted());
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var of = ContractMonth.parse(approved.subject());
        var contract = contracts.hold(of.contract());
        var month = month(contract, of);
        distributions.takeBack(
                month, month.parts().all().isPositive() ? takeBack(checker, approved, contract, month) : Map.of());
    }

    private Map<Long, Long> takeBack(Actor checker, Approved approved, Held contract, Month month) {
        var booked = distributions.booked(month);
        Map<Long, Long> reversed = new HashMap<>();
        booked.forEach(each -> {
            var journal = each.journal();
            if (journal != null) {
                reversed.put(each.collected().pointId(), journal);
            }
        });
        var collected = booked.stream().map(Booked::collected).toList();
        return postings.takeBack(
                checker,
                approved,
                CapitalPostings.Kind.INTEREST_DISTRIBUTION_BACK,
                DistributionLegs.back(DistributionLegs.of(contract, collected, month.parts())),
                reversed);
    }

    private Month month(Held contract, ContractMonth of) {
        return distributions.months(contract.id()).stream()
                .filter(each -> each.month().equals(of.month()))
                .findFirst()
                .orElseThrow(() -> new Refused(FeeRefusal.NOT_DISTRIBUTED, contract.code(), of.first()));
    }

    @Override
    public String form(String subject) {
        return DistributionRequestController.PATH + "?of=back&month=" + subject;
    }
}
