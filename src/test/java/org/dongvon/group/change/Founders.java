package org.dongvon.group.change;

import static org.dongvon.group.change.GroupRequests.minutes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.dongvon.engine.money.Dong;
import org.dongvon.household.Households;
import org.dongvon.household.IdentityNumber;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Facts;
import org.dongvon.support.Village;
import org.springframework.context.ApplicationContext;

/** Households of a village that belong to no group, and the request by which they found one. */
final class Founders {

    private static int all;

    private final ApplicationContext beans;
    private final Village village;
    private final String code;
    private final GroupRequests requests;

    Founders(ApplicationContext beans, Village village, String code, GroupRequests requests) {
        this.beans = beans;
        this.village = village;
        this.code = code;
        this.requests = requests;
    }

    /** Registers households of one hamlet, and one more of another. */
    void register(int number, String hamlet) {
        var registered = new ArrayList<Households.NewHousehold>();
        for (int i = 0; i <= number; i++) {
            all++;
            registered.add(new Households.NewHousehold(
                    code + "-N" + i,
                    i < number ? hamlet : "khu 9",
                    new Households.NewPerson(
                            "Lê Thị " + i,
                            LocalDate.of(1985, 1, 1),
                            Households.Sex.F,
                            new IdentityNumber("0009%08d".formatted(all)))));
        }
        beans.getBean(Transactions.class)
                .write(Actor.SYSTEM, () -> beans.getBean(Households.class).register(village.point, registered));
    }

    /** Asks for a group of the first of them. */
    long found(int households) {
        return requests.found(wanted(households, "HPN"));
    }

    /** The same, asked for by an association's staff. */
    long found(Actor maker, int households, String association) {
        return requests.found(maker, wanted(households, association));
    }

    private Facts wanted(int households, String association) {
        var codes =
                IntStream.range(0, households).mapToObj(i -> code + "-N" + i).toList();
        return minutes(
                Facts.none()
                        .text("point", code + "-01")
                        .text("code", code + "-T9")
                        .text("title", "Tổ 9")
                        .text("hamlet", "khu 1")
                        .word("association", "group-change.association." + association)
                        .text("households", String.join(" ", codes))
                        .dong("saving", new Dong(50_000))
                        .count("meets", 1),
                households,
                households);
    }
}
