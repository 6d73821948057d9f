package org.dongvon.programme;

/** The rules that are dated data. Their values, laws and notes are in {@code reference/parameters.csv}. */
public enum ParameterCode {
    DAY_COUNT,
    INTEREST_ROUNDING,
    OVERDUE_MULTIPLIER,
    /** From which day overdue principal bears its rate. */
    OVERDUE_RATE_FROM,
    /** How a contract date becomes a due date: a name of the engine's {@code DueRule}. */
    DUE_DATE_RULE,
    INSTALMENT_ROUNDING,
    /** What an unpaid instalment becomes, by the day of the contract: CARRIED or OVERDUE. */
    UNPAID_INSTALMENT,
    COLLECTION_ORDER_IN_TERM,
    COLLECTION_ORDER_OVERDUE,
    ADJUSTMENT_REQUEST_DAYS,
    EXTENSION_SHORT_TERM_MONTHS_MAX,
    EXTENSION_OF_TERM_PERCENT_MAX,
    /** How many more cycles a short-term loan may be kept for (cho vay lưu vụ), and for how long. */
    ROLLOVER_CYCLES_MAX,
    ROLLOVER_MONTHS_MAX,
    FIRST_USE_CHECK_DAYS,
    /** After how many days a loan whose use nobody has checked is named. */
    USE_CHECK_ALERT_DAYS,
    /** How long a borrower has to pay back what was recalled before it is moved to overdue. */
    MISUSE_RECALL_DAYS,
    /** Percent of the loans that are reconciled with their borrowers each year (15/TD). */
    RECONCILED_YEARLY_PERCENT,
    /** Percent of the loans that are reconciled at least in years without a classification by ability to repay. */
    RECONCILED_OTHER_YEARS_PERCENT,
    /** How long a difference found by a reconciliation may stay open, unless its deadline says otherwise. */
    DIFFERENCE_DAYS,
    INACTIVITY_MONTHS,
    /** Of how many months' interest more than that makes arrears high. */
    HIGH_ARREARS_MONTHS,
    /** How long before the due month its due list is ready. */
    DUE_LIST_AHEAD_DAYS,
    /** How long a difference of cash stays on the list. */
    CASH_DIFFERENCE_LISTED_DAYS,
    GROUP_MEMBERS_MIN,
    GROUP_MEMBERS_MAX,
    GROUP_SELECTION_QUORUM,
    /** Of those present at the choosing (bình xét), the share that votes in favour must exceed. */
    GROUP_SELECTION_MAJORITY,
    /** Percent of the poor-household rate that the law sets for others; a check of a new rate, never a formula. */
    NEAR_POOR_OF_POOR_RATE,
    NEWLY_ESCAPED_OF_POOR_RATE,
    JOBS_OF_POOR_RATE,
    PRIORITY_OF_POOR_RATE,
    NEWLY_ESCAPED_YEARS_MAX,
    DECISION_WORKING_DAYS,
    STUDENT_GRACE_MONTHS,
    /** Up to how many months a course is short, so that its loan is repaid in a multiple of its disbursement period. */
    STUDENT_SHORT_COURSE_MONTHS,
    STUDENT_SHORT_COURSE_TIMES,
    STUDENT_INTEREST_SPREAD,
    CASH_SHORTAGE_REPORT_AMOUNT,
    CASH_SHORTAGE_REPORT_HOURS,
    MEMBER_DEPOSIT_RATE,
    /** With which day of the month a period of interest on members' deposits ends; the last day where the month is shorter. */
    MEMBER_INTEREST_DAY,
    /** How many days ahead term deposits that mature are listed. */
    TERM_MATURITY_AHEAD_DAYS,
    /** After how many months without movement a deposit of a member may be moved to the unclaimed ones. */
    UNCLAIMED_AFTER_MONTHS,
    /** When members may draw their savings: NOTHING_DUE, ALL_REPAID or FREE. */
    MEMBER_WITHDRAWAL,
    ENTRUSTMENT_FEE_RATE,
    ENTRUSTMENT_FEE_SHARES,
    GROUP_COMMISSION_RATE,
    DEPOSIT_COMMISSION_RATE,
    /** How many identity numbers one person may have shown to them within an hour. */
    IDENTITY_REVEALS_PER_HOUR,
    /** How long a person's file is kept after their last contract ended. */
    PERSON_RETENTION_YEARS,
    /** From which age a person signs for themselves, heads and borrows for a household. */
    ADULT_AGE,
    /** How many days back the value date of a receipt may lie that was not entered in its session. */
    LATE_RECEIPT_DAYS,
    /** How many days a group head may hold what she took before it is an alarm. */
    PROVISIONAL_DAYS,
    /** The ages at which a citizen's card is renewed. */
    CARD_AGE_FIRST,
    CARD_AGE_SECOND,
    CARD_AGE_THIRD,
    CARD_AGE_LAST,
    /** How long before such a birthday a card may be issued that holds until the next. */
    CARD_EARLY_YEARS,
    /** The causes for which a debt at risk may be handled; names of {@code loan.risk.Cause}. */
    RISK_CAUSES,
    /** Those for which a debt is frozen whatever was lost: the borrower died, or can no longer act. */
    RISK_CAUSES_OF_PERSON,
    /** Those for which a debt may be written off without a freeze before. */
    RISK_CAUSES_WRITTEN_OFF_AT_ONCE,
    /** Percent of the invested capital that must be lost for a freeze. */
    RISK_FREEZE_LOSS_MIN,
    /** Percent from which the longer freeze is allowed. */
    RISK_LONG_FREEZE_LOSS_MIN,
    RISK_FREEZE_MONTHS_MAX,
    RISK_LONG_FREEZE_MONTHS_MAX,
    RISK_PERSON_FREEZE_MONTHS_MAX,
    /** Percent of the freeze before that a further one may last. */
    RISK_FURTHER_FREEZE_MAX,
    /** What frozen principal becomes at the end: by its instalments, or overdue. */
    RISK_FREEZE_END,
    /** How many sign the minutes 02/XLN at most. */
    RISK_PARTICIPANTS_MAX,
    /** Who decides on debts of State money: an issuer of documents. */
    RISK_DECIDER_STATE,
    /** Who decides on debts of entrusted local money. */
    RISK_DECIDER_LOCAL,
    /** Who decides when what is written off of State money is more than the risk fund holds. */
    RISK_DECIDER_ABOVE_FUND,
    /** The sources of capital that bear their own losses; the risk fund bears those of all others. */
    RISK_BORNE_BY_CAPITAL,
    /** Where money recovered of debt written off is booked. */
    RISK_RECOVERY_ACCOUNT,
    /** The classes of debts by the ability to repay. */
    DEBT_ABILITIES,
    /** Those of them that are unrecoverable. */
    DEBT_UNRECOVERABLE,
    /** The causes that a debt is classified by. */
    DEBT_CAUSES,
    /** An unrecoverable debt is looked after at least so often. */
    DEBT_FOLLOW_DAYS,
    /** How many days before a session its people are told what they have to pay. */
    MESSAGE_SESSION_DAYS,
    /** How many days before an instalment its borrower is told. */
    MESSAGE_INSTALMENT_DAYS,
    /** How many days back receipts and overdue principal are looked through for messages that were not made. */
    MESSAGE_LOOK_BACK_DAYS,
    /** PLAIN: Vietnamese letters without marks, 160 a part; FULL: with them, 70 a part. */
    MESSAGE_LETTERS,
    /** How often a message is tried. */
    MESSAGE_TRIES_MAX,
    /** How many minutes after the first try comes the second; each pause is twice the one before. */
    MESSAGE_RETRY_MINUTES,
    /** For how many days the text of a message is kept. */
    MESSAGE_TEXT_DAYS
}
