package org.dongvon.loan.risk;

/** Papers that prove a cause. */
public enum EvidenceKind {
    DEATH_CERTIFICATE,
    MISSING_DECLARATION,
    HOSPITAL_PAPER,
    DISABILITY_CERTIFICATE,
    DISASTER_DECISION,
    POLICY_DOCUMENT,
    EMPLOYER_PAPER,
    BANKRUPTCY_RULING,
    OTHER
}
