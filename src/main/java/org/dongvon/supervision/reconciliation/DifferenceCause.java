package org.dongvon.supervision.reconciliation;

/** Why a member says otherwise than the books (handbook 8.4); its name for people is the message {@code differenceCause.<CONSTANT>}. */
public enum DifferenceCause {
    /** Somebody else has the money of the loan (vay ké). */
    BORROWED_FOR_OTHERS,
    /** The head of the group keeps money of the member (chiếm dụng). */
    MISAPPROPRIATED,
    /** Somebody of the bank or the association keeps it (xâm tiêu). */
    EMBEZZLED,
    /** Taken from the member, not handed in yet (thu không nộp). */
    NOT_PAID_IN,
    /** Whoever is named did not borrow, or was not entitled (vay sai đối tượng). */
    WRONG_BORROWER,
    /** Loan book or receipts are lost or not kept (thiếu hồ sơ). */
    PAPERS_MISSING,
    /** The bank booked it wrongly. */
    BOOKED_WRONGLY,
    /** The member remembered it wrongly. */
    MEMBER_MISTAKEN
}
