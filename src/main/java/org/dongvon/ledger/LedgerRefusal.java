package org.dongvon.ledger;

import org.dongvon.shared.Refusal;

/** Why a page of the books could not be shown, or a seal not be made or read. */
public enum LedgerRefusal implements Refusal {
    UNKNOWN_JOURNAL(Kind.MISSING),
    UNKNOWN_OFFICE(Kind.MISSING),
    /** {0} the key's number. */
    SEAL_KEY_MISSING(Kind.RULE),
    /** {0} the key's number. */
    SEAL_KEY_IS_HERE(Kind.RULE),
    /** Two accounts, and one person behind them. */
    SEAL_KEY_ONE_PERSON(Kind.RULE),
    /** No reason, one of several lines, or a long one. */
    SEAL_KEY_REASON(Kind.RULE),
    /** {0} the file. */
    FILE_NOT_READABLE(Kind.RULE),
    /** {0} the file, {1} the line, or 0 for the whole. */
    ROOTS_FILE_BROKEN(Kind.RULE),
    /** {0} the file, {1} where in it. */
    EXPORT_FILE_BROKEN(Kind.RULE),
    /** {0} the office, {1} and {2} the days. */
    NOTHING_SEALED(Kind.MISSING),
    UNKNOWN_RECEIPT(Kind.MISSING),
    /** {0} the account's code. */
    UNKNOWN_ACCOUNT(Kind.MISSING),
    /** A new account's code. */
    ACCOUNT_CODE(Kind.RULE),
    ACCOUNT_NAME(Kind.RULE),
    ACCOUNT_NUMBER(Kind.RULE),
    /** {0} the account, {1} its side. */
    ACCOUNT_SIDE_FIXED(Kind.RULE),
    /** {0} the account. */
    ACCOUNT_CONTROLLED(Kind.RULE),
    /** {0} the account, {1} the day. */
    ACCOUNT_TAKES_NO_LINES(Kind.RULE),
    /** {0} the day, {1} the first day. */
    ACCOUNT_TERM_RETROACTIVE(Kind.RULE),
    /** {0} the day, {1} the last row's. */
    ACCOUNT_TERM_NOT_LAST(Kind.RULE),
    /** Fewer than two lines, or more than ten. */
    VOUCHER_LINES(Kind.RULE),
    /** {0} the line, which has debit and credit, or neither, or no account. */
    VOUCHER_LINE_SIDES(Kind.RULE),
    /** {0} debit, {1} credit. */
    VOUCHER_UNBALANCED(Kind.RULE),
    /** No source, or no wording, or one too long. */
    VOUCHER_WORDING(Kind.RULE),
    /** {0} the day, {1} the open day. */
    VOUCHER_DAY_NOT_YET(Kind.RULE),
    /** {0} the day, {1} the day on which the books begin. */
    VOUCHER_BEFORE_BOOKS(Kind.RULE),
    /** {0} the day, {1} the last day that is locked. */
    MONTH_LOCKED(Kind.RULE),
    /** {0} the day, {1} the year's last day. */
    YEAR_CARRIED(Kind.RULE),
    /** {0} the voucher's number. */
    UNKNOWN_VOUCHER(Kind.MISSING),
    /** {0} the voucher's number. */
    VOUCHER_TAKEN_BACK(Kind.RULE),
    /** {0} the office: not all its points are in scope. */
    OFFICE_NOT_WHOLE(Kind.RULE),
    /** {0} the month's last day, {1} the open day. */
    MONTH_NOT_OVER(Kind.RULE),
    /** {0} the month's first day. */
    MONTH_LOCKED_ALREADY(Kind.RULE),
    /** {0} the first day of the month that comes first. */
    MONTH_BEFORE_IS_OPEN(Kind.RULE),
    /** {0} the last day that is locked. */
    MONTH_NOT_LAST_LOCKED(Kind.RULE),
    /** {0} the year's last day, on which income and expense are still to be carried over. */
    MONTH_BEFORE_CARRY_OVER(Kind.RULE),
    /** {0} the year's last day, {1} the open day. */
    YEAR_NOT_OVER(Kind.RULE),
    /** {0} the first day of the month that comes first. */
    YEAR_HAS_OPEN_MONTH(Kind.RULE),
    /** {0} the year's last day. */
    YEAR_NOTHING_TO_CARRY(Kind.RULE),
    /** {0} the year's last day, {1} the last one that is carried over, or the year's again. */
    YEAR_NOT_LAST_CARRIED(Kind.RULE),
    /** {0} the office. */
    TRANSFER_SAME_OFFICE(Kind.RULE),
    TRANSFER_NOTHING(Kind.RULE);

    private final Kind kind;

    LedgerRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "ledger";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
