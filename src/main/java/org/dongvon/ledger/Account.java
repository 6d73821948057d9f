package org.dongvon.ledger;

/**
 * The accounts of the chart that the program itself books to; the constant is the code stored in {@code ledger.account}. The
 * chart has others, which people add.
 */
public enum Account {
    /** Cash at transaction sessions, in the tellers' boxes. */
    CASH,
    /** Cash in the office's vault. */
    VAULT,
    /** Cash that was given and is not taken yet. */
    CASH_ON_THE_WAY,
    /** Balances and transfers of funds. */
    BANK,
    /** What an office has from the others, and they from it: nil across the country. */
    BETWEEN_OFFICES,
    /** Income less expense of the years carried over. */
    RESULT,
    /** Principal in term. */
    LOAN_IN_TERM,
    /** Principal past its due date and not paid. */
    LOAN_OVERDUE,
    /** Principal that bears no interest by decision. */
    LOAN_FROZEN,
    /** Members' demand deposits (105). */
    MEMBER_DEPOSIT,
    /** Term deposits of residents. */
    TERM_DEPOSIT,
    /** Deposits of members that nobody claims. */
    UNCLAIMED_DEPOSIT,
    /** Interest credited to deposits. */
    DEPOSIT_INTEREST,
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
    /** Interest that contracts of capital give away. */
    INTEREST_SHARED,
    /** Provision against the risk of entrusted capital, out of its interest. */
    LOCAL_PROVISION,
    /** What contracts of capital pay the bank for managing their money. */
    MANAGEMENT_FEE,
    /** Gifts that are not capital of a contract yet. */
    DONATIONS,
    /** Interest subsidy claimed from the State and not decided yet; outside of the balance sheet. */
    SUBSIDY_CLAIMED,
    /** Interest subsidy that the State accepted and owes. */
    SUBSIDY_RECEIVABLE,
    /** Interest subsidy, recognised when accepted. */
    SUBSIDY_INCOME,
    /** Management fee claimed from the State and not decided yet; outside of the balance sheet. */
    STATE_FEE_CLAIMED,
    /** Management fee that the State accepted and owes. */
    STATE_FEE_RECEIVABLE,
    /** Management fee of the State, recognised when accepted. */
    STATE_FEE_INCOME,
    /** The other side of claims that are not decided. */
    STATE_CLAIMS_CONTRA,
    /** What boards and bodies that manage capital are due. */
    BOARDS_PAYABLE,
    /** Fee and commission that are approved and not yet paid. */
    FEE_PAYABLE,
    /** What came in by transfer, before it is known what it is for. */
    RECEIVED_BY_TRANSFER,
    /** Cash found above the book. */
    CASH_SURPLUS,
    /** Cash found missing, to be settled. */
    CASH_SHORTAGE
}
