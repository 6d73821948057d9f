package org.dongvon.savings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.group.MemberFacts;
import org.springframework.stereotype.Component;

/** Members' deposits, for the pages of groups and loans. */
@Component
class MemberDeposits implements MemberFacts {

    private final Deposits deposits;

    MemberDeposits(Deposits deposits) {
        this.deposits = deposits;
    }

    @Override
    public Kind kind() {
        return Kind.DEPOSIT;
    }

    @Override
    public Map<Long, List<Fact>> of(Collection<Long> memberIds) {
        Map<Long, List<Fact>> result = new LinkedHashMap<>();
        deposits.read(memberIds).forEach((member, account) -> result.put(member, List.of(Fact.of(account.balance()))));
        return result;
    }
}
