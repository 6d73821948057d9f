package org.dongvon.savings.term;

/** What the customer chose for the day of maturity. */
public enum AtMaturity {
    /** Another term with the interest, at the rate of that day. */
    RENEW,
    /** Kept at the demand rate until it is paid out. */
    PAY
}
