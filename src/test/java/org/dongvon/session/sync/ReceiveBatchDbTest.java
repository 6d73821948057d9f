package org.dongvon.session.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.dongvon.session.sync.FieldBooks.INTEREST;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.FieldRefusal;
import org.dongvon.session.field.DeviceEnrolment;
import org.dongvon.session.field.RevokeDevice;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeRefusal;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.support.PocketDevice;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What a device recorded comes into the books exactly once; what they do not take lies on the desk. */
@PostgresTest
class ReceiveBatchDbTest {

    private final ApplicationContext beans;

    ReceiveBatchDbTest(ApplicationContext beans) {
        this.beans = beans;
    }

    @Test
    void postsAListOnceHoweverOftenItComes() {
        var books = new FieldBooks(beans, "FA", 6);
        var id = UUID.randomUUID();
        var events = List.of(books.list(books.device, 0, 4), books.counter(books.device, 4, INTEREST, 7_000_000));

        var answer = books.send(id, events);

        assertThat(answer.next()).isEqualTo(3);
        assertThat(answer.events()).extracting(FieldEvents.Standing::posted).containsExactly(4, 1);
        assertThat(books.box()).isEqualTo(4 * (INTEREST + 50_000) + INTEREST + 7_000_000);
        assertThat(books.send(id, events)).isEqualTo(answer);
        assertThat(books.send(events)).isEqualTo(answer);
        assertThat(books.box()).isEqualTo(4 * (INTEREST + 50_000) + INTEREST + 7_000_000);
        assertThat(books.sum("select count(*) from session.field_line l join session.field_event e on e.id = l.event_id"
                        + " where l.outcome = 'POSTED' and e.session_id = " + books.session))
                .isEqualTo(5);
        refuses(SharedRefusal.KEY_REUSED, () -> books.send(id, List.of(books.counter(books.device, 5, INTEREST, 0))));
        books.holds();
    }

    @Test
    void waitsVisiblyForAMissingNumberAndThenPostsInOrder() {
        var books = new FieldBooks(beans, "FB", 5);
        var events = List.of(
                books.counter(books.device, 0, INTEREST, 0),
                books.counter(books.device, 1, INTEREST, 0),
                books.counter(books.device, 2, INTEREST, 0),
                books.counter(books.device, 3, INTEREST, 0));

        var first = books.send(List.of(events.get(3), events.get(0), events.get(1)));

        assertThat(first.next()).isEqualTo(3);
        assertThat(first.events())
                .extracting(each -> each.which().seq() + each.which().state())
                .containsExactly("1APPLIED", "2APPLIED", "4WAITING");
        assertThat(books.box()).isEqualTo(2 * INTEREST);
        assertThat(books.send(List.of(events.get(2))).next()).isEqualTo(5);
        assertThat(books.box()).isEqualTo(4 * INTEREST);
        books.holds();
    }

