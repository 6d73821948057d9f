package org.dongvon.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MavenVersionTest {

    @ParameterizedTest
    @CsvSource({
        "1.9, <, 1.10",
        "1.10-alpha-1, <, 1.10-beta-1",
        "1.10-M2, <, 1.10-RC1",
        "1.10-rc1, <, 1.10",
        "1.10-SNAPSHOT, <, 1.10",
        "1.10, =, 1.10.0",
        "1.10, =, 1.10.Final",
        "1.10, =, 1.10.RELEASE",
        "1.010, =, 1.10",
        "1.10, <, 1.10.1",
        "1.10-rc1, <, 1.10.1",
        "1.10, <, 1.10-sp1",
        "33.4.0-jre, <, 33.4.1-jre",
        "0, <, 0.0.1",
        "6.5.9, <, 7.0.0-M1",
        "42.7.99999999999999999999, >, 42.7.2"
    })
    void standInTheOrderOfReleases(String one, String order, String other) {
        int compared = MavenVersion.of(one).compareTo(MavenVersion.of(other));

        assertThat(Integer.signum(compared)).isEqualTo("<=>".indexOf(order) - 1);
        assertThat(Integer.signum(MavenVersion.of(other).compareTo(MavenVersion.of(one))))
                .isEqualTo(1 - "<=>".indexOf(order));
    }
}
