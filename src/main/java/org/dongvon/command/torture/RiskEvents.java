package org.dongvon.command.torture;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.WrittenOffDebt;
import org.dongvon.loan.WrittenOffDebt.Claimed;
import org.dongvon.loan.risk.AddEvidence;
import org.dongvon.loan.risk.Capacity;
import org.dongvon.loan.risk.Cause;
import org.dongvon.loan.risk.DecisionChange;
import org.dongvon.loan.risk.EvidenceKind;
import org.dongvon.loan.risk.Loss;
import org.dongvon.loan.risk.Measure;
import org.dongvon.loan.risk.Move;
import org.dongvon.loan.risk.MoveDossier;
import org.dongvon.loan.risk.RecordMinutes;
import org.dongvon.loan.risk.RecoveryChange;
import org.dongvon.loan.risk.RiskRules.Asked;
import org.dongvon.loan.risk.RoundChange;
import org.dongvon.loan.risk.Step;
import org.dongvon.loan.risk.WriteDossier;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Facts;

/** Debts at risk: a dossier from the request to the decision, by each of its people, and what comes in after a write-off. */
final class RiskEvents {

    private static final String DECISION = "QD-131-2002";
    private static final Dong PROJECT = new Dong(100_000_000);
    private static final Dong FUND = new Dong(900_000_000_000L);
    private static final int LONGEST = 36;
    private static final String STEP = """
            select step from loan.risk_dossier where code = :code
            """;

    private final Hand hand;
    private final Set<String> rounds = new HashSet<>();

    RiskEvents(Hand hand) {
        this.hand = hand;
    }

    private TortureOffice office() {
        return hand.office();
    }

    boolean freeze(Random random, UUID key) {
        return hand.loan(random, loan -> loan.outstanding() > 0 && !loan.freezeRuns())
                .map(loan -> {
                    int months = 1 + random.nextInt(LONGEST);
                    decide(key, loan, new Asked(Cause.DISASTER, lost(40), Measure.FREEZE, months));
                    loan.freeze(office().today(), months);
                    return true;
                })
                .orElse(false);
    }

    boolean freezeFurther(Random random, UUID key) {
        return hand.loan(random, loan -> loan.outstanding() > 0 && loan.frozenMonths() > 0)
                .map(loan -> {
                    int months = 1 + random.nextInt(loan.frozenMonths());
                    decide(key, loan, new Asked(Cause.DISASTER, lost(40), Measure.FURTHER_FREEZE, months));
                    loan.freeze(office().today(), months);
                    return true;
                })
                .orElse(false);
    }

    /** Bankrupt at once, or after a freeze that is over. */
    boolean writeOff(Random random, UUID key) {
        boolean atOnce = random.nextBoolean();
        return hand.loan(
                        random,
                        loan -> loan.outstanding() > 0 && (atOnce || (loan.frozenMonths() > 0 && !loan.freezeRuns())))
                .map(loan -> {
                    var cause = atOnce ? Cause.BANKRUPTCY : Cause.DISASTER;
                    decide(key, loan, new Asked(cause, lost(80), Measure.WRITE_OFF, 0));
                    loan.writeOff(office().today());
                    return true;
                })
                .orElse(false);
    }

    boolean recover(Random random, UUID key) {
        return hand.loan(random, OracleLoan::isWrittenOff)
                .map(loan -> {
                    var claimed = office().get(Transactions.class)
                            .read(
                                    Actor.SYSTEM,
                                    () -> office().get(WrittenOffDebt.class).claimed(loan.id()));
                    long principal = some(random, claimed.principal());
                    long interest = some(random, claimed.interest());
                    return principal + interest > 0 && recover(key, loan, principal, interest);
                })
                .orElse(false);
    }

    private static long some(Random random, Dong claimed) {
        return claimed.amount() / 4 * random.nextInt(5);
    }

    boolean recover(UUID key, OracleLoan loan, long principal, long interest) {
        var wanted = RecoveryChange.received(new Claimed(new Dong(principal), new Dong(interest)));
        hand.change(
                office().director, key, new Hand.Asked(office().accountant, RecoveryChange.NAME, loan.code(), wanted));
        loan.recover(principal, interest);
        return true;
    }

    static Loss lost(int percent) {
        return new Loss(new Dong(PROJECT.amount() / 100 * percent), PROJECT);
    }

    /** From the borrower's request to the posted decision; a dossier that is refused on its way is withdrawn. */
    void decide(UUID key, OracleLoan loan, Asked asked) {
        var code = write(key, loan, asked);
        var today = office().today();
        var round = round(key, today);
        try {
            move(office().officer, key, code, Move.SUBMIT, "");
            move(office().commune, key, code, Move.CONFIRM, "");
            move(office().colleague, key, code, Move.CHECK, "");
            move(office().director, key, code, Move.LIST, round);
            var subject = round + ":B1:" + asked.measure().list() + ":TW";
            var wanted = Facts.none().text("decision", DECISION);
            hand.change(
                    office().director,
                    Hand.named(key, "decision"),
                    new Hand.Asked(office().accountant, DecisionChange.NAME, subject, wanted));
        } catch (Refused refused) {
            takeOut(key, code);
            throw refused;
        }
    }

    private String write(UUID key, OracleLoan loan, Asked asked) {
        var words = new WriteDossier.Words("Làm thuê 3 triệu đồng một tháng", "Nuôi lại đàn bò sau dịch");
        var code = office().get(WriteDossier.class)
                .run(office().officer, new WriteDossier.Wish(key, loan.code(), asked, words, true));
        var today = office().today();
        var paper = new AddEvidence.Paper(EvidenceKind.DISASTER_DECISION, "12/QĐ-UBND", today, "UBND xã", null);
        office().get(AddEvidence.class)
                .run(office().officer, new AddEvidence.Wish(Hand.named(key, "paper"), code, paper));
        office().get(RecordMinutes.class)
                .run(
                        office().officer,
                        new RecordMinutes.Wish(
                                Hand.named(key, "minutes"),
                                code,
                                today,
                                "Đàn bò chết 8 con",
                                "Đề nghị xử lý",
                                List.of(new RecordMinutes.Participant(Capacity.COMMUNE, "Lò Văn Ba"))));
        return code;
    }

    private void move(Actor actor, UUID key, String code, Move move, String round) {
        office().get(MoveDossier.class)
                .run(actor, new MoveDossier.Wish(Hand.named(key, move.name()), code, move, round, null));
    }

    private void takeOut(UUID key, String code) {
        var step = Step.valueOf(
                office().owner.sql(STEP).param("code", code).query(String.class).single());
        if (step == Step.LISTED) {
            end(office().director, key, code, Move.REJECT);
            return;
        }
        if (step == Step.CONFIRMED || step == Step.CHECKED) {
            end(office().director, key, code, Move.RETURN);
        }
        end(office().officer, key, code, Move.WITHDRAW);
    }

    private void end(Actor actor, UUID key, String code, Move move) {
        office().get(MoveDossier.class)
                .run(actor, new MoveDossier.Wish(Hand.named(key, move.name()), code, move, "", "Không xử lý được"));
    }

    /** The year's round, opened by head office when it is not yet. */
    private String round(UUID key, LocalDate today) {
        var code = today.getYear() + "-1";
        if (rounds.add(code)) {
            var wanted = Facts.none()
                    .date("closes", LocalDate.of(today.getYear(), 12, 31))
                    .dong("fund", FUND);
            hand.change(
                    office().checker,
                    Hand.named(key, "round"),
                    new Hand.Asked(office().maker, RoundChange.NAME, code, wanted));
        }
        return code;
    }
}
