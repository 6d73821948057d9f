package org.dongvon.programme.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.ProgrammeRefusal;
import org.dongvon.programme.Programmes;
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
import org.dongvon.shared.text.Language;
import org.dongvon.support.LoanVillage;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** New rows of rules and rates, in a country whose only office has 15/12/2025 open and five loans of 100 000 000 đ. */
@PostgresTest
class DatedRowsDbTest {

    private static final LocalDate OPEN = LoanVillage.TODAY;
    private static final Actor ACCOUNTANT = headOffice(1, Role.ACCOUNTANT);
    private static final Actor MANAGER = headOffice(2, Role.MANAGER);

    private final ApplicationContext beans;
    private final RequestChange request;
    private final DecideChange decide;
    private final Programmes programmes;
    private final RateProposal rates;
    private final Transactions transactions;
    private final OwnerDb owner;

    DatedRowsDbTest(ApplicationContext beans) {
        this.request = beans.getBean(RequestChange.class);
        this.decide = beans.getBean(DecideChange.class);
        this.programmes = beans.getBean(Programmes.class);
        this.rates = beans.getBean(RateProposal.class);
        this.transactions = beans.getBean(Transactions.class);
        this.owner = beans.getBean(OwnerDb.class);
        this.beans = beans;
    }

    @BeforeEach
    void lend() {
        if (count("select count(*) from loan.loan") == 0) {
            new LoanVillage(beans, "ROWS");
        }
    }

    @Test
    void addsADatedRowOfARuleThatHoldsFromItsDay() {
        var from = LocalDate.of(2027, 1, 1);
        long id = ask(rule("GROUP_MEMBERS_MAX", "55", from));
        assertThat(members(from)).isEqualTo(60);

        approve(id);

        assertThat(members(from.minusDays(1))).isEqualTo(60);
        assertThat(members(from)).isEqualTo(55);
        var row = programmes
                .current()
                .parameters()
                .find(ParameterCode.GROUP_MEMBERS_MAX, from)
                .orElseThrow();
        assertThat(row.basis().documents()).containsExactly("QD-2553-2025");
    }

    @Test
    void refusesARuleThatReachesBackOrComesBeforeItsLastRow() {
        assertRefused(() -> ask(rule("GROUP_MEMBERS_MIN", "6", OPEN.minusDays(1))), ProgrammeRefusal.RULE_RETROACTIVE);
        approve(ask(rule("GROUP_MEMBERS_MIN", "6", OPEN)));
        assertRefused(() -> ask(rule("GROUP_MEMBERS_MIN", "7", OPEN)), ProgrammeRefusal.RULE_NOT_LAST);
        approve(ask(rule("GROUP_MEMBERS_MIN", "7", OPEN.plusDays(1))));
    }

    @Test
    void closesARequestForARuleThatAnotherOneHasChangedMeanwhile() {
        long earlier = ask(rule("INACTIVITY_MONTHS", "4", LocalDate.of(2027, 1, 1)));
        long later = ask(rule("INACTIVITY_MONTHS", "5", LocalDate.of(2027, 2, 1)));
        approve(earlier);

        assertRefused(() -> approve(later), ChangeRefusal.CHANGE_STALE);
    }

    @Test
    void takesOnlyValuesThatTheProgramCarriesOut() {
        var from = LocalDate.of(2027, 3, 1);
        for (var wrong : new String[] {"0", "sáu mươi", "-1", "", "1000000000000000"}) {
            assertRefused(
                    () -> ask(rule("ADJUSTMENT_REQUEST_DAYS", wrong, from)), ProgrammeRefusal.RULE_VALUE_UNREADABLE);
        }
        assertRefused(() -> ask(rule("DUE_DATE_RULE", "AFTER", from)), ProgrammeRefusal.RULE_VALUE_UNREADABLE);
        assertRefused(
                () -> ask(rule("COLLECTION_ORDER_IN_TERM", "INTEREST_MONTH;INTEREST_MONTH", from)),
                ProgrammeRefusal.RULE_VALUE_UNREADABLE);
        assertRefused(
                () -> ask(rule("ENTRUSTMENT_FEE_SHARES", "3:80;2:100", from)), ProgrammeRefusal.RULE_VALUE_UNREADABLE);
        assertRefused(() -> ask(rule("GROUP_SELECTION_QUORUM", "3/2", from)), ProgrammeRefusal.RULE_VALUE_UNREADABLE);
        assertRefused(() -> ask(rule("NO_SUCH_RULE", "1", from)), ProgrammeRefusal.UNKNOWN_RULE);
        approve(ask(rule("DUE_DATE_RULE", "STRICTLY_BEFORE", from)));
        approve(ask(rule("ENTRUSTMENT_FEE_SHARES", "2:100;3:70", from)));
    }

