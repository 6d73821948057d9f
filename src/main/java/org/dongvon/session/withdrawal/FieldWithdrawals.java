package org.dongvon.session.withdrawal;

import java.util.List;
import java.util.Objects;
import org.dongvon.session.FieldPayments;
import org.dongvon.session.SessionHeads.SessionHead;
import org.dongvon.session.withdrawal.WithdrawSavings.Withdrawal;
import org.dongvon.shared.Actor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Savings that members drew in the field; the balances stand in the day package already, so that the rule alone is added. */
@Component
class FieldWithdrawals implements FieldPayments {

    private final WithdrawSavings withdraw;
    private final WithdrawalRule rule;

    FieldWithdrawals(WithdrawSavings withdraw, WithdrawalRule rule) {
        this.withdraw = withdraw;
        this.rule = rule;
    }

    @Override
    public String kind() {
        return "WITHDRAWAL";
    }

    @Override
    public List<Long> describe(SessionHead head, ObjectNode day) {
        day.put("draw", rule.on(head.day()).name());
        return List.of();
    }

    @Override
    public long pay(Actor actor, Booked booked, Payment payment) {
        var asked = new Withdrawal(
                payment.event(),
                payment.line(),
                booked.session().id(),
                Objects.requireNonNull(payment.member()),
                payment.amount());
        return withdraw.runFromField(actor, booked, asked);
    }
}
