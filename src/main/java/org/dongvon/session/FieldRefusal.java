package org.dongvon.session;

import org.dongvon.shared.Refusal;

/** Why something of a field device was declined, or lies on the desk; the first that applies is reported. */
public enum FieldRefusal implements Refusal {
    FIELD_DEVICE_UNKNOWN(Kind.MISSING),
    FIELD_DEVICE_NOT_YOURS(Kind.FORBIDDEN),
    FIELD_DEVICE_REVOKED(Kind.FORBIDDEN),
    FIELD_DEVICE_KNOWN(Kind.RULE),
    FIELD_KEY_UNREADABLE(Kind.INPUT),
    FIELD_NAME_MISSING(Kind.INPUT),
    FIELD_REVOCATION_NOT_YOURS(Kind.FORBIDDEN),
    FIELD_NOT_CHECKED_OUT(Kind.RULE),
    FIELD_CHECKOUT_ENDED(Kind.RULE),
    FIELD_UPLOAD_TOO_LARGE(Kind.INPUT),
    FIELD_UPLOAD_CUT(Kind.INPUT),
    FIELD_UPLOAD_ELSEWHERE(Kind.RULE),
    FIELD_UPLOAD_UNREADABLE(Kind.INPUT),
    FIELD_SIGNATURE_WRONG(Kind.INPUT),
    FIELD_EVENT_CHANGED(Kind.RULE),
    FIELD_NUMBER_TAKEN(Kind.RULE),
    FIELD_CHAIN_BROKEN(Kind.RULE),
    FIELD_AFTER_HAND_IN(Kind.RULE),
    FIELD_SECOND_DEVICE(Kind.RULE),
    FIELD_LINE_TWICE(Kind.RULE),
    FIELD_PAID_OUT_OTHERWISE(Kind.RULE),
    FIELD_TOTALS_DIFFER(Kind.RULE),
    FIELD_NOT_HANDED_IN(Kind.RULE),
    FIELD_CONFLICTS_OPEN(Kind.RULE),
    FIELD_CONFLICT_UNKNOWN(Kind.MISSING),
    FIELD_CONFLICT_SETTLED(Kind.RULE),
    FIELD_SETTLED_TOO_MUCH(Kind.INPUT),
    FIELD_REST_NOT_NAMED(Kind.INPUT),
    FIELD_ONLY_NOTHING(Kind.RULE);

    private final Kind kind;

    FieldRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "session";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
