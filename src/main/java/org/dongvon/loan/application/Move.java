package org.dongvon.loan.application;

import org.dongvon.shared.Role;

/** The map of an application's steps: which move leads from where to where, and whose it is. */
public enum Move {
    SUBMIT(Step.AT_GROUP, Role.GROUP_HEAD, false),
    WITHDRAW(Step.WITHDRAWN, Role.GROUP_HEAD, true),
    /** By the vote of a meeting alone. */
    ACCEPT(Step.ACCEPTED, Role.GROUP_HEAD, false),
    /** By the vote of a meeting alone. */
    REJECT(Step.REJECTED, Role.GROUP_HEAD, false),
    SEND(Step.AT_COMMUNE, Role.ASSOCIATION_STAFF, false),
    CONFIRM(Step.CONFIRMED, Role.COMMUNE_OFFICIAL, false),
    REFUSE(Step.REFUSED, Role.COMMUNE_OFFICIAL, true);

    private final Step to;
    private final Role role;
    private final boolean needsReason;

    Move(Step to, Role role, boolean needsReason) {
        this.to = to;
        this.role = role;
        this.needsReason = needsReason;
    }

    boolean leadsFrom(Step step) {
        return switch (this) {
            case SUBMIT -> step == Step.DRAFT;
            case WITHDRAW -> step == Step.DRAFT || step == Step.AT_GROUP || step == Step.ACCEPTED;
            case ACCEPT, REJECT -> step == Step.AT_GROUP;
            case SEND -> step == Step.ACCEPTED;
            case CONFIRM, REFUSE -> step == Step.AT_COMMUNE;
        };
    }

    Step to() {
        return to;
    }

    Role role() {
        return role;
    }

    boolean needsReason() {
        return needsReason;
    }

    boolean isOfMeeting() {
        return this == ACCEPT || this == REJECT;
    }

    boolean isOfCommune() {
        return role == Role.COMMUNE_OFFICIAL;
    }
}
