package org.dongvon.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.document.DocumentRefusal;
import org.dongvon.document.Documents;
import org.dongvon.document.Issuer;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.ChangeRefusal;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Names, session days, documents and limits of approval, each changed by two persons. */
@PostgresTest
class MasterDataDbTest {

    private static final LocalDate OPEN = Village.FIRST_DAY;
    private static final AtomicInteger VILLAGES = new AtomicInteger();

    private final RequestChange request;
    private final DecideChange decide;
    private final Units units;
    private final SessionCalendar calendar;
    private final Documents documents;
    private final Transactions transactions;
    private final Village village;
    private final String code;

    MasterDataDbTest(ApplicationContext beans) {
        this.request = beans.getBean(RequestChange.class);
        this.decide = beans.getBean(DecideChange.class);
        this.units = beans.getBean(Units.class);
        this.calendar = beans.getBean(SessionCalendar.class);
        this.documents = beans.getBean(Documents.class);
        this.transactions = beans.getBean(Transactions.class);
        this.code = "MD" + VILLAGES.incrementAndGet();
        this.village = Village.in(beans, code);
    }

    @Test
    void renamesAUnitAndKeepsTheOldNameInTheRequest() {
        long id =
                ask(village.leader, "organisation.unit-name", code, Facts.none().text("name", "PGD Mới"));
        assertThat(units.get(village.office).name()).isEqualTo("PGD " + code);

        approve(id);

        assertThat(units.get(village.office).name()).isEqualTo("PGD Mới");
        assertRefused(
                () -> ask(
                        village.leader,
                        "organisation.unit-name",
                        code,
                        Facts.none().text("name", "x".repeat(121))),
                OrganisationRefusal.NAME_UNFIT);
        ask(village.leader, "organisation.unit-name", code, Facts.none().text("name", "x".repeat(120)));
        assertRefused(
                () -> ask(
                        village.leader,
                        "organisation.unit-name",
                        "NOWHERE",
                        Facts.none().text("name", "x")),
                OrganisationRefusal.UNKNOWN_UNIT);
    }

    @Test
    void refusesToAskForAnotherOfficesUnit() {
        var elsewhere = new Actor(9, 9, "x", "X", Role.LEADER, 0, Scope.of(1, 2));

        assertRefused(
                () -> ask(
                        elsewhere, "organisation.unit-name", code, Facts.none().text("name", "Khác")),
                ChangeRefusal.OUTSIDE_SCOPE);
    }

    @Test
    void movesASession() {
        var nominal = LocalDate.of(2024, 5, 18);
        long id = move(nominal, LocalDate.of(2024, 5, 20));

        approve(id);

        var point = units.point(village.point);
        assertThat(calendar.isSessionDay(point, nominal)).isFalse();
        assertThat(calendar.isSessionDay(point, LocalDate.of(2024, 5, 20))).isTrue();
        assertRefused(() -> move(nominal, LocalDate.of(2024, 5, 21)), OrganisationRefusal.SESSION_ALREADY_MOVED);
    }

    @Test
    void refusesToMoveASessionThatIsNoneIsPastOrMeetsAnother() {
        var june = LocalDate.of(2024, 6, 18);

        assertRefused(() -> move(june.plusDays(1), june.plusDays(3)), OrganisationRefusal.NO_SESSION_ON);
        assertRefused(() -> move(OPEN, OPEN.plusDays(1)), OrganisationRefusal.SESSION_DAY_PAST);
        assertRefused(() -> move(june, OPEN.minusDays(1)), OrganisationRefusal.SESSION_DAY_PAST);
        assertRefused(() -> move(june, LocalDate.of(2024, 7, 18)), OrganisationRefusal.SESSION_DAY_TAKEN);
        move(june, LocalDate.of(2024, 7, 19));
    }

