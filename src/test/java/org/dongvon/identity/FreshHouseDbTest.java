package org.dongvon.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.dongvon.shared.Role;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;

/** The rules of logging in of a house that begins, before anybody said otherwise. */
@PostgresTest
class FreshHouseDbTest {

    private static final String ROLES = """
            select role from identity.second_factor_rule where required and from_at = '2003-01-01 00:00+07' order by role
            """;

    private static final String STEPS = """
            select value from identity.setting where name = 'CODE_STEPS' and from_at = '2003-01-01 00:00+07'
            """;

    private final OwnerDb owner;

    FreshHouseDbTest(OwnerDb owner) {
        this.owner = owner;
    }

    @Test
    void asksEveryRoleForASecondFactor() {
        var all = Arrays.stream(Role.values())
                .filter(role -> role != Role.SYSTEM)
                .map(Role::name)
                .sorted()
                .toList();

        assertThat(owner.sql(ROLES).query((row, n) -> row.getString(1)).list()).isEqualTo(all);
    }

    @Test
    void takesACodeForTheThirtySecondsThatTheAppShowsIt() {
        assertThat(owner.sql(STEPS).query(Integer.class).single()).isZero();
    }
}
