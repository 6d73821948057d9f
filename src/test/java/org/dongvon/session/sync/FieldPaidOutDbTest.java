package org.dongvon.session.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.dongvon.session.sync.FieldBooks.INTEREST;

import java.util.List;
import org.dongvon.session.FieldRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.support.PocketDevice;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Savings that members drew in the field come into the books exactly once, or to the desk with the rule that refuses them. */
@PostgresTest
class FieldPaidOutDbTest {

    private final ApplicationContext beans;

    FieldPaidOutDbTest(ApplicationContext beans) {
        this.beans = beans;
    }

    @Test
    void paysSavingsOutOnceByTheRulesOfTheCounter() {
        var books = new FieldBooks(beans, "FW", 5);
        var second = books.another();
        var events = List.of(
                books.list(books.device, 0, 4),
                draws(books, books.device, 0, 30_000),
                draws(books, books.device, 1, 50_001),
                draws(books, books.device, 4, 1));

        var answer = books.send(events);

        assertThat(answer.events()).extracting(FieldEvents.Standing::posted).containsExactly(4, 1, 0, 0);
        assertThat(answer.events()).extracting(FieldEvents.Standing::cash).contains(-30_000L);
        assertThat(books.desk()).containsExactly("WITHDRAWAL_ABOVE_DEPOSIT -50001", "WITHDRAWAL_WHILE_DEBTS_DUE -1");
        assertThat(books.box()).isEqualTo(4 * (INTEREST + 50_000) - 30_000);
        assertThat(books.send(events)).isEqualTo(answer);
        assertThat(balance(books, 0)).isEqualTo(20_000);
        assertThat(books.texts("select kind || ' ' || cash from session.posting where session_id = " + books.session
                        + " and kind = 'WITHDRAWAL'"))
                .containsExactly("WITHDRAWAL -30000");

        books.send(List.of(draws(books, second, 0, 1_000)));
        assertThat(books.desk()).contains("FIELD_SECOND_DEVICE -1000");
        assertThat(balance(books, 0)).isEqualTo(20_000);
        books.holds();
    }

    @Test
    void paysNothingThatIsNotInTheBox() {
        var books = new FieldBooks(beans, "FX", 5);
        books.send(List.of(books.list(books.device, 0, 1)));
        books.owner
                .sql("update session.cash_box set balance = 49999 where session_id = :session")
                .param("session", books.session)
                .update();

        books.send(List.of(draws(books, books.device, 0, 50_000)));

        assertThat(books.desk()).containsExactly("CASH_TOO_LOW -50000");
        assertThat(balance(books, 0)).isEqualTo(50_000);
    }

    @Test
    void paysAfterTheCloseOfTheDayWithTheSessionsDay() {
        var books = new FieldBooks(beans, "FY", 5);
        books.send(List.of(books.list(books.device, 0, 2)));
        VillageDay.close(beans, books.village, FieldBooks.DAY.plusDays(2));

        books.send(List.of(draws(books, books.device, 1, 50_000)));

        assertThat(books.desk()).isEmpty();
        assertThat(books.texts("select business_date || ' ' || value_date from ledger.journal j join session.posting p"
                        + " on p.journal_id = j.id where p.kind = 'WITHDRAWAL' and p.session_id = " + books.session))
                .containsExactly("2024-05-21 2024-05-18");
        assertThat(books.texts(
                        "select m.value_date || ' ' || m.amount from savings.v_movement m where m.amount < 0 and m.member_id = "
                                + books.group.members().get(1)))
                .containsExactly("2024-05-18 -50000");
        books.send(List.of(books.device.handIn(books.session, 3, 2 * INTEREST, 100_000, 0)));
        assertThat(books.desk())
                .as("what was paid out belongs to the totals")
                .containsExactly("FIELD_TOTALS_DIFFER 50000");
        books.holds();
    }

    @Test
    void readsNoPaymentThatSaysTwoThings() {
        var books = new FieldBooks(beans, "FZ", 5);
        var lines = List.of(
                "[\"%s\",\"1\",\"\",5,0,0,5,\"\"]",
                "[\"%s\",\"1\",\"2\",0,0,0,5,\"\"]",
                "[\"%s\",\"\",\"\",0,0,0,5,\"\"]",
                "[\"%s\",\"1\",\"\",0,0,0,0,\"\"]",
                "[\"%s\",\"1\",\"\",0,0,0,5,\"\",\"7\"]");
        for (var line : lines) {
            var device = books.another();
            device.record(
                    books.session,
                    "WITHDRAWAL",
                    "\"group\":null,\"lines\":[" + line.formatted(java.util.UUID.randomUUID()) + "]");
            assertThatExceptionOfType(Refused.class)
                    .as(line)
                    .isThrownBy(() -> books.send(device.events()))
                    .matches(refused -> refused.refusal() == FieldRefusal.FIELD_UPLOAD_UNREADABLE);
        }
    }

    private static PocketDevice.Event draws(FieldBooks books, PocketDevice device, int member, long amount) {
        return device.draws(
                books.session, books.group.id(), books.group.members().get(member), amount);
    }

    private static long balance(FieldBooks books, int member) {
        return books.sum("select balance from savings.account where closed_on is null and member_id = "
                + books.group.members().get(member));
    }
}
