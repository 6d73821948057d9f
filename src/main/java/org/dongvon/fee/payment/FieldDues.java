package org.dongvon.fee.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dongvon.fee.payment.SessionFees.Open;
import org.dongvon.session.FieldPayments;
import org.dongvon.session.SessionHeads.SessionHead;
import org.dongvon.shared.Actor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Commissions of groups and fees of the commune's associations that were paid in the field, in cash, each whole. */
@Component
class FieldDues implements FieldPayments {

    private final SessionFees fees;
    private final PayDues pay;

    FieldDues(SessionFees fees, PayDues pay) {
        this.fees = fees;
        this.pay = pay;
    }

    @Override
    public String kind() {
        return "FEE";
    }

    /** Each due: its number, month and amount, whether it is a group's, its code, whose it is in both languages, and the head. */
    @Override
    public List<Long> describe(SessionHead head, ObjectNode day) {
        var rows = day.putArray("dues");
        var people = new ArrayList<Long>();
        for (var due : fees.open(head)) {
            var whose = due.whose();
            var row = rows.addArray();
            var group = whose.group();
            row.add(Long.toString(due.id())).add(month(due)).add(due.amount().amount());
            row.add(group == null ? 0 : 1).add(Objects.requireNonNullElse(whose.code(), ""));
            row.add(group == null ? whose.association().vi() : group);
            row.add(group == null ? whose.association().en() : group);
            var person = whose.head();
            row.add(person == null ? "" : person.name());
            if (person != null) {
                people.add(person.id());
            }
        }
        return people;
    }

    private static String month(Open due) {
        return due.month().toString().substring(0, 7);
    }

    @Override
    public long pay(Actor actor, Booked booked, Payment payment) {
        return pay.runFromField(actor, booked, payment);
    }
}
