package org.dongvon.programme.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.CapBasis;
import org.dongvon.programme.Exclusions;
import org.dongvon.programme.ProgrammeRefusal;
import org.dongvon.programme.ProgrammeState;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.Security;
import org.dongvon.programme.TermCode;
import org.dongvon.programme.TermRule;
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
import org.dongvon.support.LoanVillage;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules and caps of programmes, changed by two persons of the head office; 15/12/2025 is open. */
@PostgresTest
class ProgrammeRulesDbTest {

    private static final LocalDate OPEN = LoanVillage.TODAY;
    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);
    private static final Actor ACCOUNTANT = headOffice(1, Role.ACCOUNTANT);
    private static final Actor MANAGER = headOffice(2, Role.MANAGER);

    private final ApplicationContext beans;
    private final RequestChange request;
    private final DecideChange decide;
    private final Programmes programmes;
    private final Transactions transactions;
    private final JdbcClient app;
    private final OwnerDb owner;

    ProgrammeRulesDbTest(ApplicationContext beans) {
        this.beans = beans;
        this.request = beans.getBean(RequestChange.class);
        this.decide = beans.getBean(DecideChange.class);
        this.programmes = beans.getBean(Programmes.class);
        this.transactions = beans.getBean(Transactions.class);
        this.app = beans.getBean(JdbcClient.class);
        this.owner = beans.getBean(OwnerDb.class);
    }

    @BeforeEach
    void lend() {
        if (owner.sql("select count(*) from loan.loan").query(Long.class).single() == 0) {
            new LoanVillage(beans, "RULES");
        }
    }

    @Test
    void lengthensATermFromItsDayOn() {
        long id = ask(term("NUOCSACH", "TERM_MAX", "84", FROM));
        assertThat(months("NUOCSACH", FROM)).isEqualTo(60);

        approve(id);

        assertThat(months("NUOCSACH", FROM.minusDays(1))).isEqualTo(60);
        assertThat(months("NUOCSACH", FROM)).isEqualTo(84);
        assertThat(programmes.current().programme("NUOCSACH").terms().monthsMax())
                .as("on the open day")
                .isEqualTo(60);
        assertThat(programmes
                        .current()
                        .terms()
                        .history("NUOCSACH", TermCode.TERM_MAX)
                        .getLast()
                        .basis()
                        .documents())
                .containsExactly("QD-2553-2025");
    }

    @Test
    void knowsNoTermBeforeTheFirstRow() {
        var before = programmes.current().on("HONGHEO", LocalDate.of(2019, 2, 28));

        assertThat(before.terms().rule()).isEqualTo(TermRule.UNKNOWN);
        assertThat(months("HONGHEO", LocalDate.of(2019, 3, 1))).isEqualTo(120);
    }

    @Test
    void changesEveryKindOfRule() {
        approve(ask(term("DTTS54", "STATE", "OPEN", FROM)));
        approve(ask(term("DTTS54", "INSTALMENT_MONTHS", "12;6", FROM)));
        approve(ask(term("DTTS54", "PRINCIPAL_FREE", "24", FROM)));
        approve(ask(term("DTTS54", "SECURITY", "50000000", FROM)));
        approve(ask(term("DTTS54", "AMOUNT_MIN", "1000000", FROM)));
        approve(ask(term("DTTS54", "INCOMPATIBLE", "HONGHEO;CANNGHEO", FROM)));
        approve(ask(term("DTTS54", "EVIDENCE", "POOR_LIST", FROM)));
        approve(ask(term("DTTS54", "OWN_CAPITAL_MIN", "20", FROM)));
        approve(ask(term("DTTS54", "FORMS", "01/TD;08/TD", FROM)));
        approve(ask(term("DTTS54", "INTEREST_WHEN", "MONTHLY", FROM)));

        var now = programmes.current().on("DTTS54", FROM);
        assertThat(now.state()).isEqualTo(ProgrammeState.OPEN);
        assertThat(programmes.current().on("DTTS54", FROM.minusDays(1)).state()).isEqualTo(ProgrammeState.CLOSED);
        assertThat(now.terms().instalmentMonths()).isEqualTo(List.of(12, 6));
        assertThat(now.terms().principalFreeMonths()).isEqualTo(24);
        assertThat(now.terms().security()).isEqualTo(Security.ABOVE);
        assertThat(now.terms().securityAbove()).isEqualTo(new Dong(50_000_000));
    }

    @Test
    void takesOnlyWhatARuleCanBe() {
        assertUnreadable("TERM_MAX", "0");
        assertUnreadable("TERM_MAX", "ALWAYS");
        assertUnreadable("STATE", "HALF");
        assertUnreadable("INSTALMENT_MONTHS", "6;6");
        assertUnreadable("PRINCIPAL_FREE", "-1");
        assertUnreadable("SECURITY", "0");
        assertUnreadable("AMOUNT_MIN", "0");
        assertUnreadable("INCOMPATIBLE", "XKLD");
        assertUnreadable("INCOMPATIBLE", "NOTHING");
        assertUnreadable("EVIDENCE", "POOR_LIST;POOR_LIST");
        assertUnreadable("OWN_CAPITAL_MIN", "101");
        assertUnreadable("FORMS", "");
        ask(term("XKLD", "OWN_CAPITAL_MIN", "100", FROM));
        assertRefused(() -> ask(term("XKLD", "NO_SUCH", "1", FROM)), ProgrammeRefusal.UNKNOWN_RULE);
        assertRefused(() -> ask(term("NOTHING", "STATE", "OPEN", FROM)), ProgrammeRefusal.UNKNOWN_PROGRAMME);
    }

    @Test
    void refusesARuleThatReachesBackOrComesBeforeItsLastRow() {
        assertRefused(
                () -> ask(term("MAMNON", "TERM_MAX", "48", OPEN.minusDays(1))), ProgrammeRefusal.RULE_RETROACTIVE);
        approve(ask(term("MAMNON", "TERM_MAX", "48", OPEN)));
        assertRefused(() -> ask(term("MAMNON", "TERM_MAX", "60", OPEN)), ProgrammeRefusal.RULE_NOT_LAST);
        approve(ask(term("MAMNON", "TERM_MAX", "60", OPEN.plusDays(1))));
    }

    @Test
    void raisesACapAndEndsTheOneBefore() {
        long id = ask(cap("HONGHEO:ALL:HOUSEHOLD", 150_000_000, FROM));
        assertThat(household(FROM)).isEqualTo(new Dong(100_000_000));

        approve(id);

        assertThat(household(FROM.minusDays(1))).isEqualTo(new Dong(100_000_000));
        assertThat(household(FROM)).isEqualTo(new Dong(150_000_000));
        assertRefused(() -> ask(cap("HONGHEO:ALL:HOUSEHOLD", 200_000_000, FROM)), ProgrammeRefusal.RULE_NOT_LAST);
        assertRefused(
                () -> ask(cap("NUOCSACH:ALL:WORK", 30_000_000, OPEN.minusDays(1))), ProgrammeRefusal.RULE_RETROACTIVE);
        assertRefused(() -> ask(cap("HONGHEO:ALL:WORK", 1, FROM)), ProgrammeRefusal.UNKNOWN_CAP);
    }

    @Test
    void aCapInForceMayOnlyEnd() {
        assertThatThrownBy(() -> transactions.write(
                        MANAGER,
                        () -> app.sql("update programme.cap set amount = 1 where amount is not null")
                                .update()))
                .hasRootCauseMessage("ERROR: permission denied for table cap");
        assertThatThrownBy(() -> transactions.write(
                        MANAGER,
                        () -> app.sql("update programme.cap set valid = daterange(lower(valid), null)")
                                .update()))
                .hasMessageContaining("may end, once");
    }

    @Test
    void showsWhatTheProgrammeHasByTheLastClose() {
        owner.sql(
                        "insert into position.headcount (point_id, dimension, key, valid_from, households, borrowers, loans, jobs)"
                                + " select id, 'PROGRAMME', '8', '2025-12-15', 7, 7, 9, 0 from organisation.point limit 1")
                .update();
        var kind = beans.getBean(TermChange.class);

        var seen = transactions.read(MANAGER, () -> kind.preview(MANAGER, "NUOCSACH:TERM_MAX", Facts.none()));

        assertThat(seen).isEqualTo(Facts.none().count("loans", 9).count("households", 7));
    }

    @Test
    void excludesProgrammesFromTheDayOfTheRowBothWays() {
        var exclusions = beans.getBean(Exclusions.class);
        assertThat(exclusions.of("CANNGHEO", OPEN)).containsExactly("HONGHEO");
        assertThat(exclusions.of("HONGHEO", OPEN)).containsExactlyInAnyOrder("CANNGHEO", "THOATNGHEO", "SXKDVKK");
        assertThat(exclusions.of("HONGHEO", LocalDate.of(2013, 4, 15))).containsExactly("SXKDVKK");

        approve(ask(term("MAYTINH", "INCOMPATIBLE", "HSSV;STEM", FROM)));

        assertThat(exclusions.of("HSSV", FROM.minusDays(1))).isEmpty();
        assertThat(exclusions.of("HSSV", FROM)).containsExactly("MAYTINH");
        approve(ask(term("MAYTINH", "INCOMPATIBLE", "NONE", FROM.plusDays(1))));
        assertThat(exclusions.of("HSSV", FROM.plusDays(1))).isEmpty();
    }

    @Test
    void isForTheHeadOfficeAlone() {
        var ofAnOffice = new Actor(7, 7, "kt", "Kế toán", Role.ACCOUNTANT, 0, Scope.of(1, 2));

        assertRefused(
                () -> request.run(ofAnOffice, cap("HSSV:ALL:MONTH", 5_000_000, FROM)), ChangeRefusal.COUNTRY_ONLY);
        assertRefused(() -> request.run(ofAnOffice, term("HSSV", "TERM_MAX", "120", FROM)), ChangeRefusal.COUNTRY_ONLY);
    }

    private @Nullable Integer months(String programme, LocalDate day) {
        return programmes.current().on(programme, day).terms().monthsMax();
    }

    private Dong household(LocalDate day) {
        return programmes.current().capsOf("HONGHEO").stream()
                .filter(each -> each.limit().basis() == CapBasis.HOUSEHOLD && each.holdsOn(day))
                .map(each -> Objects.requireNonNull(each.limit().amount()))
                .findFirst()
                .orElseThrow();
    }

    private void assertUnreadable(String rule, String value) {
        assertRefused(() -> ask(term("XKLD", rule, value, FROM)), ProgrammeRefusal.TERM_VALUE_UNREADABLE);
    }

    private long ask(Proposal proposal) {
        return request.run(ACCOUNTANT, proposal);
    }

    private void approve(long id) {
        decide.approve(MANAGER, UUID.randomUUID(), id);
    }

    private static Proposal term(String programme, String rule, String value, LocalDate from) {
        return proposal(
                TermChange.NAME,
                programme + ":" + rule,
                Facts.none().text("value", value).date("from", from));
    }

    private static Proposal cap(String subject, long amount, LocalDate from) {
        return proposal(
                CapChange.NAME,
                subject,
                Facts.none().dong("amount", new Dong(amount)).date("from", from));
    }

    private static Proposal proposal(String kind, String subject, Facts wanted) {
        return new Proposal(
                UUID.randomUUID(), kind, subject, wanted, new Basis("theo quyết định", "QD-2553-2025", null));
    }

    private static Actor headOffice(long id, Role role) {
        return new Actor(id, id, role.name(), "Hội sở " + role, role, 0, Scope.COUNTRY);
    }

    private static void assertRefused(ThrowingCallable work, Refusal rule) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(rule));
    }
}