    @Test
    void isForTheHeadOfficeAlone() {
        var ofAnOffice = new Actor(7, 7, "kt", "Kế toán", Role.ACCOUNTANT, 0, Scope.of(1, 2));

        assertRefused(
                () -> request.run(ofAnOffice, rule("GROUP_MEMBERS_MAX", "54", LocalDate.of(2027, 6, 1))),
                ChangeRefusal.COUNTRY_ONLY);
    }

    @Test
    void addsARateWithItsRunningSumsAndWritesNoLoan() {
        var from = LocalDate.of(2027, 1, 1);
        long movements = count("select count(*) from loan.movement");
        long id = ask(rate("CANNGHEO", "7", from));
        assertThat(rate(from)).isEqualTo(AnnualRate.ofPercent("7.488"));

        approve(id);

        assertThat(rate(from.minusDays(1))).isEqualTo(AnnualRate.ofPercent("7.488"));
        assertThat(rate(from)).isEqualTo(AnnualRate.ofPercent("7"));
        assertThat(count(index("2027-02-01") + " - " + index("2027-01-01"))).isEqualTo(31 * 7_000_000L);
        assertThat(count(index("2027-01-01") + " - " + index("2026-12-31"))).isEqualTo(7_488_000L);
        assertThat(count("select count(*) from loan.movement")).isEqualTo(movements);
        assertRefused(() -> ask(rate("CANNGHEO", "6", from)), ProgrammeRefusal.RATE_NOT_LAST);
        ask(rate("CANNGHEO", "6", from.plusDays(1)));
    }

    @Test
    void closesARequestThatATurnOfTheDayMakesRetroactive() {
        long id = ask(rate("NUOCSACH", "8", OPEN));
        owner.sql("update organisation.business_day set day = day + 1").update();

        assertRefused(() -> approve(id), ChangeRefusal.CHANGE_STALE);

        assertThat(count("select count(*) from shared.change_request where state = 'STALE' and id = " + id))
                .isEqualTo(1);
        owner.sql("alter table organisation.business_day disable trigger user").update();
        owner.sql("update organisation.business_day set day = day - 1").update();
        owner.sql("alter table organisation.business_day enable trigger user").update();
    }

    @Test
    void refusesAnOverdueRateBelowTheRateInTerm() {
        var from = LocalDate.of(2027, 5, 1);
        var same = Facts.none()
                .date("from", from)
                .rate("in-term", AnnualRate.ofPercent("5"))
                .rate("overdue", AnnualRate.ofPercent("5"));
        var below = Facts.none()
                .date("from", from)
                .rate("in-term", AnnualRate.ofPercent("5"))
                .rate("overdue", new AnnualRate(4_999_999));

        assertRefused(() -> ask(proposal("programme.rate", "HSSV", below)), ProgrammeRefusal.OVERDUE_BELOW_IN_TERM);
        ask(proposal("programme.rate", "HSSV", same));
    }

