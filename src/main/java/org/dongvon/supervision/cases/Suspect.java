package org.dongvon.supervision.cases;

/** Who has the money, by what they are; its name for people is the message {@code lossSuspect.<CONSTANT>}. */
public enum Suspect {
    GROUP_HEAD,
    GROUP_MEMBER,
    ASSOCIATION,
    COMMUNE,
    BANK,
    OTHER
}
