package org.dongvon.session.debit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.savings.consent.RecordConsent;
import org.dongvon.savings.consent.RecordConsent.Word;
import org.dongvon.session.SessionRefusal;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What is due is taken from the deposits of members who consented, as far as these reach, and of nobody else. */
@PostgresTest
class DebitSavingsDbTest {

    private static final LocalDate APRIL = Village.FIRST_DAY;

    private final ApplicationContext beans;
    private final OwnerDb owner;

    DebitSavingsDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void takesWhatIsDueOfThoseWhoConsented() {
        var village = Village.in(beans, "TNA");
        var april = VillageDay.open(beans, village);
        var group = april.lend(1, 4, "HONGHEO");
        april.save(group, 0, 300_000);
        april.save(group, 1, 200_000);
        april.save(group, 2, 300_000);
        april.save(group, 3, 300_000);
        long first = group.members().get(0);
        word(village, first, true, APRIL);
        word(village, group.members().get(1), true, APRIL);
        word(village, group.members().get(3), true, APRIL);
        word(village, group.members().get(3), false, APRIL);
        refuses(SavingsRefusal.CONSENT_STANDS, () -> word(village, first, true, APRIL));
        refuses(SavingsRefusal.CONSENT_STANDS, () -> word(village, first, false, APRIL.minusDays(1)));
        refuses(SavingsRefusal.CONSENT_NOT_SIGNED_YET, () -> word(village, first, false, APRIL.plusDays(1)));
        var debits = beans.getBean(DebitSavings.class);
        refuses(SessionRefusal.NOTHING_TO_DEBIT, () -> debits.run(village.teller, UUID.randomUUID(), april.session()));
        april.end();
        VillageDay.close(beans, village, LocalDate.of(2024, 5, 17));
        var may = VillageDay.open(beans, village);
        long box = box(may);
        var key = UUID.randomUUID();

        int voucher = debits.run(village.teller, key, may.session());

        assertThat(debits.run(village.teller, key, may.session())).isEqualTo(voucher);
        assertThat(balance(first)).isEqualTo(28_767);
        assertThat(balance(group.members().get(1))).isZero();
        assertThat(balance(group.members().get(2))).isEqualTo(300_000);
        assertThat(balance(group.members().get(3))).isEqualTo(300_000);
        assertThat(box(may)).isEqualTo(box);
        assertThat(owner.sql("""
                        select sum(m.interest) from loan.movement m join ledger.journal j on j.id = m.journal_id
                         where j.office_id = :office and j.submission = :key
                        """)
                        .param("office", village.office)
                        .param("key", key)
                        .query(Long.class)
                        .single())
                .isEqualTo(471_233);
        refuses(SessionRefusal.NOTHING_TO_DEBIT, () -> debits.run(village.teller, UUID.randomUUID(), may.session()));
    }

    private void word(Village village, long member, boolean given, LocalDate signed) {
        beans.getBean(RecordConsent.class).run(village.teller, UUID.randomUUID(), new Word(member, given, signed));
    }

    private long balance(long member) {
        return owner.sql("select balance from savings.account where member_id = " + member)
                .query(Long.class)
                .single();
    }

    private long box(VillageDay day) {
        return owner.sql("select balance from session.cash_box where session_id = " + day.session())
                .query(Long.class)
                .single();
    }

    private static void refuses(Refusal refusal, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