    @Test
    void previewsLoansHouseholdsAndInterestOfAMonth() {
        var wanted = rate("CANNGHEO", "7.488", LocalDate.of(2028, 1, 1)).wanted();
        var seen = transactions.read(MANAGER, () -> rates.preview(MANAGER, "CANNGHEO", wanted));
        var elsewhere = new Actor(8, 8, "x", "X", Role.MANAGER, 0, Scope.NONE);
        var unseen = transactions.read(elsewhere, () -> rates.preview(elsewhere, "CANNGHEO", wanted));

        assertThat(seen.countOf("loans")).isEqualTo(5);
        assertThat(seen.countOf("households")).isEqualTo(5);
        assertThat(seen.dongOf("principal")).isEqualTo(new Dong(500_000_000));
        // 500 000 000 × 30 × 7.488 % / 365 = 3 077 260.27…
        assertThat(seen.dongOf("month-after")).isEqualTo(new Dong(3_077_260));
        assertThat(unseen.countOf("loans")).isZero();
    }

    @Test
    void warnsOfABrokenRelationWithItsArithmeticAndDoesNotRefuse() {
        var from = LocalDate.of(2029, 1, 1);
        assertThat(cautions("CANNGHEO", "7.488", from)).isEmpty();
        assertThat(cautions("CANNGHEO", "7.5", from))
                .singleElement()
                .asString()
                .contains("6,24 %/năm × 120% = 7,488 %/năm", "đề nghị là 7,50 %/năm");
        assertThat(cautions("THOATNGHEO", "8", from)).singleElement().asString().contains("× 125% = 7,80 %/năm");
        assertThat(cautions("GQVL-2026", "8", from)).singleElement().asString().contains("× 127% = 7,9248 %/năm");
        assertThat(cautions("XKLD-UUTIEN-2026", "6", from))
                .singleElement()
                .asString()
                .contains("× 100% = 6,24 %/năm");
        assertThat(cautions("GQVL", "8", from))
                .as("before 2026 no relation held")
                .isEmpty();
        assertThat(cautions("HONGHEO", "6", from))
                .hasSize(6)
                .anyMatch(each -> each.contains("6,00 %/năm × 120% = 7,20 %/năm"));
        approve(ask(rate("THOATNGHEO", "8", from)));
    }

    @Test
    void warnsOfAnOverdueRateThatIsNotOneHundredAndThirtyPercent() {
        var wanted = Facts.none()
                .date("from", LocalDate.of(2029, 1, 1))
                .rate("in-term", AnnualRate.ofPercent("8.4"))
                .rate("overdue", AnnualRate.ofPercent("10"));

        assertThat(rates.cautions(Language.VI, "NUOCSACH", wanted))
                .singleElement()
                .asString()
                .contains("8,40 %/năm × 130% = 10,92 %/năm", "10,00 %/năm");
    }

    private List<String> cautions(String series, String percent, LocalDate from) {
        return rates.cautions(Language.VI, series, rate(series, percent, from).wanted());
    }

    private long ask(Proposal proposal) {
        return request.run(ACCOUNTANT, proposal);
    }

    private void approve(long id) {
        decide.approve(MANAGER, UUID.randomUUID(), id);
    }

    private static Proposal rule(String code, String value, LocalDate from) {
        return proposal(
                "programme.parameter", code, Facts.none().text("value", value).date("from", from));
    }

    private static Proposal rate(String series, String percent, LocalDate from) {
        var inTerm = AnnualRate.ofPercent(percent);
        return proposal(
                "programme.rate",
                series,
                Facts.none().date("from", from).rate("in-term", inTerm).rate("overdue", inTerm.times(1300)));
    }

    private static Proposal proposal(String kind, String subject, Facts wanted) {
        return new Proposal(
                UUID.randomUUID(), kind, subject, wanted, new Basis("theo quyết định", "QD-2553-2025", null));
    }

    private long members(LocalDate day) {
        return programmes.current().parameters().whole(ParameterCode.GROUP_MEMBERS_MAX, day);
    }

    private AnnualRate rate(LocalDate day) {
        return programmes.current().rates().series("CANNGHEO").rate(Part.IN_TERM, day);
    }

    private static String index(String day) {
        return "(select programme.in_term_index(2, '" + day + "'))";
    }

    private long count(String sql) {
        return owner.sql(sql.startsWith("select") ? sql : "select " + sql)
                .query(Long.class)
                .single();
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
