package org.dongvon.ledger;

/** Chart of accounts; the constant is the code stored in {@code ledger.account}. */
public enum Account {
    /** Cash at transaction sessions, in the tellers' boxes. */
    CASH,
    /** Cash in the office's vault. */
    VAULT,
    /** Balances and transfers of funds. */
    BANK,
    /** Principal in term. */
    LOAN_IN_TERM,
    /** Principal past its due date and not paid. */
    LOAN_OVERDUE,
    /** Principal that bears no interest by decision. */
    LOAN_FROZEN,
    /** Members' demand deposits (105). */
    MEMBER_DEPOSIT,
    /** Lending capital, by the contract it came by. */
    POLICY_CAPITAL,
    /** Capital received by its contract that no office may lend yet. */
    UNGRANTED_CAPITAL,
    /** Interest, recognised when collected. */
    INTEREST_INCOME,
    /** What bears the loss of loans written off, where their capital does not. */
    RISK_FUND,
    /** Collected of loans that were written off. */
    RECOVERED_DEBT,
    /** Principal written off, still claimed; outside of the balance sheet. */
    LOAN_WRITTEN_OFF,
    /** The other side of it. */
    WRITTEN_OFF_CONTRA,
    /** Fee of the associations for what they look after (phí ủy thác). */
    ENTRUSTMENT_FEE,
    /** Commission of the groups (hoa hồng). */
    COMMISSION,
    /** Fee and commission that are approved and not yet paid. */
    FEE_PAYABLE,
    /** Cash found above the book. */
    CASH_SURPLUS,
    /** Cash found missing, to be settled. */
    CASH_SHORTAGE
}
