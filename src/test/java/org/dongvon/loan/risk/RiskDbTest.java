package org.dongvon.loan.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.WrittenOffDebt.Claimed;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Verification;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.ChangeRefusal;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A debt at risk on its way to a decision, each rule on both sides of its line; docs/domain/risk.md. */
@PostgresTest
class RiskDbTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);

    private static int villages;

    private final ApplicationContext beans;
    private final OwnerDb owner;
    private final WriteDossier write;
    private final AddEvidence evidence;
    private final RecordMinutes minutes;
    private final MoveDossier move;

    private Village village;
    private Village.GroupOfLoans group;
    private Actor officer;
    private Actor commune;
    private Actor colleague;
    private Actor accountant;

    RiskDbTest(
            ApplicationContext beans,
            OwnerDb owner,
            WriteDossier write,
            AddEvidence evidence,
            RecordMinutes minutes,
            MoveDossier move) {
        this.beans = beans;
        this.owner = owner;
        this.write = write;
        this.evidence = evidence;
        this.minutes = minutes;
        this.move = move;
    }

    /** Each test in a village of its own, with two loans and a round of its own number. */
    @BeforeEach
    void people() {
        villages++;
        village = Village.in(beans, "RISK" + villages, TODAY, 18);
        var day = VillageDay.open(beans, village);
        group = day.lend(1, 2, "HONGHEO", 30_000_000);
        day.end();
        officer = as(Role.CREDIT_OFFICER, 91);
        colleague = as(Role.CREDIT_OFFICER, 92);
        commune = as(Role.COMMUNE_OFFICIAL, 93);
        accountant = as(Role.ACCOUNTANT, 94);
        owner.sql("""
                        insert into loan.risk_round (code, year, number, closes_on, risk_fund)
                        values ('2026-1', 2026, 1, '2026-03-18', 40000000) on conflict do nothing
                        """).update();
    }

    private Actor as(Role role, int number) {
        long id = village.office * 10 + number;
        return new Actor(
                id,
                id,
                role.name().toLowerCase(Locale.ROOT) + number,
                "Người " + number,
                role,
                village.office,
                Scope.of(village.direct, village.point));
    }

    @Test
    void fromTheRequestToTheFrozenLoan() {
        var code = listed(0, Measure.FREEZE, 36);
        refused(RiskRefusal.RISK_LIST_EMPTY, () -> decide("WRITE_OFF", "BOARD"));
        refused(RiskRefusal.RISK_WRONG_DECIDER, () -> decide("FREEZE", "PEOPLE"));
        refused(RiskRefusal.RISK_DECISION_OUT_OF_FORCE, () -> decide("FREEZE", "LATER"));
        refused(ChangeRefusal.CHANGE_NEEDS_DOCUMENT, () -> ask("FREEZE", "BOARD", null));
        long request = decide("FREEZE", "BOARD");
        beans.getBean(DecideChange.class).approve(village.director, UUID.randomUUID(), request);

        assertThat(step(code)).isEqualTo("DECIDED");
        assertThat(owner.sql("select part || ' ' || principal from loan.part where loan_id = :loan and principal > 0")
                        .param("loan", group.loans().getFirst())
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("FROZEN 30000000");
        assertThat(owner.sql("select until_date || ' ' || document from loan.freeze where loan_id = :loan")
                        .param("loan", group.loans().getFirst())
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("2029-03-18 RISK-BOARD");
        refused(RiskRefusal.RISK_FREEZE_RUNS, () -> draft(0, Measure.FREEZE, 12));
        assertHolds();
    }

    @Test
    void aDossierGoesOnWithMinutesAndEvidenceThatHolds() {
        var code = draft(0, Measure.FREEZE, 36);
        refused(RiskRefusal.RISK_OPEN_ALREADY, () -> draft(0, Measure.FREEZE, 36));
        refused(RiskRefusal.RISK_NEEDS_MINUTES, () -> move(officer, code, Move.SUBMIT));
        record(code, 7);
        refused(RiskRefusal.RISK_TOO_MANY_PARTICIPANTS, () -> record(code, 8));
        refused(RiskRefusal.RISK_NEEDS_EVIDENCE, () -> move(officer, code, Move.SUBMIT));
        refused(RiskRefusal.RISK_EVIDENCE_OUT_OF_DATE, () -> paper(code, TODAY.minusDays(9), TODAY.minusDays(1)));
        refused(RiskRefusal.RISK_EVIDENCE_NOT_YET, () -> paper(code, TODAY.plusDays(1), null));
        paper(code, TODAY.minusDays(9), TODAY);
        move(officer, code, Move.SUBMIT);

        refused(RiskRefusal.RISK_NOT_BEING_WRITTEN, () -> paper(code, TODAY.minusDays(9), null));
        refused(SharedRefusal.ROLE_MAY_NOT, () -> move(officer, code, Move.CONFIRM));
        refused(RiskRefusal.RISK_ELSEWHERE, () -> move(officer, code, Move.CHECK));
        VillageDay.close(beans, village, TODAY);
        refused(RiskRefusal.RISK_NEEDS_EVIDENCE, () -> move(commune, code, Move.CONFIRM));
    }

    @Test
    void threePeopleHandleIt() {
        var code = ready(0, Measure.FREEZE, 36);
        move(officer, code, Move.SUBMIT);
        var sameHuman = new Actor(
                7,
                officer.personId(),
                "khac",
                "Người khác",
                Role.COMMUNE_OFFICIAL,
                village.office,
                Scope.of(village.point));
        refused(RiskRefusal.RISK_SAME_PERSON, () -> move(sameHuman, code, Move.CONFIRM));
        move(commune, code, Move.CONFIRM);
        refused(RiskRefusal.RISK_SAME_PERSON, () -> move(officer, code, Move.CHECK));
        refused(RiskRefusal.RISK_NEEDS_REASON, () -> move(colleague, code, Move.RETURN, "", "ít"));
        move(colleague, code, Move.RETURN, "", "Thiếu giấy xác nhận của bệnh viện");
        move(officer, code, Move.RESUBMIT);
        // The commune answers again: that is the same hand, not another.
        move(commune, code, Move.CONFIRM);
        move(colleague, code, Move.CHECK);
        refused(RiskRefusal.UNKNOWN_RISK_ROUND, () -> move(village.director, code, Move.LIST, "2031-1", null));
        move(village.director, code, Move.LIST, "2026-1", null);

        assertThat(step(code)).isEqualTo("LISTED");
        move(village.director, code, Move.RETURN, "", "Hội đồng cần thêm hồ sơ");
        assertThat(owner.sql("select coalesce(round, 'none') from loan.risk_dossier where code = :code")
                        .param("code", code)
                        .query(String.class)
                        .single())
                .isEqualTo("none");
    }

    @Test
    void aRoundTakesNothingAfterItsLastDay() {
        var code = ready(0, Measure.FREEZE, 36);
        move(officer, code, Move.SUBMIT);
        move(commune, code, Move.CONFIRM);
        move(colleague, code, Move.CHECK);
        VillageDay.close(beans, village, TODAY);
        refused(RiskRefusal.RISK_ROUND_OVER, () -> move(village.director, code, Move.LIST, "2026-1", null));
    }

    @Test
    void misusedLoansAreExcluded() {
        refused(
                RiskRefusal.RISK_LOAN_MISUSED,
                () -> new WriteDossier.Wish(UUID.randomUUID(), code(0), asked(Measure.FREEZE, 12), words(), false));
        refused(
                RiskRefusal.RISK_INCOMPLETE,
                () -> new WriteDossier.Wish(UUID.randomUUID(), code(0), asked(Measure.FREEZE, 0), words(), true));
    }

    @Test
    void beyondTheRiskFundThePrimeMinisterDecides() {
        bankrupt(0);
        beans.getBean(DecideChange.class).approve(village.director, UUID.randomUUID(), decide("WRITE_OFF", "BOARD"));
        bankrupt(1);
        // 30 of 40 million are used: 30 more are too much for the board.
        refused(RiskRefusal.RISK_ABOVE_FUND, () -> decide("WRITE_OFF", "BOARD"));
        beans.getBean(DecideChange.class).approve(village.director, UUID.randomUUID(), decide("WRITE_OFF", "PM"));

        assertThat(owner.sql("select stage from loan.loan where id = any (:loans)")
                        .param("loans", group.loans().toArray(Long[]::new))
                        .query(String.class)
                        .list())
                .containsOnly("WRITTEN_OFF");
        long recovery = beans.getBean(RequestChange.class)
                .run(
                        accountant,
                        new RequestChange.Proposal(
                                UUID.randomUUID(),
                                RecoveryChange.NAME,
                                code(0),
                                RecoveryChange.received(new Claimed(new Dong(1_000_000), Dong.ZERO)),
                                new Basis("Người thừa kế chuyển khoản", null, null)));
        beans.getBean(DecideChange.class).approve(village.director, UUID.randomUUID(), recovery);
        assertThat(owner.sql("select principal from loan.part where loan_id = :loan and part = 'WRITTEN_OFF'")
                        .param("loan", group.loans().getFirst())
                        .query(Long.class)
                        .single())
                .isEqualTo(29_000_000);
        assertHolds();
    }

    @Test
    void ofEntrustedMoneyThePeoplesCommitteeDecides() {
        owner.sql("update capital.contract set source = 'PROVINCE' where code = :code")
                .param("code", "TW-RISK" + villages)
                .update();
        listed(0, Measure.FREEZE, 36);
        refused(RiskRefusal.RISK_WRONG_DECIDER, () -> decide("FREEZE", "BOARD"));
        beans.getBean(DecideChange.class).approve(village.director, UUID.randomUUID(), decide("FREEZE", "PEOPLE"));
        assertHolds();
    }

    @Test
    void aListThatChangedMeanwhileIsLookedAtAgain() {
        listed(0, Measure.FREEZE, 36);
        long request = decide("FREEZE", "BOARD");
        listed(1, Measure.FREEZE, 36);

        refused(
                ChangeRefusal.CHANGE_STALE,
                () -> beans.getBean(DecideChange.class).approve(village.director, UUID.randomUUID(), request));
    }

    private void bankrupt(int loan) {
        var asked = new RiskRules.Asked(
                Cause.BANKRUPTCY, new Loss(new Dong(50_000_000), new Dong(60_000_000)), Measure.WRITE_OFF, 0);
        var code = write.run(officer, new WriteDossier.Wish(UUID.randomUUID(), code(loan), asked, words(), true));
        list(complete(code));
    }

    private String listed(int loan, Measure measure, int months) {
        return list(ready(loan, measure, months));
    }

    private String list(String code) {
        move(officer, code, Move.SUBMIT);
        move(commune, code, Move.CONFIRM);
        move(colleague, code, Move.CHECK);
        move(village.director, code, Move.LIST, "2026-1", null);
        return code;
    }

    private String ready(int loan, Measure measure, int months) {
        return complete(draft(loan, measure, months));
    }

    private String complete(String code) {
        record(code, 3);
        paper(code, TODAY.minusDays(9), null);
        return code;
    }

    private String draft(int loan, Measure measure, int months) {
        return write.run(
                officer, new WriteDossier.Wish(UUID.randomUUID(), code(loan), asked(measure, months), words(), true));
    }

    private static RiskRules.Asked asked(Measure measure, int months) {
        return new RiskRules.Asked(
                Cause.DISASTER, new Loss(new Dong(24_000_000), new Dong(60_000_000)), measure, months);
    }

    private static WriteDossier.Words words() {
        return new WriteDossier.Words("Làm thuê 3 triệu đồng một tháng", "Nuôi lại đàn bò sau dịch");
    }

    private void paper(String code, LocalDate issued, @Nullable LocalDate until) {
        var paper = new AddEvidence.Paper(EvidenceKind.DISASTER_DECISION, "12/QĐ-UBND", issued, "UBND huyện", until);
        evidence.run(officer, new AddEvidence.Wish(UUID.randomUUID(), code, paper));
    }

    private void record(String code, int participants) {
        var people = new ArrayList<RecordMinutes.Participant>();
        for (int i = 0; i < participants; i++) {
            people.add(new RecordMinutes.Participant(Capacity.BANK, "Người " + i));
        }
        minutes.run(
                officer,
                new RecordMinutes.Wish(
                        UUID.randomUUID(), code, TODAY, "Đàn bò chết 8 con", "Đề nghị khoanh nợ", people));
    }

    private void move(Actor actor, String code, Move move) {
        move(actor, code, move, "", null);
    }

    private void move(Actor actor, String code, Move move, String round, @Nullable String reason) {
        this.move.run(actor, new MoveDossier.Wish(UUID.randomUUID(), code, move, round, reason));
    }

    /** Asks for the decision of the village's list by a document of that issuer. */
    private long decide(String list, String by) {
        return ask(list, by, "RISK-" + by);
    }

    private long ask(String list, String by, @Nullable String basis) {
        owner.sql("""
                        insert into document.document (code, number, issued_on, issuer, place, kind, title_vi, title_en, mark, source)
                        select 'RISK-' || v.code, 'RISK-' || v.code, v.day::date, v.issuer, '', 'DECISION', 'Xử lý nợ', 'Debts at risk', 'FOUND', ''
                          from (values ('BOARD', '2026-03-18', 'BANK_BOARD'), ('LATER', '2026-03-19', 'BANK_BOARD'),
                                       ('PM', '2026-03-18', 'PRIME_MINISTER'), ('PEOPLE', '2026-03-18', 'PEOPLES_COMMITTEE')) v (code, day, issuer)
                            on conflict do nothing
                        """).update();
        var subject = "2026-1:RISK%d:%s:TW-RISK%d".formatted(villages, list, villages);
        return beans.getBean(RequestChange.class)
                .run(
                        accountant,
                        new RequestChange.Proposal(
                                UUID.randomUUID(),
                                DecisionChange.NAME,
                                subject,
                                Facts.none().text("decision", "RISK-" + by),
                                new Basis("Theo quyết định của cấp có thẩm quyền", basis, null)));
    }

    private String code(int loan) {
        return "RISK" + villages + "-1-" + loan;
    }

    private String step(String code) {
        return owner.sql("select step from loan.risk_dossier where code = :code")
                .param("code", code)
                .query(String.class)
                .single();
    }

    private void assertHolds() {
        var broken = new ArrayList<String>();
        beans.getBean(Verification.class)
                .run(Actor.SYSTEM, checked -> checked.breach().ifPresent(broken::add));
        assertThat(broken).isEmpty();
    }

    private static void refused(Refusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
