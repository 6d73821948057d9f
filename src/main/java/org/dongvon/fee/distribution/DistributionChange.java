package org.dongvon.fee.distribution;

import java.util.Map;
import org.dongvon.capital.CapitalPostings;
import org.dongvon.capital.Contracts;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/** Two persons distribute a month of interest of a contract, which books it. */
@Component
class DistributionChange implements DistributionRequest {

    static final String NAME = "fee.distribution";

    private final Contracts contracts;
    private final ComputeDistribution compute;
    private final Distributions distributions;
    private final CapitalPostings postings;
    private final Transactions transactions;

    DistributionChange(
            Contracts contracts,
            ComputeDistribution compute,
            Distributions distributions,
            CapitalPostings postings,
            Transactions transactions) {
        this.contracts = contracts;
        this.compute = compute;
        this.distributions = distributions;
        this.postings = postings;
        this.transactions = transactions;
    }

    /** What to ask for: the month as it comes to now. */
    Facts wanted(Actor reader, ContractMonth month) {
        return figures(computed(reader, month));
    }

    Computed computed(Actor reader, ContractMonth month) {
        return transactions.read(reader, () -> compute.run(contracts.look(month.contract()), month));
    }

    private static Facts figures(Computed computed) {
        return DistributionRequest.figures(computed.all(), computed.carried(), computed.parts());
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
        compute.hold(ContractMonth.parse(subject).contract());
        return wanted.emptied();
    }

    @Override
    public Dong amount(Facts current, Facts wanted) {
        return DistributionRequest.distributed(wanted);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var month = ContractMonth.parse(subject);
        if (!figures(compute.run(contracts.hold(month.contract()), month)).equals(wanted)) {
            throw new Refused(FeeRefusal.DISTRIBUTION_CHANGED, subject);
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var month = ContractMonth.parse(approved.subject());
        var contract = contracts.hold(month.contract());
        var computed = compute.run(contract, month);
        var parts = computed.parts();
        Map<Long, Long> journals = parts.all().isPositive()
                ? postings.post(
                        checker,
                        approved,
                        CapitalPostings.Kind.INTEREST_DISTRIBUTION,
                        approved.place().day(),
                        DistributionLegs.of(contract, computed.collected(), parts))
                : Map.of();
        distributions.write(approved.submission(), contract, month, computed, journals);
    }

    @Override
    public String form(String subject) {
        return DistributionRequestController.PATH + "?of=approval&month=" + subject;
    }
}
