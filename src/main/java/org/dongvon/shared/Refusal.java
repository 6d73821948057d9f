package org.dongvon.shared;

/**
 * A named rule that says no. Each module has one enum of them, ordered by precedence: the first that applies is
 * reported. The sentence for people is the message {@code refusal.<module>.<NAME>} in both languages, and says what was
 * asked, which rule forbids it, and what to do next.
 */
public interface Refusal {

    /** The constant's name: the stable code of the outside contract. */
    String name();

    /** The module whose rule it is, the middle part of the message key. */
    String module();

    /** Whether the input itself cannot be understood (HTTP 422) or a rule forbids it (409). */
    default Kind kind() {
        return Kind.RULE;
    }

    /** How a refusal is answered over HTTP. */
    enum Kind {
        /** The input cannot be read: 422. */
        INPUT,
        /** A rule of the field forbids it: 409. */
        RULE,
        /** The thing does not exist, or not in the reader's scope: 404. */
        MISSING,
        /** The role may not do it: 403. */
        FORBIDDEN
    }

    /** The key of the sentence for people. */
    default String messageKey() {
        return "refusal." + module() + "." + name();
    }
}