    @Test
    void refusesAWholeBatchForOneWrongEventAndNotesIt() {
        var books = new FieldBooks(beans, "FC", 5);
        var first = books.counter(books.device, 0, INTEREST, 0);
        books.send(List.of(first));
        var second = books.counter(books.device, 1, INTEREST, 0);
        var changed = books.device.signed(first.id(), first.body().replace(":1,", ":2,"));
        refuses(FieldRefusal.FIELD_EVENT_CHANGED, () -> books.send(List.of(second, changed)));
        var other = UUID.randomUUID();
        var taken = books.device.signed(other, first.body().replace(first.id().toString(), other.toString()));
        refuses(FieldRefusal.FIELD_NUMBER_TAKEN, () -> books.send(List.of(second, taken)));
        var forged = new PocketDevice.Event(second.id(), second.body(), first.signature());
        refuses(FieldRefusal.FIELD_SIGNATURE_WRONG, () -> books.send(List.of(forged)));
        var broken = books.device.signed(
                second.id(), second.body().replaceFirst("\"prev\":\"[0-9a-f]{64}", "\"prev\":\"" + "1".repeat(64)));
        refuses(FieldRefusal.FIELD_CHAIN_BROKEN, () -> books.send(List.of(broken)));
        refuses(
                FieldRefusal.FIELD_UPLOAD_UNREADABLE,
                () -> beans.getBean(ReceiveBatch.class).run(books.village.teller, UUID.randomUUID(), new byte[] {1}));
        var stranger = new FieldBooks(beans, "FD", 5);
        refuses(
                FieldRefusal.FIELD_DEVICE_UNKNOWN,
                () -> beans.getBean(ReceiveBatch.class)
                        .run(stranger.village.teller, UUID.randomUUID(), PocketDevice.batch(List.of(second))));
        refuses(
                SharedRefusal.ROLE_MAY_NOT,
                () -> beans.getBean(ReceiveBatch.class)
                        .run(books.village.leader, UUID.randomUUID(), PocketDevice.batch(List.of(second))));

        assertThat(books.box()).isEqualTo(INTEREST);
        assertThat(books.sum("select count(*) from session.field_event where session_id = " + books.session))
                .isEqualTo(1);
        assertThat(books.texts("select code from session.field_refusal where point_id in (" + books.village.direct
                        + ", " + stranger.village.direct + ") order by id"))
                .containsExactly(
                        "FIELD_EVENT_CHANGED",
                        "FIELD_NUMBER_TAKEN",
                        "FIELD_SIGNATURE_WRONG",
                        "FIELD_CHAIN_BROKEN",
                        "FIELD_UPLOAD_UNREADABLE",
                        "FIELD_DEVICE_UNKNOWN");
        beans.getBean(RevokeDevice.class).run(books.village.controller, UUID.randomUUID(), books.device.id());
        refuses(FieldRefusal.FIELD_DEVICE_REVOKED, () -> books.send(List.of(second)));
        books.holds();
    }

    @Test
    void anEmptyLineOfALoanServedElsewhereIsNothingForTheDesk() {
        var books = new FieldBooks(beans, "FJ", 3);
        atTheDesk(books, 0);
        var list = books.device.sheet(
                books.session,
                "SHEET",
                books.group.id(),
                List.of(
                        PocketDevice.Line.of(books.group, 0, 0, 0, 0),
                        PocketDevice.Line.of(books.group, 1, INTEREST, 0, 0)));

        var answer = books.send(List.of(list));

        assertThat(answer.next()).isEqualTo(2);
        assertThat(books.desk()).isEmpty();
        assertThat(books.texts(
                        "select l.outcome from session.field_line l join session.field_event e on e.id = l.event_id"
                                + " where e.session_id = " + books.session))
                .containsExactly("POSTED");
        books.holds();
    }

    @Test
    void enrolsADeviceByTwoPersonsAlone() {
        var books = new FieldBooks(beans, "FE", 5);
        var ask = beans.getBean(DeviceEnrolment.Ask.class);
        var key = PocketDevice.newKeys().getPublic().getEncoded();
        refuses(
                FieldRefusal.FIELD_KEY_UNREADABLE,
                () -> ask.run(books.village.teller, UUID.randomUUID(), "Máy", new byte[] {1, 2}));
        refuses(FieldRefusal.FIELD_NAME_MISSING, () -> ask.run(books.village.teller, UUID.randomUUID(), " ", key));
        long change = ask.run(books.village.teller, UUID.randomUUID(), "Máy", key);
        refuses(
                ChangeRefusal.OWN_CHANGE,
                () -> beans.getBean(DecideChange.class).approve(books.village.teller, UUID.randomUUID(), change));
        beans.getBean(DecideChange.class).approve(books.village.director, UUID.randomUUID(), change);
        refuses(FieldRefusal.FIELD_DEVICE_KNOWN, () -> ask.run(books.village.teller, UUID.randomUUID(), "Máy", key));
    }

