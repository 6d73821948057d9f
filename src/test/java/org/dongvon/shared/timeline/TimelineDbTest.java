package org.dongvon.shared.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.dongvon.support.LoanVillage;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The history of records, from what their rows name already. */
@PostgresTest
class TimelineDbTest {

    private final ApplicationContext beans;
    private final Timelines timelines;
    private final OwnerDb owner;

    TimelineDbTest(ApplicationContext beans, Timelines timelines, OwnerDb owner) {
        this.beans = beans;
        this.timelines = timelines;
        this.owner = owner;
    }

    @Test
    void ofALoanSaysEachVoucherWithItsMakerAndThePrincipalBeforeAndAfter() {
        var home = new LoanVillage(beans, "TLOAN");
        home.pay(UUID.randomUUID(), 1, 300_000, 5_000_000);
        var loan = new Subject(Subject.Kind.LOAN, home.group.loans().get(1));

        var events = timelines.page(home.village.teller, loan, null).events();

        assertThat(events)
                .extracting(TimelineDbTest::sentence)
                .containsExactly(
                        "Thu gốc 5.000.000, lãi 300.000 đồng",
                        "Giải ngân 100.000.000 đồng",
                        "Phê duyệt cho vay 100.000.000 đồng");
        assertThat(events.getFirst().change()).isEqualTo(new Event.Change(new Dong(100_000_000), new Dong(95_000_000)));
        assertThat(events.get(1).change()).isEqualTo(new Event.Change(Dong.ZERO, new Dong(100_000_000)));
        assertThat(events.getFirst().by())
                .isNotNull()
                .satisfies(by -> assertThat(by.role()).isEqualTo(Role.TELLER));
        assertThat(events.getFirst().link())
                .isNotNull()
                .satisfies(link -> assertThat(link.path()).startsWith("/journals/"));
        assertThat(events.getLast().when().dayOnly()).isTrue();
        assertThat(timelines.page(nobody(), loan, null).events()).isEmpty();
    }

    @Test
    void goesBackPageByPageWithoutLosingOrRepeatingAnything() {
        var home = new LoanVillage(beans, "TPAGE");
        for (int i = 0; i < 30; i++) {
            home.pay(UUID.randomUUID(), 0, 1_000, 10_000);
        }
        var loan = new Subject(Subject.Kind.LOAN, home.group.loans().getFirst());

        var all = new ArrayList<Event>();
        Instant older = null;
        do {
            var page = timelines.page(home.village.teller, loan, older);
            assertThat(page.events()).hasSizeLessThanOrEqualTo(Timelines.PAGE);
            assertThat(page.later()).isEqualTo(older != null);
            all.addAll(page.events());
            older = page.older();
        } while (older != null);

        assertThat(all).hasSize(32).doesNotHaveDuplicates();
        assertThat(all)
                .isSortedAccordingTo((a, b) -> b.when().at().compareTo(a.when().at()));
    }

    @Test
    void ofSessionGroupJournalAndPersonSaysWhatTheirRowsSay() {
        var home = new LoanVillage(beans, "TALL");
        home.save(2, 50_000);
        long session = newest("select max(id) from session.session where point_id = " + home.village.point);
        long journal = newest("select max(id) from ledger.journal where point_id = " + home.village.point);
        long person = newest("select borrower_id from loan.loan where id = "
                + home.group.loans().get(2));
        var teller = home.village.teller;

        assertThat(sentences(teller, Subject.Kind.SESSION, session)).contains("Ghi bảng kê 1 dòng, 50.000 đồng");
        assertThat(sentences(teller, Subject.Kind.GROUP, home.group.id()))
                .contains("Ghi bảng kê 1 dòng, 50.000 đồng", "5 tổ viên vào Tổ", "Thành lập Tổ");
        assertThat(sentences(teller, Subject.Kind.JOURNAL, journal))
                .containsExactly("Ghi bút toán vào ngày 15/12/2025");
        assertThat(sentences(teller, Subject.Kind.PERSON, person))
                .containsExactly("Nhận tiền vay 100.000.000 đồng", "Được duyệt vay 100.000.000 đồng", "Vào Tổ");
    }

    @Test
    void ofAProgrammeSaysWhichRateCameIntoForceByWhichDocument() {
        var events = timelines
                .page(nobody(), new Subject(Subject.Kind.PROGRAMME, "HONGHEO"), null)
                .events();

        assertThat(events).isNotEmpty().allSatisfy(event -> {
            assertThat(sentence(event)).isEqualTo("Lãi suất HONGHEO có hiệu lực");
            assertThat(event.when().dayOnly()).isTrue();
        });
        assertThat(events.getFirst().link()).isNotNull();
        assertThat(events.getFirst().change()).isNotNull();
        assertThat(events.getLast().change()).isNull();
    }

    private List<String> sentences(Actor reader, Subject.Kind kind, long id) {
        return timelines.page(reader, new Subject(kind, id), null).events().stream()
                .map(TimelineDbTest::sentence)
                .toList();
    }

    private static String sentence(Event event) {
        return Messages.ofFiles()
                .text(Language.VI, event.what().key(), event.what().facts().toArray());
    }

    private long newest(String sql) {
        return owner.sql(sql).query(Long.class).single();
    }

    private static Actor nobody() {
        return new Actor(1, 1, "nobody", "Nobody", Role.TELLER, 0, Scope.NONE);
    }
}
