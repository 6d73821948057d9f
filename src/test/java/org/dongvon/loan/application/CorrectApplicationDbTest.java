package org.dongvon.loan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.support.Lending;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What was returned is mended by whoever brought it: lowered, never raised. */
@PostgresTest
class CorrectApplicationDbTest {

    private static final String PURPOSE = "Nuôi bò sinh sản, trồng cỏ";

    private static int villages;

    private final ApplicationContext beans;
    private final OwnerDb owner;
    private final CorrectApplication correct;

    private Lending lending;

    CorrectApplicationDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
        this.correct = beans.getBean(CorrectApplication.class);
    }

    @BeforeEach
    void village() {
        villages++;
        var village = Village.in(beans, "SUAHS" + villages);
        var group = village.group(1, 3, "HONGHEO", 10_000_000, Village.FIRST_DAY);
        lending = new Lending(beans, village, group, "TW-SUAHS" + villages);
    }

    @Test
    void aDraftIsChangedAtWill() {
        var code = lending.draft(0, "HONGHEO", 20_000_000);

        change(lending.head(), code, 30_000_000, 48);

        assertThat(said(code)).isEqualTo(PURPOSE + " 30000000 48 12");
        refused(ApplicationRefusal.APPLICATION_UNCHANGED, () -> change(lending.head(), code, 30_000_000, 48));
        refused(ApplicationRefusal.APPLICATION_ELSEWHERE, () -> change(lending.officer(), code, 10_000_000, 24));
    }

    @Test
    void whatTheBankReceivedIsLoweredAndGoesOn() {
        var code = lending.atBank(0, "HONGHEO", 20_000_000);
        refused(ApplicationRefusal.APPLICATION_ELSEWHERE, () -> change(lending.head(), code, 10_000_000, 24));
        lending.move(lending.officer(), code, Move.RETURN);
        refused(ApplicationRefusal.APPLICATION_ABOVE_CHOSEN, () -> change(lending.head(), code, 20_000_001, 24));
        refused(ApplicationRefusal.APPLICATION_ABOVE_CHOSEN, () -> change(lending.head(), code, 20_000_000, 60));

        change(lending.head(), code, 15_000_000, 24);
        change(lending.head(), code, 12_000_000, 24);
        lending.move(lending.head(), code, Move.RESUBMIT);

        assertThat(said(code)).isEqualTo(PURPOSE + " 12000000 24 12");
        assertThat(owner.sql("""
                        select string_agg(c.seq || ' ' || c.step || ' ' || c.former_amount || ' ' || c.amount, ', ' order by c.seq)
                          from loan.application_correction c
                          join loan.application a on a.id = c.application_id
                         where a.code = :code
                        """).param("code", code).query(String.class).single())
                .isEqualTo("1 RETURNED_BY_BANK 20000000 15000000, 2 RETURNED_BY_BANK 15000000 12000000");
    }

    @Test
    void theDatabaseKeepsWhatWasChosen() {
        var code = lending.atBank(0, "HONGHEO", 20_000_000);
        lending.move(lending.officer(), code, Move.RETURN);
        change(lending.head(), code, 15_000_000, 24);

        assertThatThrownBy(() -> again(code, "amount + 1")).hasMessageContaining("application_correction_not_above");
        assertThatThrownBy(() -> again(code, "amount - 1")).hasMessageContaining("not as its correction found it");
        assertThatThrownBy(() -> owner.sql("update loan.application_correction set amount = 1")
                        .update())
                .hasMessageContaining("application_correction");
    }

    /** The last correction once more, from the amount it found and not from the one it left. */
    private void again(String code, String amount) {
        owner.sql("""
                        insert into loan.application_correction
                        select c.application_id, c.seq + 1::smallint, c.point_id, c.step, c.former_purpose, c.former_amount, c.former_months,
                               c.former_interval, c.purpose, c.former_%s, c.term_months, c.interval_months, c.role, c.happened_on, c.submission
                          from loan.application_correction c
                          join loan.application a on a.id = c.application_id
                         where a.code = :code
                        """.formatted(amount)).param("code", code).update();
    }

    private void change(Actor actor, String code, long amount, int months) {
        correct.run(actor, new CorrectApplication.Wish(UUID.randomUUID(), code, PURPOSE, new Dong(amount), months, 12));
    }

    private String said(String code) {
        return owner.sql(
                        "select concat_ws(' ', purpose, amount, term_months, interval_months) from loan.application where code = :code")
                .param("code", code)
                .query(String.class)
                .single();
    }

    private static void refused(Refusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
