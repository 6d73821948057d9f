package org.dongvon.loan.application.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.dongvon.support.Lending;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The bank decides within three working days: what it received on Thursday 18/04/2024, by Tuesday 23/04/2024. */
@PostgresTest
class LateDecisionsDbTest {

    /** More than one page of a list shows. */
    private static final int MANY = ApplicationPages.PAGE + 5;

    private final ApplicationContext beans;
    private final OwnerDb owner;

    LateDecisionsDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void areAllCountedFromTheDayAfterTheLast() {
        var village = Village.in(beans, "TREHAN");
        var group = village.group(1, MANY + 1, "HONGHEO", 10_000_000, Village.FIRST_DAY);
        var lending = new Lending(beans, village, group, "TW-TREHAN");
        lending.receive(IntStream.range(0, MANY)
                .mapToObj(member -> lending.draft(member, "HONGHEO", 10_000_000))
                .toList());

        open(village, LocalDate.of(2024, 4, 23));
        assertThat(late(lending)).isZero();
        lending.receive(List.of(lending.draft(MANY, "HONGHEO", 10_000_000)));

        open(village, LocalDate.of(2024, 4, 24));
        assertThat(late(lending)).isEqualTo(MANY);
    }

    private long late(Lending lending) {
        return beans.getBean(ApplicationPages.class).home(lending.officer()).late();
    }

    private void open(Village village, LocalDate day) {
        owner.sql("update organisation.business_day set day = :day where office_id = :office")
                .param("day", day)
                .param("office", village.office)
                .update();
    }
}
