package org.dongvon.loan.risk;

import org.dongvon.shared.Refusal;

/** Why something about a debt at risk was declined. */
public enum RiskRefusal implements Refusal {
    UNKNOWN_RISK_DOSSIER(Kind.MISSING),
    UNKNOWN_RISK_ROUND(Kind.MISSING),
    RISK_INCOMPLETE(Kind.INPUT),
    RISK_DAMAGE_ABOVE_PROJECT(Kind.INPUT),
    RISK_CAUSE_NOT_LISTED(Kind.RULE),
    RISK_LOSS_TOO_SMALL(Kind.RULE),
    RISK_FREEZE_TOO_LONG(Kind.RULE),
    RISK_NOT_FROZEN_BEFORE(Kind.RULE),
    RISK_FREEZE_RUNS(Kind.RULE),
    RISK_FURTHER_FREEZE_WAITS(Kind.RULE),
    RISK_LOAN_MISUSED(Kind.RULE),
    RISK_OPEN_ALREADY(Kind.RULE),
    RISK_EVIDENCE_OUT_OF_DATE(Kind.RULE),
    RISK_EVIDENCE_NOT_YET(Kind.INPUT),
    RISK_NEEDS_EVIDENCE(Kind.RULE),
    RISK_NEEDS_MINUTES(Kind.RULE),
    RISK_TOO_MANY_PARTICIPANTS(Kind.INPUT),
    RISK_NOT_BEING_WRITTEN(Kind.RULE),
    RISK_ELSEWHERE(Kind.RULE),
    RISK_NEEDS_REASON(Kind.INPUT),
    RISK_SAME_PERSON(Kind.RULE),
    RISK_ROUND_OVER(Kind.RULE),
    RISK_ROUND_EXISTS(Kind.RULE),
    RISK_ROUND_UNREADABLE(Kind.INPUT),
    RISK_LIST_EMPTY(Kind.RULE),
    RISK_WRONG_DECIDER(Kind.RULE),
    RISK_DECISION_OUT_OF_FORCE(Kind.RULE),
    RISK_ABOVE_FUND(Kind.RULE);

    private final Kind kind;

    RiskRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "loan";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