    @Test
    void putsOnTheDeskWhatTheBooksDoNotTakeAndSettlesItByTwoPersons() {
        var books = new FieldBooks(beans, "FF", 6);
        var second = books.another();
        books.send(List.of(books.counter(second, 0, INTEREST, 0)));
        atTheDesk(books, 1);
        var events = List.of(
                books.list(books.device, 0, 4),
                books.counter(books.device, 4, INTEREST + 1, 0),
                books.counter(books.device, 5, INTEREST, 50_000_001));

        var answer = books.send(events);

        assertThat(answer.events()).extracting(FieldEvents.Standing::desk).containsExactly(2, 1, 1);
        assertThat(books.desk())
                .containsExactly(
                        "FIELD_SECOND_DEVICE " + (INTEREST + 50_000),
                        "FIELD_SECOND_DEVICE " + (INTEREST + 50_000),
                        "INTEREST_ABOVE_DUE " + (INTEREST + 1),
                        "PRINCIPAL_ABOVE_OUTSTANDING " + (INTEREST + 50_000_001));
        long before = books.box();
        var ids = books.owner
                .sql("select id from session.field_conflict where session_id = :session order by id")
                .param("session", books.session)
                .query(Long.class)
                .list();
        settle(books, ids.get(0), wanted(0, 50_000, 0, SettleConflict.Rest.COUNTED_TWICE));
        settle(books, ids.get(1), wanted(0, 0, 0, SettleConflict.Rest.GIVEN_BACK));
        settle(books, ids.get(2), wanted(INTEREST, 1, 0, SettleConflict.Rest.NONE));
        refuses(
                FieldRefusal.FIELD_SETTLED_TOO_MUCH,
                () -> ask(books, ids.get(3), wanted(INTEREST, 0, 50_000_002, SettleConflict.Rest.NONE)));
        refuses(
                FieldRefusal.FIELD_REST_NOT_NAMED,
                () -> ask(books, ids.get(3), wanted(INTEREST, 0, 50_000_000, SettleConflict.Rest.NONE)));
        long tooMuch = ask(books, ids.get(3), wanted(INTEREST, 0, 50_000_001, SettleConflict.Rest.NONE));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() ->
                        beans.getBean(DecideChange.class).approve(books.village.director, UUID.randomUUID(), tooMuch))
                .matches(refused -> refused.refusal().name().equals("PRINCIPAL_ABOVE_OUTSTANDING"));
        refuses(
                FieldRefusal.FIELD_CONFLICT_SETTLED,
                () -> ask(books, ids.get(2), wanted(0, 0, 0, SettleConflict.Rest.GIVEN_BACK)));
        books.send(List.of(books.device.handIn(books.session, 6, 6 * INTEREST + 1, 200_000, 50_000_001)));
        books.send(List.of(second.handIn(books.session, 1, INTEREST, 0, 0)));
        refuses(FieldRefusal.FIELD_CONFLICTS_OPEN, books::close);
        settle(books, ids.get(3), wanted(INTEREST, 1, 50_000_000, SettleConflict.Rest.NONE));
        assertThat(books.box()).isEqualTo(before + 50_000 + INTEREST + 1 + INTEREST + 50_000_001);
        books.close();
        books.holds();
    }

    @Test
    void keepsTheSessionOpenUntilEachDeviceHandedInAndSaysWhichTotalsDiffer() {
        var books = new FieldBooks(beans, "FG", 5);
        books.send(List.of(books.list(books.device, 0, 5)));
        refuses(FieldRefusal.FIELD_NOT_HANDED_IN, books::close);
        var over = books.device.handIn(books.session, 5, 5 * INTEREST, 5 * 50_000, 1_000);

        books.send(List.of(over));

        assertThat(books.desk()).containsExactly("FIELD_TOTALS_DIFFER 1000");
        refuses(FieldRefusal.FIELD_CONFLICTS_OPEN, books::close);
        long id = books.sum("select id from session.field_conflict where session_id = " + books.session);
        refuses(FieldRefusal.FIELD_ONLY_NOTHING, () -> ask(books, id, wanted(1_000, 0, 0, SettleConflict.Rest.NONE)));
        settle(books, id, wanted(0, 0, 0, SettleConflict.Rest.COUNTED_TWICE));
        refuses(FieldRefusal.FIELD_AFTER_HAND_IN, () -> books.send(List.of(books.counter(books.device, 0, 0, 1_000))));
        books.close();
        books.holds();
    }

    @Test
    void postsAfterTheCloseOfTheDayWithTheSessionsDayAndUndoesWhatBecameOverdue() {
        var books = new FieldBooks(beans, "FH", 5);
        books.send(List.of(books.list(books.device, 0, 2)));
        VillageDay.close(beans, books.village, FieldBooks.DAY.plusDays(2));

        books.send(List.of(
                books.list(books.device, 2, 4),
                books.counter(books.device, 4, INTEREST, 50_000_000),
                books.device.handIn(books.session, 5, 5 * INTEREST, 4 * 50_000, 50_000_000)));

        assertThat(books.desk()).isEmpty();
        assertThat(books.texts("select distinct business_date || ' ' || value_date from ledger.journal j"
                        + " join session.posting p on p.journal_id = j.id where p.session_id = " + books.session
                        + " order by 1"))
                .containsExactly("2024-05-18 2024-05-18", "2024-05-21 2024-05-18");
        assertThat(books.texts("select stage || ' ' || closed_on from loan.loan where id = "
                        + books.group.loans().get(4)))
                .containsExactly("CLOSED 2024-05-21");
        books.close();
        assertThat(books.texts("select state || ' ' || carried_to from session.session where id = " + books.session))
                .containsExactly("CLOSED 2024-05-21");
        VillageDay.close(beans, books.village, FieldBooks.DAY.plusDays(3));
        books.holds();
    }

    @Test
    void givesALostDeviceUpByTwoPersonsAndPutsOnTheDeskWhatItStillSends() {
        var books = new FieldBooks(beans, "FI", 5);
        long change = beans.getBean(RequestChange.class)
                .run(
                        books.village.leader,
                        new RequestChange.Proposal(
                                UUID.randomUUID(),
                                GiveUpDevice.NAME,
                                GiveUpDevice.subject(books.session, books.device.id()),
                                GiveUpDevice.wanted(),
                                new Approved.Basis("rơi xuống suối", null, null)));
        beans.getBean(DecideChange.class).approve(books.village.director, UUID.randomUUID(), change);
        books.close();

        books.send(List.of(books.counter(books.device, 0, INTEREST, 0)));

        assertThat(books.desk()).containsExactly("SESSION_CLOSED " + INTEREST);
        settle(
                books,
                books.sum("select id from session.field_conflict where session_id = " + books.session),
                wanted(0, 0, 0, SettleConflict.Rest.ENTERED_OTHERWISE));
        books.holds();
    }

    /** The office posts for a member at its own desk. */
    private void atTheDesk(FieldBooks books, int member) {
        var line = new SheetLine(
                UUID.randomUUID(),
                books.group.members().get(member),
                books.group.loans().get(member),
                new Dong(INTEREST),
                Dong.ZERO,
                Dong.ZERO,
                SheetLine.Payer.BORROWER);
        beans.getBean(PostSheet.class)
                .run(
                        books.village.teller,
                        new Sheet(UUID.randomUUID(), books.session, books.group.id(), List.of(line)));
    }

    private static Facts wanted(long interest, long saving, long principal, SettleConflict.Rest rest) {
        return SettleConflict.wanted(new Dong(interest), new Dong(saving), new Dong(principal), rest);
    }

    private long ask(FieldBooks books, long conflict, Facts wanted) {
        return beans.getBean(RequestChange.class)
                .run(
                        books.village.teller,
                        new RequestChange.Proposal(
                                UUID.randomUUID(),
                                SettleConflict.NAME,
                                Long.toString(conflict),
                                wanted,
                                new Approved.Basis("đã đối chiếu biên lai", null, null)));
    }

    private void settle(FieldBooks books, long conflict, Facts wanted) {
        long change = ask(books, conflict, wanted);
        beans.getBean(DecideChange.class).approve(books.village.director, UUID.randomUUID(), change);
    }

    private static void refuses(Refusal refusal, ThrowingCallable call) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