    @Test
    void registersADocumentOnce() {
        var subject = "QD-" + code;
        long id = ask(village.director, "document.document", subject, document("77/" + code));
        assertThat(documents.find(subject)).isEmpty();
        assertRefused(() -> decide.approve(village.director, UUID.randomUUID(), id), ChangeRefusal.OWN_CHANGE);

        decide.approve(manager(), UUID.randomUUID(), id);

        var found = documents.get(subject);
        assertThat(found.number()).isEqualTo("77/" + code);
        assertThat(found.origin().issuer()).isEqualTo(Issuer.PEOPLES_COMMITTEE);
        assertThat(found.days().validFrom()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertRefused(
                () -> ask(village.director, "document.document", subject, document("78/" + code)),
                DocumentRefusal.CODE_TAKEN);
        assertRefused(
                () -> ask(village.director, "document.document", subject + "-B", document("77/" + code)),
                DocumentRefusal.DOCUMENT_REGISTERED);
        assertRefused(
                () -> ask(village.director, "document.document", "qd 1", document("79/" + code)),
                DocumentRefusal.CODE_NOT_PLAIN);
        var backward = document("80/" + code).date("to", LocalDate.of(2027, 1, 1));
        assertRefused(
                () -> ask(village.director, "document.document", subject + "-C", backward),
                DocumentRefusal.PERIOD_BACKWARD);
        ask(
                village.director,
                "document.document",
                subject + "-C",
                document("80/" + code).date("to", LocalDate.of(2027, 1, 2)));
    }

    @Test
    void changesALimitOfApprovalByARequestOfItsOwn() {
        var accountant = new Actor(5, 5, "kt", "Kế toán", Role.ACCOUNTANT, 0, Scope.COUNTRY);
        var subject = "capital.grant:DIRECTOR";
        var today = transactions.read(accountant, () -> OPEN);
        var limit = Facts.none().dong("up-to", new Dong(7_000_000_000L));

        assertRefused(
                () -> ask(accountant, "shared.approval-limit", subject, limit.date("from", today.minusDays(1))),
                ChangeRefusal.LIMIT_DAY_PAST);
        assertRefused(
                () -> ask(accountant, "shared.approval-limit", "capital.grant:TELLER", limit.date("from", today)),
                ChangeRefusal.LIMIT_FOR_NO_APPROVER);
        assertRefused(
                () -> ask(accountant, "shared.approval-limit", "no.kind:DIRECTOR", limit.date("from", today)),
                ChangeRefusal.UNKNOWN_CHANGE_KIND);
        decide.approve(
                manager(),
                UUID.randomUUID(),
                ask(accountant, "shared.approval-limit", subject, limit.date("from", today)));
        assertRefused(
                () -> ask(
                        accountant,
                        "shared.approval-limit",
                        subject,
                        Facts.none().dong("up-to", null).date("from", today)),
                ChangeRefusal.LIMIT_DAY_TAKEN);
        assertRefused(
                () -> ask(village.director, "shared.approval-limit", subject, limit.date("from", today)),
                ChangeRefusal.ROLE_MAY_NOT_ASK);
    }

    private long move(LocalDate nominal, LocalDate actual) {
        return ask(
                village.leader,
                "organisation.session-day",
                code + "-01",
                Facts.none().date("nominal", nominal).date("actual", actual));
    }

    private static Facts document(String number) {
        return Facts.none()
                .text("number", number)
                .word("kind", "documentKind.DECISION")
                .word("issuer", "issuer.PEOPLES_COMMITTEE")
                .text("place", "Hải Phòng")
                .text("title-vi", "Giao vốn ủy thác")
                .text("title-en", "Entrusted capital")
                .date("from", LocalDate.of(2027, 1, 1));
    }

    private long ask(Actor maker, String kind, String subject, Facts wanted) {
        return request.run(
                maker,
                new Proposal(
                        UUID.randomUUID(), kind, subject, wanted, new Basis("theo quyết định", "QD-131-2002", null)));
    }

    private void approve(long id) {
        decide.approve(village.director, UUID.randomUUID(), id);
    }

    private static Actor manager() {
        return new Actor(6, 6, "gd", "Giám đốc chi nhánh", Role.MANAGER, 0, Scope.COUNTRY);
    }

    private static void assertRefused(ThrowingCallable work, Refusal rule) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(rule));
    }
}
