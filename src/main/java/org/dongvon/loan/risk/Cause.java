package org.dongvon.loan.risk;

/** Why a debt is at risk without the borrower's fault (nguyên nhân khách quan); which of them count is a rule of the day. */
public enum Cause {
    /** Natural disaster, fire, epidemic, harvest failure. */
    DISASTER,
    /** The State's policy changed. */
    POLICY,
    /** Mental or critical illness, lost capacity, disability of 81 % or more. */
    ILLNESS,
    /** Dead, or declared missing. */
    DEATH,
    /** Work abroad that ended without the worker's fault. */
    OVERSEAS_WORK,
    /** Bankrupt, dissolved. */
    BANKRUPTCY
}
