package org.dongvon.household.members;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.household.members.HouseholdFile.Member;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Refused;
import org.springframework.stereotype.Component;

/** Who of a household is of age on a day, by the rule {@code ADULT_AGE}. */
@Component
class Adults {

    private final Programmes programmes;

    Adults(Programmes programmes) {
        this.programmes = programmes;
    }

    long age(LocalDate day) {
        return programmes.current().parameters().whole(ParameterCode.ADULT_AGE, day);
    }

    List<Member> among(List<Member> members, LocalDate day) {
        long age = age(day);
        return members.stream().filter(each -> each.born().hasReached(age, day)).toList();
    }

    /**
     * Lets only adults pass.
     *
     * @throws Refused {@link HouseholdRefusal#NOT_ADULT}
     */
    void require(Member member, LocalDate day) {
        long age = age(day);
        if (!member.born().hasReached(age, day)) {
            throw new Refused(HouseholdRefusal.NOT_ADULT, age, day);
        }
    }
}
