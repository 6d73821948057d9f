package org.dongvon.fee.distribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.dongvon.capital.Contracts;
import org.dongvon.capital.Contracts.Held;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.fee.distribution.Computed.Collected;
import org.dongvon.fee.distribution.Distributions.Month;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Refused;
import org.springframework.stereotype.Service;

/** What a month of a contract comes to, by the journals of all its offices and the rule of the month's last day. */
@Service
class ComputeDistribution {

    private final Contracts contracts;
    private final Distributions distributions;
    private final BusinessDays days;
    private final Units units;

    ComputeDistribution(Contracts contracts, Distributions distributions, BusinessDays days, Units units) {
        this.contracts = contracts;
        this.distributions = distributions;
        this.days = days;
        this.units = units;
    }

    /** The contract, held after the open days of all its offices, in the one order of locks. */
    Held hold(String contract) {
        offices(contracts.look(contract)).forEach(each -> days.hold(each.officeId()));
        return contracts.hold(contract);
    }

    /**
     * The month; inside the caller's transaction.
     *
     * @throws Refused {@link FeeRefusal#OFFICES_BEYOND_SCOPE}, {@link FeeRefusal#INTEREST_MONTH_OPEN}, {@link
     *     FeeRefusal#MONTH_BEFORE_CONTRACT}, {@link FeeRefusal#DISTRIBUTED_ALREADY}, {@link
     *     FeeRefusal#DISTRIBUTION_OUT_OF_ORDER}, {@link FeeRefusal#NO_DISTRIBUTION_RULE}
     */
    Computed run(Held contract, ContractMonth month) {
        var beyond = contracts.officesBeyond(contract);
        if (!beyond.isEmpty()) {
            throw new Refused(FeeRefusal.OFFICES_BEYOND_SCOPE, contract.code(), String.join(", ", beyond));
        }
        var offices = offices(contract);
        requireOver(month, contract, offices);
        var before = distributions.months(contract.id());
        requireTurn(month, contract, before);
        var rule = distributions
                .rule(contract.id(), month.last())
                .orElseThrow(() -> new Refused(FeeRefusal.NO_DISTRIBUTION_RULE, contract.code(), month.last()));
        var interest = distributions.collected(contract.id(), month);
        var collected = offices.stream()
                .map(each -> new Collected(
                        each.officeId(),
                        each.pointId(),
                        each.name(),
                        interest.getOrDefault(each.officeId(), Dong.ZERO)))
                .filter(each ->
                        each.officeId() == contract.officeId() || each.amount().amount() != 0)
                .toList();
        var carried = before.stream().findFirst().map(Month::below).orElse(Dong.ZERO);
        var all = Dong.sum(collected.stream().map(Collected::amount).toList()).plus(carried);
        var parts = all.isPositive() ? distributions.parts(all, rule) : Parts.NONE;
        return new Computed(rule, carried, collected, parts);
    }

    private List<Contracts.Lender> offices(Held contract) {
        var byId = new TreeMap<Long, Contracts.Lender>();
        contracts.lenders(contract).forEach(each -> byId.put(each.officeId(), each));
        byId.computeIfAbsent(
                contract.officeId(),
                id -> new Contracts.Lender(id, contract.pointId(), units.get(id).name()));
        return new ArrayList<>(byId.values());
    }

    private void requireOver(ContractMonth month, Held contract, List<Contracts.Lender> offices) {
        if (month.last().isBefore(contract.signedOn())) {
            throw new Refused(FeeRefusal.MONTH_BEFORE_CONTRACT, month.first(), contract.signedOn());
        }
        offices.stream()
                .filter(each -> !month.last().isBefore(days.today(each.officeId())))
                .findFirst()
                .ifPresent(open -> {
                    throw new Refused(FeeRefusal.INTEREST_MONTH_OPEN, month.first(), open.name());
                });
    }

    private static void requireTurn(ContractMonth month, Held contract, List<Month> before) {
        if (before.isEmpty()) {
            return;
        }
        var last = before.getFirst().month();
        if (!month.month().isAfter(last)) {
            throw new Refused(FeeRefusal.DISTRIBUTED_ALREADY, contract.code(), last.atDay(1));
        }
        LocalDate next = last.plusMonths(1).atDay(1);
        if (!month.first().equals(next)) {
            throw new Refused(FeeRefusal.DISTRIBUTION_OUT_OF_ORDER, month.first(), next);
        }
    }
}
