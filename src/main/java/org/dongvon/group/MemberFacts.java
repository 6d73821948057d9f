package org.dongvon.group;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/**
 * What another module knows of members of groups, offered as a bean by the module that owns the data: a column of a
 * group's list, and a fact of a borrower's page.
 *
 * <p>Example: loans give for a member one fact a loan, 43 000 000 đ under {@code LC-2104-00012} at {@code
 * /loans/LC-2104-00012}; deposits give one without a page of its own.
 */
public interface MemberFacts {

    /** What the facts are. */
    Kind kind();

    /** The facts by member; members without any are missing. */
    Map<Long, List<Fact>> of(Collection<Long> memberIds);

    /** Its heading is the message {@code group-page.fact.<KIND>}. */
    enum Kind {
        LOAN,
        DEPOSIT
    }

    /**
     * One loan, one deposit.
     *
     * @param amount its balance today
     * @param code its name for people, where it has one
     * @param path its page, where it has one
     * @param overdue what of the amount is overdue
     */
    record Fact(
            Dong amount, @Nullable String code, @Nullable String path, Dong overdue) {

        /** A balance without a page. */
        public static Fact of(Dong amount) {
            return new Fact(amount, null, null, Dong.ZERO);
        }
    }
}
